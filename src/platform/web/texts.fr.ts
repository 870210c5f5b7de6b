export const fr = {
  notFound: {
    title: 'Page introuvable',
    sentences: ['Cette page n’existe pas, ou elle ne vous est pas ouverte.', 'Si vous avez suivi un lien, il a peut-être changé.'],
    wayOut: 'Aller à Ma page',
  },
  forbidden: {
    title: 'Cette étape revient à quelqu’un d’autre',
    sentence:
      'Votre rôle dans cet établissement ne permet pas cette étape. Le chef d’établissement ou le pilote de la démarche peut la faire, ou vous en donner le rôle.',
    wayOut: 'Aller à Ma page',
  },
  forged: {
    title: 'Cet envoi n’a pas été accepté',
    sentences: [
      'Le formulaire venait d’une page trop ancienne ou d’un autre site.',
      'Revenez à la page précédente, rechargez-la, puis envoyez de nouveau. Votre navigateur a gardé votre texte.',
    ],
    wayOut: 'Aller à Ma page',
  },
  tooLarge: {
    title: 'Cet envoi est trop lourd',
    sentences: (limit: string) => [
      `La page accepte au plus ${limit} en une fois.`,
      'Revenez à la page précédente : votre navigateur a gardé ce que vous aviez écrit. Raccourcissez le texte ou choisissez un fichier plus léger.',
    ],
    wayOut: 'Aller à Ma page',
  },
  broken: {
    title: 'Quelque chose n’a pas fonctionné de notre côté',
    sentences: [
      'Rien de ce qui était enregistré n’est perdu.',
      'Revenez à la page précédente et essayez de nouveau dans un instant. Si cela recommence, prévenez la personne qui administre le site.',
    ],
    wayOut: 'Aller à Ma page',
  },
  unavailable: {
    title: 'Le site est occupé ou en cours de remise en route',
    sentences: ['Rien de ce qui était enregistré n’est perdu.', 'Attendez quelques secondes, puis rechargez la page.'],
    wayOut: 'Recharger Ma page',
  },
  throttled: {
    title: 'Trop d’essais en peu de temps',
    sentences: ['Pour protéger les comptes, attendez un quart d’heure avant de réessayer.'],
    wayOut: 'Retour à l’accueil',
  },
  sessionEnded: 'Votre session a pris fin. Votre texte reste à l’écran : reconnectez-vous dans un autre onglet, puis revenez ici.',
  megabytes: (value: number) => `${value} Mo`,
}

export type Texts = typeof fr
