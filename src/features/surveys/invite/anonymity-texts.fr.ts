import type { Access } from '../tables.ts'

const accesses: Record<Access, string> = {
  personal: 'Chaque personne invitée a un code qui sert une fois. Le code n’est pas gardé avec la réponse.',
  session: 'Toute la classe a le même code. Rien ne dit quelle réponse vient de qui.',
  shared: 'Tout le monde a le même lien. Rien ne dit quelle réponse vient de qui.',
}

export const fr = {
  title: 'Comment l’anonymat est protégé',
  back: 'Un questionnaire commencé est resté ouvert, avec ce qui y est écrit. Pour y revenir, il suffit de fermer cet onglet.',
  boxesTitle: 'Deux boîtes, et rien entre les deux',
  boxes:
    'Il y a deux boîtes, dans deux pièces. Dans la première, il y a les codes d’invitation, et une croix sur ceux qui ont servi. Dans la seconde, il y a les réponses, mélangées et fermées à clé. Aucun fil ne va d’une boîte à l’autre. Même celui qui aurait les deux boîtes ne pourrait pas les relier : la clé est rangée ailleurs, et détruite à la fin.',
  drawing: {
    alt: 'Deux boîtes séparées par un mur : à gauche les codes d’invitation, à droite les réponses mélangées. Rien ne les relie.',
    invited: 'Les codes',
    answers: 'Les réponses',
    between: 'Sur une réponse, il n’y a ni nom, ni code, ni heure.',
  },
  journeyTitle: 'Le voyage d’une réponse',
  journey: [
    'La réponse est fermée à clé avant d’être posée dans une urne.',
    'Elle attend dans l’urne avec d’autres réponses.',
    'Une tâche qui ne regarde pas les invitations prend les réponses par paquets, les mélange comme un jeu de cartes, et referme chaque paquet à clé.',
    'Le code est marqué « a servi », à part. C’est tout ce qui est écrit.',
    'Quand l’enquête est finie, les codes, les invitations, les adresses et la clé sont détruits. Personne ne peut revenir en arrière.',
    'Les résultats sont calculés une seule fois, et ne changent plus. Avant tout calcul, chaque nombre est brouillé au hasard, de zéro, une ou deux personnes, rarement plus. Même celui qui connaîtrait toutes les autres réponses à une question ne pourrait donc pas être sûr de la dernière.',
  ],
  hereTitle: 'Pour cette enquête',
  threshold: 'Petits groupes',
  thresholdValue: (value: number) => `Les résultats d’un groupe ne sont montrés qu’à partir de ${value} réponses.`,
  groups: 'Groupes distingués',
  groupsValue: (titles: readonly string[]) => `${titles.map((title) => `« ${title} »`).join(', ')}. Ils ont été choisis avant l’ouverture et ne changent plus.`,
  groupsAsked: (titles: readonly string[]) =>
    `La réponse à ${titles.map((title) => `« ${title} »`).join(', ')} sert à former ces groupes : on saura, à cinq près, combien de personnes chacun compte. À cette question-là, le brouillage ne protège pas.`,
  noGroups: 'Aucun : toutes les réponses sont comptées ensemble.',
  words: 'Ce que l’on écrit',
  wordsOn: (value: number) =>
    `Quelques questions demandent des mots. Ils ne sont lus qu’à partir de ${value} réponses, mélangés, et une personne de l’établissement enlève d’abord les noms.`,
  wordsOff: 'Cette enquête ne demande pas d’écrire : il n’y a que des cases à cocher.',
  access: 'La façon d’entrer',
  accesses,
  closes: 'Dernier jour',
  destroyed: 'Ce qui est détruit',
  destroyedValue: (words: boolean): string =>
    `À la clôture : les codes, les invitations, les adresses de courriel, la clé et chaque réponse. Il ne reste que les résultats${words ? ', et ce qui a été écrit' : ''}. Les copies de secours faites pendant l’enquête sont à détruire aussi : celui qui tient le site le sait.`,
  moved: 'Qui mélange les réponses',
  movedValue: 'Une tâche à part, avec un compte qui peut mélanger des réponses fermées à clé, et rien d’autre : il ne lit ni les invitations ni les personnes.',
  results: 'Des nouvelles des résultats',
  limitsTitle: 'Ce qui reste à faire soi-même',
  limits: [
    'Répondre à l’abri des regards. Sur une feuille de papier, la personne qui la recopie la voit.',
    'Fermer la page après avoir envoyé, surtout sur un appareil que d’autres utilisent.',
  ],
  limitText: 'Ne pas écrire de nom, ni de détail qui ferait reconnaître quelqu’un.',
  limitShared: 'Avec un lien pour tous, quelqu’un peut répondre deux fois : les résultats le disent.',
  helpTitle: 'Besoin de parler à quelqu’un ?',
  help: ['3018 : violences et harcèlement, gratuit et confidentiel.', '119 : enfance en danger, gratuit, jour et nuit.'],
  privacy: 'Tout ce que le site garde, et combien de temps',
}

export type AnonymityTexts = typeof fr
