import type { Refusal } from './rules.ts'

const many = (value: number, one: string, several: string): string => `${value} ${value < 2 ? one : several}`

interface RefusalWords {
  title: string
  sentences: readonly string[]
}

const refusals: Record<Refusal, RefusalWords> = {
  removed: {
    title: 'Vous ne faites plus partie de l’équipe de cette autoévaluation',
    sentences: ['Ce que vous venez d’écrire n’a pas été enregistré.', 'Si c’est une erreur, le pilote de la démarche peut vous remettre dans l’équipe.'],
  },
  'not-member': {
    title: 'Vous ne faites pas partie de l’équipe de cette autoévaluation',
    sentences: [
      'Seules les personnes choisies pour cette autoévaluation y répondent.',
      'Si vous devez en être, demandez au pilote de la démarche de vous ajouter à l’équipe.',
    ],
  },
  'not-open': {
    title: 'Les réponses ne sont pas encore ouvertes',
    sentences: ['Le questionnaire est en préparation. Vous recevrez un courriel quand il sera prêt.'],
  },
  closed: {
    title: 'Les réponses sont closes',
    sentences: [
      'Le pilote a clos les réponses pendant que vous écriviez : ce texte n’a pas pu être ajouté.',
      'Vous pourrez en parler avec l’équipe au moment de vous accorder.',
    ],
  },
  'no-question': {
    title: 'Cette question ne fait plus partie du questionnaire',
    sentences: ['Ce que vous venez d’écrire n’a pas été enregistré.'],
  },
  'too-long': {
    title: 'Ce texte est trop long',
    sentences: ['Une explication compte au plus 20 000 caractères, soit une dizaine de pages. Gardez l’essentiel.'],
  },
  conflict: {
    title: 'Cette réponse a changé ailleurs entre-temps',
    sentences: ['Vous avez sans doute répondu aussi depuis un autre appareil. Rien n’est perdu : choisissez ce que vous gardez.'],
  },
}

export const fr = {
  errorTitle: 'Il reste quelque chose à corriger',
  errorPrefix: 'Erreur :',
  title: 'Répondre',
  refusals,
  yourText: 'Votre texte, pour le copier',
  yourAnswer: 'Votre réponse',
  toEvaluation: 'Aller à l’autoévaluation',
  toSpread: 'Voir les positions de l’équipe',
  toMyPage: 'Aller à Ma page',
  gone: {
    title: 'Cette autoévaluation ne vous est plus ouverte',
    sentences: ['Elle n’existe pas, ou vous n’y avez plus accès. Ce que vous venez d’écrire n’a pas été enregistré : le voici.'],
  },
  promise: {
    title: 'Personne ne voit vos réponses avec votre nom',
    now: 'Ni votre chef d’établissement, ni le pilote, ni vos collègues. L’équipe voit seulement à combien de questions vous avez répondu.',
    closing: 'À la clôture, les noms sont détachés pour toujours : l’équipe lit alors les réponses mélangées, sans savoir qui a écrit quoi.',
    summary: 'Qui voit mes réponses ?',
  },
  progress: (done: number, total: number) => `${done} sur ${total} avec votre réponse`,
  progressLabel: 'Questions avec votre réponse',
  question: (position: number, total: number) => `Question ${position} sur ${total}`,
  views: 'Façon de répondre',
  oneByOne: 'Une question à la fois',
  allOnPage: 'Tout sur une page',
  help: 'Ce que cette question regarde',
  positionHint: 'Choisissez ce qui ressemble le plus à ce que vous vivez.',
  between: 'Laquelle de ces deux phrases est la plus proche de ce que vous vivez ?',
  withWords: 'Je réponds avec mes mots',
  notApplicable: 'Non concerné',
  unknown: 'Je ne sais pas',
  reason: 'Qu’est-ce qui vous le fait dire ?',
  reasonInWords: 'Votre réponse, avec vos mots',
  reasonHint: 'Un fait, un exemple. Facultatif. L’équipe lira ces mots tels quels : n’y nommez personne.',
  saveAndContinue: 'Enregistrer et continuer',
  saveAndReview: 'Enregistrer et relire',
  previous: 'Question précédente',
  review: 'Relire et terminer',
  empty: { title: 'Pas encore de question', purpose: 'Le pilote compose le questionnaire. Vous pourrez répondre dès qu’il sera ouvert.' },
  savedOn: (day: string, time: string) => `Enregistré le ${day} à ${time}`,
  savedAt: (time: string) => `Enregistré à ${time}`,
  time: (hours: string, minutes: string) => `${Number(hours)} h ${minutes}`,
  tooLongField: (count: string) => `Ce texte compte ${count} caractères, et la page en garde au plus 20 000. Gardez l’essentiel.`,
  finish: {
    title: 'Relire et terminer',
    allAnswered: 'Vous avez répondu à toutes les questions.',
    left: (left: number) => `${many(left, 'question n’a', 'questions n’ont')} pas encore votre réponse. Vous pouvez terminer quand même.`,
    leftTitle: 'Sans réponse',
    answeredTitle: 'Vos réponses',
    button: 'J’ai terminé',
    already: (day: string) => `Vous avez indiqué avoir terminé le ${day}. Vos réponses restent modifiables jusqu’à la clôture.`,
    later: 'Vous pourrez revenir et changer vos réponses tant que le pilote n’a pas clos.',
    back: 'Revenir aux questions',
    change: 'Modifier',
    notice: 'C’est noté : vous avez terminé. Vous pouvez encore changer vos réponses jusqu’à la clôture.',
  },
  conflict: {
    stored: 'Déjà enregistré',
    mine: 'Ce que vous venez d’écrire',
    storedKept: 'Ce qui est déjà enregistré',
    mineKept: 'Ce que je viens d’écrire',
    choose: 'Que gardez-vous ?',
    button: 'Enregistrer mon choix',
    mineHint: 'Vous pouvez encore la modifier, par exemple y recopier une phrase de l’autre.',
    others: 'Vos autres réponses de cette page sont enregistrées.',
    positionIs: (words: string) => `Position : ${words}`,
    reasonIs: (words: string) => `Explication : ${words}`,
    noPosition: 'Sans position',
  },
  close: {
    title: 'Clore les réponses',
    what: 'Ce qui va se passer',
    steps: [
      'Plus personne ne peut répondre ni changer une réponse.',
      'Les noms sont détachés des réponses, pour toujours. Personne ne pourra les retrouver, pas même vous.',
      'L’équipe voit les positions et les explications, mélangées et sans nom, et reçoit un courriel.',
    ],
    unfinished: (people: number) => `${many(people, 'personne n’a', 'personnes n’ont')} pas encore terminé`,
    unfinishedLine: (name: string, answered: number, total: number) => `${name} : ${answered} sur ${total}`,
    unfinishedNote: 'Les réponses déjà enregistrées comptent, même sans « J’ai terminé ».',
    everyone: 'Toute l’équipe a terminé.',
    few: (people: number) => (people === 0 ? 'Personne n’a encore répondu' : `Seulement ${many(people, 'personne a', 'personnes ont')} répondu`),
    fewText:
      'À moins de trois, chacun peut deviner qui pense quoi, même sans nom. Mieux vaut attendre d’autres réponses, ou prévenir celles et ceux qui ont répondu.',
    noneText: 'Après la clôture, il n’y aura aucune position à comparer. L’équipe pourra tout de même s’accorder sur chaque question.',
    button: 'Clore maintenant',
    harm: 'Cette étape ne peut pas être annulée.',
    back: 'Laisser ouvert',
    done: 'Les réponses sont closes. Voici où les avis se rejoignent et où ils diffèrent.',
    already: 'Les réponses étaient déjà closes.',
    notOpen: 'Cette autoévaluation n’est pas ouverte aux réponses : il n’y a rien à clore.',
    mailSubject: (title: string) => `Les positions sont visibles : ${title}`,
    mailBody: (title: string, school: string, link: string) =>
      `Bonjour,\n\nLes réponses à l’autoévaluation «\u00a0${title}\u00a0» (${school}) sont closes.\nLes noms ont été détachés des réponses : l’équipe lit les positions et les explications sans savoir qui les a données.\n\nVoir où les avis se rejoignent et où ils diffèrent :\n${link}\n`,
  },
  autosave: {
    pending: 'Pas encore enregistré',
    saving: 'Enregistrement…',
    lost: 'Connexion perdue : votre texte reste ici, nouvel essai dans',
    seconds: 's',
    session: 'Votre session a pris fin. Votre texte reste ici.',
    signIn: 'Se connecter dans un nouvel onglet',
    retry: 'Réessayer',
    other: 'Une autre personne s’est connectée dans ce navigateur. Votre texte n’a pas été envoyé : copiez-le, puis rechargez la page.',
    refused: 'Ce texte n’a pas pu être enregistré. Il reste ici : copiez-le avant de quitter la page.',
    tooLong: 'Ce texte est trop long pour être enregistré : gardez l’essentiel (20 000 caractères au plus).',
    copy: 'Copier mon texte',
    copied: 'Copié',
    conflictTitle: 'Déjà enregistré depuis un autre appareil',
    keepMine: 'Garder ce que je viens d’écrire',
    takeStored: 'Prendre ce qui est enregistré',
  },
}

export type Texts = typeof fr
