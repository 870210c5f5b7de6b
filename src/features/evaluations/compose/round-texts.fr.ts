import { count } from '../../../platform/language.ts'

const questions = (value: number): string => count(value, 'question', 'questions', 'fr')
const members = (value: number): string => count(value, 'personne', 'personnes', 'fr')
const minutes = (value: number): string => `environ ${count(value, 'minute', 'minutes', 'fr')}`

export const team = {
  title: 'Équipe',
  intro: 'Chacun répond seul. On voit qui a répondu, jamais ce qui a été répondu.',
  caption: 'Membres de l’équipe',
  columns: { name: 'Nom', state: 'Participation', action: 'Action' },
  left: 'n’est plus dans l’établissement',
  remove: 'Retirer',
  removed: (open: boolean): string => (open ? 'Retiré de l’équipe. Ses réponses ne compteront pas.' : 'Retiré de l’équipe.'),
  emptyTitle: 'Personne dans l’équipe pour le moment',
  emptyPurpose: 'Une autoévaluation gagne à croiser les regards : enseignants, vie scolaire, administration, agents, DDFPT.',
  emptyLabel: 'Un bon départ :',
  emptyExample: 'six à douze personnes de métiers différents.',
  addTitle: 'Ajouter des personnes',
  addHint: 'Elles recevront un courriel dès maintenant, car les réponses sont ouvertes.',
  add: 'Ajouter à l’équipe',
  added: (added: number, open: boolean) =>
    `${members(added)} ${added < 2 ? 'ajoutée' : 'ajoutées'} à l’équipe${open ? (added < 2 ? ', prévenue par courriel.' : ', prévenues par courriel.') : '.'}`,
  nobodyChosen: 'Cochez au moins une personne, puis ajoutez.',
  allIn: 'Toutes les personnes de l’établissement sont dans l’équipe.',
  invite: 'Inviter quelqu’un dans l’établissement',
  closed: 'Les réponses sont closes : l’équipe ne change plus.',
  back: 'Revenir à l’autoévaluation',
}

export const opening = {
  title: 'Ouvrir les réponses',
  intro: 'Chaque membre de l’équipe reçoit un courriel avec un lien. Les réponses restent invisibles de tous jusqu’à la clôture.',
  after: 'Après l’ouverture, les questions ne changent plus : tous répondent aux mêmes.',
  questionnaire: 'Questionnaire',
  team: 'Équipe',
  questions: (total: number, time: number) => `${questions(total)}, ${minutes(time)}`,
  members: (total: number) => members(total),
  missing: 'Avant d’ouvrir',
  noQuestion: 'aucune question',
  nobody: 'personne',
  change: 'Modifier',
  until: 'Répondre jusqu’au',
  untilHint: 'Facultatif. Une date aide à s’y mettre ; vous pourrez la repousser.',
  open: 'Ouvrir les réponses',
  opened: (total: number) =>
    `Les réponses sont ouvertes. ${total < 2 ? 'Une personne peut répondre.' : `${total} personnes peuvent répondre, chacune est prévenue par courriel.`}`,
  look: 'À regarder avant d’ouvrir',
  errors: { day: 'Écrivez une date, par exemple 19/12/2026.', past: 'Ce jour est déjà passé. Choisissez aujourd’hui ou un jour à venir.' },
  reminded: (mails: number) => (mails === 1 ? 'Un rappel est parti.' : `${mails} rappels sont partis.`),
  extendTitle: 'Changer le dernier jour',
  extendNow: (day: string) => `Aujourd’hui, l’équipe peut répondre jusqu’au ${day}.`,
  extendNone: 'Aujourd’hui, il n’y a pas de dernier jour.',
  extendNote: 'Rien ne se ferme tout seul : c’est vous qui clorez les réponses.',
  extend: 'Enregistrer ce jour',
  extended: 'Le dernier jour a changé.',
  extendMissing: 'Choisissez un jour.',
}

export const deletion = {
  title: 'Supprimer cette autoévaluation ?',
  text: (total: number) =>
    `Le titre, les réglages et ${total === 0 ? 'l’équipe' : `${total === 1 ? 'la question' : `les ${total} questions`}`} disparaîtront. Personne n’a encore répondu.`,
  model: 'Pour garder les questions, gardez-les d’abord comme modèle.',
  delete: 'Supprimer',
  keep: 'Ne pas supprimer',
  deleted: 'Autoévaluation supprimée.',
}
