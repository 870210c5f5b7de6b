import type { Audience } from '../questionnaire/definition.ts'
import type { Access, SurveyState } from '../tables.ts'
import type { Refusal } from './refusals.ts'
import type { Missing, SurveyStep } from './survey-rules.ts'

const many = (value: number, one: string, several: string): string => `${value.toLocaleString('fr-FR')} ${value < 2 ? one : several}`

const audiences: Record<Audience, string> = {
  pupil: 'Élèves',
  family: 'Familles',
  staff: 'Personnels',
  company: 'Entreprises',
  former: 'Anciens élèves',
}

const states: Record<SurveyState, string> = {
  draft: 'En préparation',
  offered: 'Proposée aux établissements',
  open: 'Ouverte aux réponses',
  closed: 'Close',
  released: 'Résultats parus',
}

const accesses: Record<Access, { text: string; hint: string }> = {
  personal: {
    text: 'Un code par personne',
    hint: 'Chaque personne invitée répond une seule fois, où elle veut. Le code dit qu’elle est invitée, jamais ce qu’elle a répondu.',
  },
  session: {
    text: 'En séance, tous ensemble',
    hint: 'Une classe répond le temps d’un cours, avec un même code. Autant de réponses que de présents, et rien ne dit qui a répondu quoi.',
  },
  shared: {
    text: 'Un lien pour tous',
    hint: 'Le plus simple, sans invitation. Rien n’empêche quelqu’un de répondre deux fois : les chiffres sont à lire avec prudence.',
  },
}

const list = {
  title: 'Enquêtes',
  lead: 'Demander leur avis à ceux qui vivent l’établissement, sans que personne puisse savoir qui a répondu quoi.',
  create: 'Nouvelle enquête',
  questionnaires: 'Nos questionnaires',
  own: 'Nos enquêtes',
  taking: 'Enquêtes auxquelles nous participons',
  emptyTitle: 'Votre première enquête',
  emptyPurpose:
    'Une enquête donne la parole aux élèves, aux familles, aux personnels ou aux entreprises. Elle est courte, anonyme, et ses résultats leur sont rendus.',
  emptyLabel: 'Par exemple :',
  emptyExample: 'dix questions sur le climat scolaire, aux élèves en classe et aux personnels par courriel, puis une réponse du conseil d’administration.',
  askedBy: (name: string) => `Proposée par ${name}`,
  until: (day: string) => `jusqu’au ${day}`,
  year: (code: string) => `année ${code}`,
  older: 'Enquêtes plus anciennes',
  newer: 'Enquêtes plus récentes',
}

const settings = {
  newTitle: 'Nouvelle enquête',
  editTitle: 'Réglages de l’enquête',
  title: 'Titre',
  titleHint: 'Ceux qui répondent le verront. Par exemple : « Se sentir bien au lycée ».',
  purpose: 'Pourquoi nous posons ces questions',
  purposeHint: 'Une ou deux phrases, dites avant la première question.',
  promise: 'Ce que nous ferons de vos réponses',
  promiseHint:
    'C’est votre promesse à ceux qui répondent. Par exemple : « Le conseil de la vie lycéenne lira les résultats et choisira trois choses à changer. »',
  closes: 'Dernier jour pour répondre',
  closesHint: 'L’enquête se clôt d’elle-même à la fin de ce jour. Vous pourrez le reporter.',
  results: 'Jour où les participants auront des nouvelles',
  resultsHint: 'Il est dit à ceux qui répondent, dès le début.',
  previous: 'Enquête de la dernière fois',
  previousHint: 'Pour comparer les mêmes questions d’une fois à l’autre.',
  none: 'Aucune',
  threshold: 'Nombre de réponses à partir duquel un groupe est montré',
  thresholdHint: '11 est la règle. Plus, c’est possible.',
  thresholdWarning:
    'Moins de 11 : dans un petit groupe, quelqu’un peut être reconnu. Ne descendez pas sous 11 sans l’accord de ceux qui répondront ; 5 est la limite. Ce nombre leur sera montré et ne pourra plus baisser après l’ouverture.',
  create: 'Continuer',
  save: 'Enregistrer',
  created: 'L’enquête est préparée. Choisissez maintenant à qui la poser.',
  saved: 'C’est enregistré.',
  changedTitle: 'Quelqu’un a modifié ces réglages entre-temps',
  changed: 'Voici ce qui est enregistré maintenant. Vos propres mots sont dans le formulaire : gardez ce qui convient.',
  errors: {
    titleMissing: 'Donnez un titre à l’enquête.',
    tooLong: (most: number) => `Restez sous ${most} signes.`,
    day: 'Écrivez un jour qui existe.',
    past: 'Ce jour est déjà passé.',
    early: 'Les résultats ne peuvent pas paraître avant le dernier jour pour répondre.',
    threshold: (least: number, most: number) => `Écrivez un nombre de ${least} à ${most}.`,
  },
}

const part = {
  addTitle: 'Ajouter un public',
  addLead: 'Choisissez un questionnaire, puis comment les gens répondront. Le questionnaire est copié : le modifier ensuite ne changera rien à cette enquête.',
  none: 'Vous n’avez pas encore de questionnaire. Prenez-en un tout prêt, ou écrivez le vôtre, puis revenez ici.',
  toQuestionnaires: 'Choisir ou écrire un questionnaire',
  questionnaire: 'Questionnaire',
  kept: (title: string) => `Garder tel quel : ${title}`,
  again: (title: string, audience: string, questions: number, day: string) => `${title} (${audience}, ${many(questions, 'question', 'questions')}, ${day})`,
  access: 'Comment les gens répondent',
  breakdowns: 'Distinguer des groupes dans les résultats',
  breakdownsLead:
    'Trois façons au plus. Un groupe de moins de réponses que le seuil n’est jamais montré ; plus vous distinguez, moins il reste à montrer. Après l’ouverture, plus rien ne peut changer.',
  breakdown: (place: number) => `Groupes ${place}`,
  kind: 'D’où vient le groupe',
  kinds: { none: 'Ne rien distinguer', group: 'De l’invitation (classe, niveau…)', question: 'D’une question de l’enquête' },
  breakdownTitle: 'Ce que ces groupes sont',
  breakdownTitleHint: 'Par exemple : « Niveau ».',
  groups: 'Les groupes, un par ligne',
  groupsHint: 'Par exemple : Seconde, Première, Terminale. Le groupe est donné avec l’invitation.',
  question: 'La question',
  choose: 'Choisir',
  freeText: 'Poser aussi les questions où l’on écrit',
  freeTextHint:
    'Des mots peuvent trahir leur auteur. Ils ne paraissent qu’à partir du seuil, mélangés, sans groupe, et une personne de l’établissement les lit d’abord pour en ôter les noms. Pour des élèves, il vaut mieux s’en passer.',
  noText: 'Ce questionnaire n’a pas de question où l’on écrit.',
  add: 'Ajouter ce public',
  save: 'Enregistrer',
  added: 'Ce public est ajouté. Vous pouvez distinguer des groupes.',
  saved: 'C’est enregistré.',
  trial: 'Essayer le questionnaire',
  remove: 'Retirer ce public',
  removeTitle: (title: string) => `Retirer « ${title} » de l’enquête`,
  removeText: 'Le questionnaire reste dans vos questionnaires. Ce que vous avez réglé ici pour ce public sera perdu.',
  removed: 'Ce public est retiré.',
  frozen: 'L’enquête est proposée ou ouverte : ce public ne change plus.',
  minutes: (minutes: number, questions: number) => `${many(questions, 'question', 'questions')}, environ ${many(minutes, 'minute', 'minutes')}`,
  languagesOf: (names: string) => `Langues : ${names}`,
  unreviewed: (names: string) => `Pas encore relu par quelqu’un dont c’est la langue : ${names}.`,
  changedTitle: 'Quelqu’un a modifié l’enquête entre-temps',
  changed: 'Rien n’est perdu : vos choix sont dans le formulaire, ce qui est enregistré maintenant est ici. Enregistrez de nouveau si vos choix conviennent.',
  savedNow: { access: 'Réponse', breakdowns: 'Groupes', freeText: 'Questions où l’on écrit' },
  yes: 'oui',
  no: 'non',
  errors: {
    questionnaire: 'Choisissez un questionnaire.',
    access: 'Dites comment les gens répondent.',
    breakdownTitle: 'Dites ce que ces groupes sont.',
    groupsMissing: 'Écrivez au moins deux groupes, un par ligne.',
    groupsMany: (most: number) => `${most} groupes au plus.`,
    groupTwice: (name: string) => `« ${name} » est écrit deux fois.`,
    groupLong: (most: number) => `Restez sous ${most} signes par groupe.`,
    question: 'Choisissez une question de ce questionnaire.',
    questionTwice: 'Cette question sert déjà.',
  },
}

const schools = {
  title: 'Établissements',
  lead: (count: number) => `${many(count, 'établissement participe', 'établissements participent')} à cette enquête.`,
  search: 'Chercher un établissement',
  searchButton: 'Chercher',
  taking: 'Participe',
  notTaking: 'Ne participe pas',
  add: 'Faire participer les établissements cochés',
  remove: 'Ne plus faire participer',
  declined: 'Ont décliné',
  declinedText: 'Leur direction a dit que l’établissement ne participe pas. Elle peut changer d’avis jusqu’à l’ouverture.',
  others: 'Établissements qui ne participent pas',
  limited: (most: number) => `Les ${most} premiers sont montrés : cherchez par le nom ou la commune.`,
  nothing: 'Aucun établissement ne correspond.',
  added: 'C’est enregistré.',
  removeTitle: (name: string) => `Ne plus faire participer ${name}`,
  removeText: 'Ses invitations et ses propres questions seront effacées de cette enquête.',
  removed: (name: string) => `${name} ne participe plus.`,
  frozen: 'L’enquête est ouverte : la liste ne change plus.',
}

const missing: Record<Missing, { text: string; link: string }> = {
  promise: { text: 'Ce que vous ferez des réponses n’est pas dit.', link: 'L’écrire' },
  'closing-day': { text: 'Le dernier jour pour répondre n’est pas fixé.', link: 'Le fixer' },
  'closing-passed': { text: 'Le dernier jour pour répondre est passé.', link: 'Le reporter' },
  'results-day': { text: 'Le jour où les participants auront des nouvelles n’est pas fixé.', link: 'Le fixer' },
  'results-early': { text: 'Les nouvelles sont annoncées avant la fin des réponses.', link: 'Corriger' },
  parts: { text: 'Personne n’est encore interrogé.', link: 'Ajouter un public' },
  questions: { text: 'Un public n’a aucune question.', link: 'Compléter son questionnaire' },
  schools: { text: 'Aucun établissement ne participe.', link: 'Choisir les établissements' },
}

const steps: Record<SurveyStep, { sentence: string; button: string }> = {
  complete: { sentence: 'Avant d’aller plus loin, il reste ceci.', button: '' },
  offer: {
    sentence: 'Tout est prêt. Proposez l’enquête aux établissements : ils inviteront leurs participants et pourront ajouter leurs questions.',
    button: 'Proposer aux établissements',
  },
  open: {
    sentence: 'Tout est prêt. À l’ouverture, les réponses peuvent arriver, et ce qui protège les participants ne change plus.',
    button: 'Ouvrir l’enquête',
  },
  invite: { sentence: 'L’enquête est ouverte. Il reste à inviter ceux qui répondent.', button: 'Inviter' },
  'schools-invite': {
    sentence: 'L’enquête est ouverte. Personne n’est encore invité : c’est à chaque établissement d’inviter les siens.',
    button: 'Voir les établissements',
  },
  wait: {
    sentence: 'Les réponses arrivent. Rien n’en est montré avant la clôture, sinon combien de personnes ont participé.',
    button: 'Suivre la participation',
  },
  close: { sentence: 'Le dernier jour est passé. L’enquête va se clore d’elle-même ; vous pouvez aussi la clore maintenant.', button: 'Clore l’enquête' },
  'wait-release': {
    sentence: 'L’enquête est close. Les codes et les invitations s’effacent, les résultats se préparent : quelques minutes suffisent.',
    button: '',
  },
  read: { sentence: 'Les résultats sont parus, une fois pour toutes.', button: 'Lire les résultats' },
}

const show = {
  nextTitle: 'Prochain pas',
  parts: 'À qui nous la posons',
  noParts: 'Aucun public pour le moment.',
  addPart: 'Ajouter un public',
  about: 'L’enquête',
  threshold: 'Groupes montrés',
  thresholdValue: (value: number) => `à partir de ${value} réponses`,
  closes: 'Dernier jour',
  results: 'Nouvelles aux participants',
  previous: 'Dernière fois',
  schools: 'Établissements',
  schoolCount: (count: number) => many(count, 'établissement', 'établissements'),
  change: 'Modifier',
  promise: 'Promesse',
  purpose: 'Pourquoi',
  freeTextOn: 'avec des questions où l’on écrit',
  groupsOf: (titles: string) => `groupes : ${titles}`,
  anonymity: 'Comment l’anonymat est protégé',
  place: 'Invitations, séances, papier',
  extend: 'Reporter le dernier jour',
  close: 'Clore maintenant',
  delete: 'Supprimer cette enquête',
  again: 'Poser de nouveau',
  askedAgain: 'Une nouvelle enquête est prête, avec les mêmes questions. Choisissez ses jours.',
  declined: (count: number) => (count < 2 ? 'Un établissement a décliné.' : `${count} établissements ont décliné.`),
  seeSchools: 'Voir les établissements',
  participation: 'Participation',
  participationNote: 'Le nombre de réponses est arrondi, et dit à partir de 11 seulement. C’est tout ce qui est montré avant la clôture.',
  invited: 'Invités',
  answered: 'Réponses',
  part: 'Public',
  school: 'Établissement',
  group: 'Groupe',
  under: 'moins de 11',
  about5: (value: number) => `environ ${value.toLocaleString('fr-FR')}`,
  firstRows: (most: number) => `Les ${most} premières lignes sont montrées.`,
  percent: (value: number) => `${value} %`,
  nobody: 'Personne n’est encore invité.',
  all: 'Tous',
}

const opening = {
  offerTitle: 'Proposer aux établissements',
  offerText:
    'Les établissements verront l’enquête, inviteront leurs participants et pourront ajouter des questions qui ne seront que pour eux. Les questions communes ne changeront plus.',
  openTitle: 'Ouvrir l’enquête',
  openText: 'Après l’ouverture, ceci ne peut plus changer, ni par vous, ni par personne :',
  frozen: {
    threshold: (value: number) => `Aucun groupe de moins de ${value} réponses n’est montré.`,
    questions: (count: number) => many(count, 'question', 'questions'),
    breakdowns: (titles: readonly string[]) => `groupes distingués : ${titles.map((title) => `« ${title} »`).join(', ')}`,
    noBreakdowns: 'aucun groupe distingué',
    freeText: 'avec des questions où l’on écrit',
    noFreeText: 'sans question où l’on écrit',
    promise: (promise: string) => `Votre promesse : ${promise}`,
    schools: (count: number) => `${many(count, 'établissement participe', 'établissements participent')}.`,
  },
  still: (day: string) => `On répond jusqu’au ${day}. Vous pourrez encore reporter ce jour, inviter d’autres personnes, ou clore plus tôt.`,
  mails: 'Les personnes invitées par courriel recevront leur lien.',
  offer: 'Proposer',
  open: 'Ouvrir',
  offered: 'L’enquête est proposée aux établissements.',
  opened: 'L’enquête est ouverte.',
  extendTitle: 'Reporter le dernier jour',
  extendNow: (day: string) => `Aujourd’hui, le dernier jour est le ${day}.`,
  extend: 'Reporter',
  extended: 'Le dernier jour est changé.',
  dayMissing: 'Dites quel est le nouveau dernier jour.',
  closeTitle: 'Clore l’enquête',
  closeText:
    'Plus personne ne pourra répondre. Les invitations et les codes seront détruits, puis les résultats calculés une seule fois. Cela ne peut pas être défait.',
  close: 'Clore',
  closed: 'L’enquête est close. Les résultats se préparent.',
  deleteTitle: (title: string) => `Supprimer « ${title} »`,
  deleteText: 'Personne d’autre ne l’a encore vue. Elle sera supprimée pour toute l’équipe.',
  delete: 'Supprimer',
  deleted: 'L’enquête est supprimée.',
}

const refusals: Record<Refusal, { title: string; sentence: string }> & { back: string } = {
  back: 'Revenir à l’enquête',
  'not-draft': { title: 'Cette enquête ne se prépare plus', sentence: 'Elle est déjà proposée, ouverte ou close : ce qui est commun ne change plus.' },
  'not-preparing': { title: 'L’enquête est ouverte ou close', sentence: 'Ceci se choisit avant l’ouverture.' },
  'not-open': { title: 'L’enquête n’est pas ouverte', sentence: 'Ce pas se fait pendant que les gens répondent.' },
  'not-offerable': { title: 'Personne à qui la proposer', sentence: 'Cette enquête ne concerne que votre établissement : ouvrez-la directement.' },
  incomplete: { title: 'Il manque encore quelque chose', sentence: 'La page de l’enquête dit quoi, et mène à chaque endroit où le compléter.' },
  'part-gone': { title: 'Ce public n’est plus là', sentence: 'Quelqu’un l’a retiré entre-temps.' },
  changed: { title: 'Quelqu’un a modifié l’enquête entre-temps', sentence: 'Regardez ce qui est enregistré maintenant, puis recommencez.' },
  'not-released': { title: 'Cette enquête n’est pas finie', sentence: 'Une enquête se pose de nouveau quand ses résultats sont parus.' },
  promised: {
    title: 'Ce qui a été promis ne change plus',
    sentence: 'Depuis l’ouverture, ni le seuil, ni les groupes, ni les questions ne peuvent être changés : c’est ce qui protège ceux qui répondent.',
  },
}

export const fr = {
  audiences,
  states,
  accesses,
  list,
  settings,
  part,
  schools,
  missing,
  steps,
  show,
  opening,
  refusals,
  cancel: 'Annuler',
  errorTitle: 'À corriger',
  errorPrefix: 'Erreur :',
}

export type Texts = typeof fr
