import { count } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

const n = (value: number, one: string, many: string): string => count(value, one, many, 'en')

const en: Texts = {
  groups: {
    reread: {
      title: (value) => n(value, 'point to read again', 'points to read again'),
      help: 'What is asked has changed. What you had written stays and counts as far as it still answers.',
    },
    added: {
      title: (value) => n(value, 'new point', 'new points'),
      help: 'The older edition did not ask for them. Some may already be covered by another of your schemes.',
    },
    dropped: {
      title: (value) => n(value, 'point no longer asked for', 'points no longer asked for'),
      help: 'Nothing that you had written there is deleted: you can read it again, and the proofs stay among your proofs.',
    },
    kept: { title: (value) => n(value, 'point kept as it is', 'points kept as they are'), help: 'What you had written and proved counts there at once.' },
  },
  refusals: {
    ended: 'The school no longer follows this scheme. Take it up again from “Follow a scheme” first.',
    'nothing-newer': 'You already follow the latest edition.',
    'both-followed': 'The school already follows both editions. To keep only the new one, stop following the older from its page.',
    'changed-meanwhile': 'Somebody has just changed this scheme. Here is where it stands now: read again, then choose.',
    'nothing-to-undo': 'The move is confirmed already, or undone. There is nothing left to do here.',
  },
  titleAhead: (label, version) => `${label}: a newer edition exists (${version})`,
  leadAhead: 'Here is what would change for you. Look, try, go back as long as you have not confirmed.',
  titleMoved: (label, version) => `${label}: you are on edition ${version}`,
  leadMoved: (version) => `You come from edition ${version}. As long as you have not confirmed, you can go back to it.`,
  titleLatest: (label) => `${label}: nothing newer`,
  latest: 'You follow the latest edition. When a new one comes out, this page will say what it changes for you.',
  beforeAfter: 'Where you stand',
  before: (version) => `Edition ${version}`,
  after: (version) => `Edition ${version}`,
  safeTitle: 'Nothing is deleted',
  safe: 'Changing editions copies and deletes nothing: your proofs, what you have noted and your self-evaluations stay with the points where you put them, and count for the new points that they answer.',
  move: (version) => `Move to edition ${version}`,
  back: (version) => `Go back to edition ${version}`,
  confirm: 'Confirm',
  confirmHelp: 'Once confirmed, the older edition leaves your schemes. What is written there can still be read.',
  moved: (version) => `You now follow edition ${version}. You can still go back.`,
  wentBack: (version) => `You are back on edition ${version}. Nothing was lost.`,
  confirmed: 'Confirmed.',
  why: 'Why:',
  fromBefore: 'thanks to what you had written',
  written: 'What you had written there:',
  nothingWritten: 'You had written nothing there.',
  proofs: (value) => n(value, 'proof', 'proofs'),
  expired: (value) => n(value, 'proof to renew', 'proofs to renew'),
  planned: 'an action under way',
  reread: 'Read this point again',
  table: 'See the whole conversion table',
  label: 'Back to the scheme',
  columns: { point: 'Point', before: 'Before', after: 'Now' },
  noticeAhead: (version) => `A newer edition exists: ${version}.`,
  noticeAheadLink: 'See what would change for you',
  noticeMoved: (version) => `You have just moved from edition ${version} to this one.`,
  noticeMovedLink: 'Confirm, or go back',
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
