import type { Role } from '../../platform/session.ts'
import type { AwaitedKind } from './awaiting-rules.ts'
import type { FirstHourStep, StepState } from './first-hour-rules.ts'

const many = (value: number, one: string, several: string): string => `${value.toLocaleString('fr-FR')} ${value < 2 ? one : several}`

/** What one does, on the button; the first thing that awaits has one. */
const verbs: Record<AwaitedKind, string> = {
  'answer-soon': 'Répondre',
  answer: 'Répondre',
  close: 'Clore les réponses',
  validate: 'Relire et valider',
  'action-passed': 'Dire où elle en est',
  'action-near': 'Voir l’action',
  'proofs-ending': 'Voir les preuves',
  agree: 'S’accorder',
  diagnose: 'Écrire le diagnostic',
  'decide-actions': 'Décider des actions',
  remind: 'Voir qui a répondu',
  open: 'Ouvrir les réponses',
  'choose-team': 'Choisir l’équipe',
  compose: 'Composer le questionnaire',
  import: 'Importer l’annuaire',
  'invite-team': 'Inviter l’équipe',
  'first-evaluation': 'Choisir un thème',
  shared: 'Lire',
  'read-spread': 'Voir nos écarts',
  'survey-session': 'Projeter',
  'survey-invite': 'Inviter',
  'survey-results': 'Lire les résultats',
  'survey-open': 'Continuer',
  'survey-start': 'Ouvrir',
}

const awaiting = {
  verbs,
  goOn: 'Continuer mes réponses',
  answer: (title: string, begun: boolean) => (begun ? `Continuer vos réponses à « ${title} »` : `Répondre à « ${title} »`),
  answerLeft: (left: number, total: number, minutes: number) =>
    `Encore ${many(left, 'question', 'questions')} sur ${total}, environ ${many(minutes, 'minute', 'minutes')}.`,
  answerAll: (total: number, minutes: number) => `${many(total, 'question', 'questions')}, environ ${many(minutes, 'minute', 'minutes')}.`,
  answerNone: 'Toutes les questions ont une réponse : il reste à dire que vous avez terminé.',
  until: (day: string) => `Jusqu’au ${day}.`,
  stillOpen: (day: string) => `Le dernier jour était le ${day}, mais vous pouvez encore répondre.`,
  close: (title: string) => `Clore les réponses à « ${title} »`,
  closeAll: 'Toute l’équipe a terminé. À la clôture, les écarts d’avis apparaissent.',
  closePassed: (day: string, finished: number, members: number) =>
    `Le dernier jour était le ${day}. ${finished} sur ${many(members, 'personne', 'personnes')} ont terminé.`,
  remind: (title: string) => `Rappeler « ${title} » à l’équipe`,
  remindWhy: (left: number, day: string) => `${many(left, 'personne n’a pas encore terminé', 'personnes n’ont pas encore terminé')}. Dernier jour : le ${day}.`,
  validate: (title: string) => `Valider « ${title} »`,
  validateWhy: 'Positions, diagnostic et actions sont là : il ne manque que votre accord.',
  agree: (title: string) => `S’accorder sur « ${title} »`,
  agreeWhy: (left: number) => `${many(left, 'question attend', 'questions attendent')} la position du groupe. Commencez par celle qui divise le plus.`,
  diagnose: (title: string) => `Écrire le diagnostic de « ${title} »`,
  diagnoseWhy: 'Les positions sont prises. Qu’en ressort-il : ce qui aide, ce qui freine ?',
  decide: (title: string) => `Décider des actions pour « ${title} »`,
  decideWhy: 'Le diagnostic est écrit. De chaque point faible, un pas mène à une action.',
  open: (title: string) => `Ouvrir les réponses à « ${title} »`,
  openWhy: (items: number, members: number) => `${many(items, 'question', 'questions')}, ${many(members, 'personne', 'personnes')} : tout est prêt.`,
  chooseTeam: (title: string) => `Choisir l’équipe de « ${title} »`,
  chooseTeamWhy: 'Le questionnaire est prêt. Il reste à dire qui répond.',
  compose: (title: string) => `Composer le questionnaire de « ${title} »`,
  composeWhy: 'Choisissez dans les fiches les questions qui parlent à votre équipe.',
  spread: (title: string) => `Voir où les avis diffèrent dans « ${title} »`,
  spreadWhy: 'Les réponses sont closes. Quelques minutes de lecture avant d’en parler ensemble.',
  passed: (title: string) => `Dire où en est « ${title} »`,
  passedWhy: (day: string) => `Sa date était le ${day} : l’action est-elle faite, ou à reporter ?`,
  near: (title: string) => `Avancer « ${title} »`,
  nearWhy: (day: string) => `À faire pour le ${day}.`,
  proofs: (count: number) => (count < 2 ? 'Renouveler ou revoir une preuve' : `Renouveler ou revoir ${count} preuves`),
  proofsWhy: 'Leur validité finit bientôt, ou le jour choisi pour les revoir est venu : tout ce qu’elles appuient en dépend.',
  surveySession: (title: string) => `Votre séance de « ${title} » est en cours`,
  surveySessionWhy: 'La page à projeter est ouverte jusqu’à la fin de la séance.',
  surveyInvite: (title: string) => `Inviter à répondre à « ${title} »`,
  surveyInviteWhy: 'L’enquête est là, et personne n’y est encore invité chez vous.',
  surveyResults: (title: string) => `Lire les résultats de « ${title} »`,
  surveyResultsWhy: 'Ils viennent de paraître. Ceux qui ont répondu attendent des nouvelles.',
  surveyOpen: (title: string) => `Préparer et ouvrir l’enquête « ${title} »`,
  surveyOpenWhy: 'Sa page dit ce qui manque encore.',
  surveyStart: (title: string) => `Ouvrir l’enquête « ${title} »`,
  surveyStartWhy: 'Elle est proposée aux établissements. Personne ne peut répondre avant que vous l’ouvriez.',
  invite: 'Inviter votre équipe',
  inviteWhy: (school: string) => `${school} : il n’y a que vous pour l’instant, et une autoévaluation se fait à plusieurs.`,
  first: 'Choisir un premier thème',
  firstWhy: (school: string) => `${school} n’a pas encore d’autoévaluation. Un thème et une vingtaine de questions suffisent pour commencer.`,
  shared: (title: string, school: string) => `Lire « ${title} », ${school}`,
  sharedMany: (count: number) => `Lire ${count} autoévaluations partagées`,
  sharedWhy: (day: string) => `Partagée avec vous le ${day}.`,
  sharedManyWhy: 'Des établissements les ont partagées avec vous ces trente derniers jours.',
  import: 'Importer l’annuaire des établissements',
  importNone: 'Aucun établissement n’est encore connu du site.',
  importOld: (day: string) => `L’annuaire date du ${day} : depuis, des établissements ont ouvert, fermé ou changé de nom.`,
}

const told = {
  created: (title: string) => `« ${title} » est en préparation.`,
  opened: (title: string) => `Les réponses à « ${title} » sont ouvertes.`,
  extended: (title: string) => `Le dernier jour pour répondre à « ${title} » a changé.`,
  closed: (title: string) => `Les réponses à « ${title} » sont closes : on voit où les avis diffèrent.`,
  validated: (title: string) => `« ${title} » est validée.`,
  shared: (title: string) => `« ${title} » est partagée avec l’académie.`,
  finished: (count: number, title: string) => `${many(count, 'personne a terminé ses réponses', 'personnes ont terminé leurs réponses')} à « ${title} ».`,
  agreed: (title: string) => `Le groupe a noté des positions pour « ${title} ».`,
  found: (title: string) => `Le diagnostic de « ${title} » s’est enrichi.`,
  decided: (title: string) => `Une action est décidée : « ${title} ».`,
  decidedMany: (count: number) => `${many(count, 'action est décidée', 'actions sont décidées')}.`,
  actionDone: (title: string) => `L’action « ${title} » est faite.`,
  evidence: (count: number) => `${many(count, 'preuve a été ajoutée', 'preuves ont été ajoutées')}.`,
  joined: (count: number) => `${many(count, 'personne a rejoint', 'personnes ont rejoint')} l’équipe.`,
}

const mine = {
  title: 'Ma page',
  hello: (name: string) => `Bonjour ${name}.`,
  awaits: (count: number): string =>
    count === 0
      ? 'Rien ne vous attend pour le moment.'
      : count === 1
        ? 'Une chose vous attend.'
        : count === 2
          ? 'Deux choses vous attendent, la plus utile d’abord.'
          : 'Trois choses vous attendent, la plus utile d’abord.',
  awaitsTitle: 'Ce qui vous attend',
  movedTitle: 'Depuis une semaine',
  today: 'aujourd’hui',
  yesterday: 'hier',
  movedNothing: 'Rien de nouveau depuis une semaine.',
  teamsTitle: 'Mes équipes',
  teamsNothing: 'Vous ne faites partie d’aucune équipe d’autoévaluation pour le moment.',
  placesTitle: 'Mes établissements',
  placeTitle: 'Mon établissement',
  elsewhereTitle: 'Mon rôle',
  until: (day: string) => `réponses jusqu’au ${day}`,
  validatedOn: (day: string) => `validée le ${day}`,
  empty: {
    title: 'Bienvenue',
    place: 'Ici, une équipe d’établissement regarde son travail, s’accorde sur ce qu’elle voit et décide de ce qu’elle va faire.',
    nobody: 'Vous n’avez pas de rôle en cours. Le chef d’établissement ou le pilote peut vous inviter.',
    member: 'Quand une autoévaluation vous attendra, elle apparaîtra sur cette page et vous recevrez un courriel.',
    accompanies: 'Quand un établissement partagera une autoévaluation avec vous, elle apparaîtra sur cette page.',
    operator: 'Tout est en ordre : rien à importer pour le moment.',
    exampleLabel: 'Par exemple :',
    example:
      'dix collègues répondent, seuls, à quinze questions sur l’accueil en entreprise. Une heure de réunion suffit ensuite pour s’accorder et choisir trois actions.',
    step: 'Découvrir les fiches',
  },
  awaiting,
  told,
}

const steps: Record<FirstHourStep, { name: string; why: string; button: string }> = {
  invite: {
    name: 'Inviter l’équipe',
    why: 'Invitez quelques collègues par courriel : une autoévaluation se fait à plusieurs, et chacun répond seul.',
    button: 'Inviter mon équipe',
  },
  theme: {
    name: 'Choisir un thème',
    why: 'Un seul thème suffit pour commencer : celui dont on parle déjà en salle des professeurs.',
    button: 'Choisir un premier thème',
  },
  compose: {
    name: 'Composer',
    why: 'Prenez dans la fiche les questions qui parlent à votre équipe, reformulez, ajoutez les vôtres. Quinze suffisent.',
    button: 'Composer le questionnaire',
  },
  open: {
    name: 'Ouvrir les réponses',
    why: 'Relisez, choisissez qui répond et jusqu’à quand. L’équipe sera prévenue par courriel.',
    button: 'Préparer l’ouverture',
  },
  diagnosis: {
    name: 'Premier diagnostic',
    why: 'L’équipe répond, puis s’accorde, puis note ce qui aide et ce qui freine. La page de l’autoévaluation vous guide.',
    button: 'Continuer',
  },
}

const stepStates: Record<StepState, string> = { done: 'Fait', current: 'Maintenant', next: 'Ensuite' }

const leaderRoles: Record<Extract<Role, 'head' | 'lead'>, string> = { head: 'direction', lead: 'pilotage' }

const school = {
  kinds: { school: 'Établissement', network: 'Réseau', campus: 'Campus' },
  firstTitle: 'Vos premiers pas',
  firstLead: 'De l’invitation au premier diagnostic, cinq étapes. Vous pouvez vous arrêter à chacune et reprendre plus tard.',
  firstOthers: 'Le chef d’établissement ou le pilote fait avancer ces étapes. Vous recevrez un courriel quand l’équipe sera invitée à répondre.',
  firstHelp: 'Comment cela se passe ?',
  steps,
  stepStates,
  runningTitle: 'Autoévaluations en cours',
  nothingRunning: 'Aucune autoévaluation en cours.',
  start: 'Nouvelle autoévaluation',
  next: 'Prochain pas :',
  until: (day: string) => `réponses jusqu’au ${day}`,
  overdue: (day: string) => `le dernier jour était le ${day}`,
  year: (code: string) => `année ${code}`,
  finishedAnswers: (finished: number, members: number) => `${finished} sur ${members} ont terminé`,
  actionsTitle: 'Actions à venir',
  noActions: 'Aucune action en cours. Les actions naissent du diagnostic, ou d’une idée de l’équipe.',
  allActions: (open: number) => `Voir ${open < 2 ? 'l’action en cours' : `les ${open} actions en cours`}`,
  addAction: 'Ajouter une action',
  dueOn: (day: string) => `pour le ${day}`,
  undated: 'sans date',
  finishedTitle: 'Autoévaluations validées',
  validatedOn: (day: string) => `validée le ${day}`,
  allEvaluations: 'Toutes les autoévaluations',
  aboutTitle: 'L’établissement',
  team: (count: number) => `L’équipe : ${many(count, 'personne', 'personnes')}`,
  leaderRoles,
  values: 'Nos valeurs et nos instances',
  surveys: 'Nos enquêtes',
  evidence: 'Nos preuves',
  journal: 'Journal',
  schoolsOfNetwork: 'Les établissements du réseau',
  visitor: 'Vous voyez ce que cet établissement a choisi de partager.',
  sharedTitle: 'Autoévaluations partagées',
  sharedOn: (day: string) => `partagée le ${day}`,
}

const search = {
  title: 'Rechercher',
  titleFor: (words: string) => `Rechercher : ${words}`,
  label: 'Un mot, ou plusieurs',
  hint: 'Sans se soucier des accents ni des majuscules. Par exemple : accueil stage.',
  button: 'Rechercher',
  formName: 'Nouvelle recherche',
  before: 'On cherche dans les autoévaluations, questions, constats, actions et preuves de vos établissements, dans les fiches et dans l’aide.',
  found: (count: number, words: string) => `${many(count, 'résultat', 'résultats')} pour « ${words} »`,
  nothing: (words: string) => `Rien pour « ${words} »`,
  nothingHelp: 'Essayez un mot plus court ou plus courant, par exemple « stage » plutôt que « périodes de formation en milieu professionnel ».',
  noWord: 'Écrivez au moins un mot avec des lettres ou des chiffres.',
  groups: {
    evaluation: 'Autoévaluations',
    question: 'Questions',
    finding: 'Constats',
    action: 'Actions',
    evidence: 'Preuves',
    theme: 'Fiches',
    bank: 'Questions des fiches',
    help: 'Aide',
  },
  more: (count: number) => `Et ${count.toLocaleString('fr-FR')} de plus : ajoutez un mot pour préciser.`,
  findings: { strength: 'point fort', weakness: 'point faible', axis: 'axe de progrès' },
}

export const fr = { mine, school, search }

export type Texts = typeof fr
