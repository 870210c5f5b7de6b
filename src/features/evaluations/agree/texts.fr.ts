import type { Phase } from '../../../ui/phases.ts'
import type { Refusal } from './rules.ts'

const many = (value: number, one: string, several: string): string => `${value} ${value < 2 ? one : several}`

// A quotation mark never stands alone at the end of a line.
const quoted = (text: string): string => `«\u00a0${text}\u00a0»`

const refusals: Record<Refusal, { title: string; sentences: readonly string[] }> = {
  'not-lead': {
    title: 'Le pilote écrit l’accord du groupe',
    sentences: [
      'Ce texte n’a pas été enregistré : votre rôle ne permet pas d’écrire ici.',
      'Donnez-le au pilote ou au chef d’établissement, qui peut l’ajouter.',
    ],
  },
  'still-answering': {
    title: 'Les réponses sont encore ouvertes',
    sentences: ['L’équipe s’accorde une fois les réponses closes.'],
  },
  validated: {
    title: 'Cette autoévaluation est validée',
    sentences: ['Elle ne change plus : ce texte n’a pas été enregistré.', 'Une nouvelle autoévaluation pourra partir de celle-ci.'],
  },
  'no-question': {
    title: 'Cette question ne fait plus partie du questionnaire',
    sentences: ['Ce texte n’a pas été enregistré.'],
  },
  'too-long': {
    title: 'Ce texte est trop long',
    sentences: ['Chaque texte compte au plus 20 000 caractères. Gardez l’essentiel.'],
  },
  conflict: {
    title: 'Cet accord a changé entre-temps',
    sentences: ['Quelqu’un d’autre l’a écrit pendant ce temps. Rien n’est perdu : voici les deux textes.'],
  },
}

const filterPhases: Record<Phase | 'all', string> = { all: 'Les quatre temps', plan: 'Projeter', do: 'Mettre en œuvre', check: 'Évaluer', act: 'Ajuster' }

export const fr = {
  title: 'Nos écarts',
  errorTitle: 'Il reste quelque chose à corriger',
  errorPrefix: 'Erreur :',
  refusals,
  notTeam: 'Les positions sont lues par l’équipe de cette autoévaluation. Demandez au pilote de vous y ajouter, ou attendez son rapport.',
  toEvaluation: 'Aller à l’autoévaluation',
  toSpread: 'Revenir aux écarts',
  lead: (statement: string) => `Les avis divergent le plus sur : ${quoted(statement)}`,
  noLead: 'Aucun écart : partout, les avis se rejoignent.',
  noPositions: 'Personne ne s’est placé sur une échelle.',
  intro: 'Un point par réponse, sans nom. Les questions où les avis sont les plus éloignés viennent d’abord : ce sont celles dont il est utile de parler.',
  introWords: 'Chaque question a ses explications, sans nom et mélangées : lisez-les ensemble, puis notez ce que le groupe en retient.',
  how: 'Comment ces questions sont-elles rangées ?',
  howText: [
    'Pour chaque question, on prend toutes les paires de personnes et on compte combien de degrés les séparent en moyenne. Plus ce nombre est grand, plus la question est en haut.',
    '« Non concerné » et « Je ne sais pas » ne sont pas des positions : ils sont comptés à part. À moins de deux positions, il n’y a pas d’écart.',
    'C’est l’indice de variation ordinale de Berry et Mielke (1992). Un écart n’est ni bon ni mauvais : il montre où les expériences diffèrent.',
  ],
  agreedSoFar: (done: number, total: number) => `${done} sur ${total}`,
  agreedLabel: 'Questions sur lesquelles l’équipe s’est accordée',
  agreedWord: (done: number, total: number) => `${many(done, 'accord noté', 'accords notés')} sur ${total}`,
  widest: 'Où les avis divergent le plus',
  rest: 'Les autres questions',
  all: 'Les questions',
  filter: {
    title: 'Choisir les questions',
    phase: 'Temps',
    theme: 'Thème',
    allThemes: 'Tous les thèmes',
    open: 'Seulement celles qui restent à accorder',
    button: 'Filtrer',
    clear: 'Tout afficher',
    none: { title: 'Aucune question ne correspond', purpose: 'Changez le temps ou le thème, ou affichez tout.' },
    phases: filterPhases,
  },
  empty: {
    title: 'Pas encore de position à comparer',
    purpose: 'Cette page montre où les avis se rejoignent et où ils diffèrent, question par question, une fois les réponses closes.',
    exampleLabel: 'Par exemple',
    example: '« 5 personnes se placent sur Pas encore, 4 sur Pleinement : parlons-en. »',
  },
  toClose: 'Voir où en sont les réponses',
  finding: {
    nobody: 'Personne ne s’est placé',
    alone: (level: string) => `Une seule personne s’est placée, sur ${quoted(level)} : trop peu pour parler d’écart`,
    same: (people: number, level: string) => `Les ${people} personnes se placent sur ${quoted(level)}`,
    split: (low: number, lowLevel: string, high: number, highLevel: string) =>
      `Deux avis opposés : ${low} sur ${quoted(lowLevel)}, ${high} sur ${quoted(highLevel)}`,
    leaning: (count: number, people: number, level: string) => `${count} sur ${people} se placent sur ${quoted(level)}`,
    near: (low: string, high: string) => `Des avis proches, entre ${quoted(low)} et ${quoted(high)}`,
    wide: (low: string, high: string) => `Les avis vont de ${quoted(low)} à ${quoted(high)}`,
    ownWords: (people: number) => (people === 0 ? 'Personne n’a répondu' : `${many(people, 'personne a répondu', 'personnes ont répondu')} avec des mots`),
    splitStatements: (low: number, high: number) => `Le groupe se partage : ${low} pour une phrase, ${high} pour l’autre`,
    leaningStatements: (count: number, people: number, statement: string) => `${count} sur ${people} choisissent : ${quoted(statement)}`,
    unknown: (people: number) => many(people, 'ne sait pas', 'ne savent pas'),
    beside: (finding: string, beside: string) => `${finding} ; ${beside}`,
    notApplicable: (people: number) => many(people, 'non concerné', 'non concernés'),
  },
  chart: {
    description: (parts: string) => `Nombre de réponses : ${parts}.`,
    part: (label: string, people: number) => `${label}, ${people}`,
    table: 'Voir les chiffres',
    caption: 'Réponses par position',
    level: 'Position',
    people: 'Réponses',
  },
  notApplicable: 'Non concerné',
  unknown: 'Je ne sais pas',
  worded: 'Avec des mots seulement',
  agreed: 'Accord noté',
  agreedOn: (position: string) => `Accord : ${position}`,
  toAgree: 'S’accorder',
  toRead: 'Lire',
  reasons: (number: number) => many(number, 'explication', 'explications'),
  page: {
    rank: (position: number, total: number) => `${position} sur ${total}, des avis les plus éloignés aux plus proches`,
    short: (position: number, total: number) => `Question ${position} sur ${total}`,
    order: 'Question suivante ou précédente',
    before: 'Question précédente',
    after: 'Question suivante',
    previous: 'Avis plus éloignés',
    next: 'Avis plus proches',
    reasonsTitle: 'Ce que les membres de l’équipe en disent',
    reasonsNote: 'Sans nom et dans le désordre.',
    noReasons: 'Personne n’a ajouté d’explication.',
    without: 'Sans position',
    formTitle: 'Notre accord',
    position: 'La position sur laquelle le groupe s’accorde',
    positionHint: 'Un accord n’est pas une moyenne : c’est ce que le groupe retient après en avoir parlé.',
    reason: 'Pourquoi',
    reasonHint: 'Ce qui a convaincu, avec un fait ou un exemple.',
    minority: 'L’autre avis',
    minorityHint: 'Ce que pensent celles et ceux qui ne sont pas d’accord. Sans nom.',
    save: 'Enregistrer',
    saveNext: 'Enregistrer et passer à la suivante',
    saved: 'L’accord est enregistré.',
    last: 'C’était la dernière question. L’accord est enregistré.',
    readTitle: 'L’accord du groupe',
    noneYet: 'Le groupe ne s’est pas encore accordé sur cette question. Le pilote écrit ici pendant la réunion.',
    reload: 'Recharger',
    noReason: 'Sans explication',
    earlierTitle: (year: string) => `En ${year}, l’équipe s’était accordée sur`,
  },
  conflict: {
    stored: 'Déjà enregistré',
    mine: 'Ce que vous venez d’écrire.',
    mineHint: 'Vous pouvez encore le modifier, par exemple y recopier une phrase de l’autre.',
    keepStored: 'Garder ce qui est déjà enregistré',
    keepMine: 'Enregistrer ce texte à la place',
    positionIs: (words: string) => `Position : ${words}`,
    reasonIs: (words: string) => `Pourquoi : ${words}`,
    minorityIs: (words: string) => `L’autre avis : ${words}`,
    noPosition: 'Pas encore de position',
  },
  tooLongField: (count: string) => `Ce texte compte ${count} caractères, et la page en garde au plus 20 000. Gardez l’essentiel.`,
}

export type Texts = typeof fr
