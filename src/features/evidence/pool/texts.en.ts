import { count, formatNumber } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import type { PoolState } from './filter.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

const states: Record<PoolState, string> = {
  expired: 'Out of date',
  ending: 'Ending soon, or to review',
  unused: 'Not used',
  once: 'Used once',
}

const nothingIn: Record<PoolState, string> = {
  expired: 'No proof is out of date.',
  ending: 'No proof ends within thirty days, and none is to be reviewed.',
  unused: 'All your proofs serve at least once.',
  once: 'No proof serves only once.',
}

export const en: Texts = {
  title: 'Proofs of the school',
  purpose: 'All that shows what you say, stored once: one proof can serve everything you are engaged in.',
  care: 'Only people of the school see these documents. They are never passed on to the académie.',
  add: 'Add proofs',
  emptyTitle: 'No proof yet',
  emptyPurpose: 'A proof is a document or a web page that shows what you say: minutes, a standard agreement, a follow-up table.',
  emptyExample: 'Example:',
  exampleText: 'the agreement with a company, added once, serves the self-evaluation and the application for the label.',
  figures: 'What your proofs spare you',
  reused: (reused, all) =>
    `${formatNumber(reused, 'en')} ${reused === 1 ? 'proof serves' : 'proofs serve'} several frameworks, out of ${formatNumber(all, 'en')}`,
  reusedShare: (percent) => `${percent}%`,
  sparedTimes: (times) => count(times, 'time', 'times', 'en'),
  spared: 'a proof did not have to be looked for again',
  where: 'Where does this figure come from?',
  reusedWhy:
    'Rate of re-use (indicator Q09): proofs linked to at least two frameworks, divided by all the proofs that you can see. A proof is linked to a framework by a point that you linked to it, or by a question of a self-evaluation that comes from it. Editions of one framework count as one.',
  sparedWhy:
    'For each proof, the links beyond the first, added up. We do not turn them into hours gained: nobody has measured how long a search takes at your school.',
  search: 'Search titles and the text of files',
  searchHint: 'All the words must be there. The text of PDFs, Word and LibreOffice documents and plain texts is read; that of pictures is not.',
  searchButton: 'Search',
  nature: 'Kind',
  anyNature: 'All',
  filters: 'Choose proofs',
  all: 'All',
  states,
  found: (total) => count(total, 'proof', 'proofs', 'en'),
  foundFor: (total, words) => `${count(total, 'proof', 'proofs', 'en')} for “${words}”`,
  nothingFor: (words) => `Nothing for “${words}”`,
  nothingHelp: 'Try a single word, or a more common one. A file that was just added is read within a minute.',
  nothingIn,
  nothingOfNature: 'No proof of this kind.',
  seeAll: 'See all the proofs again',
  say: 'Say where it serves',
  excerpt: 'In the file:',
  pages: { label: 'Pages of proofs', previous: 'More recent', next: 'Older', position: (page, pages) => `Page ${page} of ${pages}` },
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
