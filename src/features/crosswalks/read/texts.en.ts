import { count } from '../../../platform/language.ts'
import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

export const en: Texts = {
  title: 'Correspondences between frameworks',
  lead: 'What one framework says is often found in another. Thanks to these links, a proof attached once serves several schemes.',
  links: (value) => count(value, 'link', 'links', 'en'),
  gaps: (value) => `${value} without equivalent`,
  name: (from, to) => `${from} and ${to}`,
  end: (title, edition) => `${title}, ${edition} edition`,
  relations: {
    equal: 'say the same',
    broader: 'the first holds the second',
    narrower: 'the first is only a part of the second',
    overlaps: 'overlap in part',
  },
  statuses: { proposed: 'Proposed', validated: 'Validated' },
  states: { draft: 'Draft', review: 'Being reviewed', published: 'Published' },
  filter: 'See those of one framework',
  filterAll: 'All frameworks',
  filterButton: 'Show',
  write: 'Write a correspondence',
  writeAt: (organisation) => `Write a correspondence, ${organisation}`,
  ours: 'Being written by you',
  others: 'Published',
  by: (author) => `Written by ${author}`,
  emptyTitle: 'No correspondence here',
  emptyPurpose: 'A correspondence says, statement by statement, what two frameworks have in common, and why.',
  emptyLabel: 'For instance:',
  emptyExample: '« Chaque période a un tuteur qui a accepté sa mission » est une partie de « Les partenaires sont associés à la formation ».',
  about: {
    author: 'Written by',
    status: 'State',
    statuses: { proposed: 'Proposed: to be discussed.', validated: 'Validated by those who carry both schemes.' },
    source: 'Where it comes from',
    licence: 'Rights',
    counts: 'What it links',
  },
  legend: 'How to read the links',
  legendLead: 'Each line compares the statement at left (the first) with the one at right (the second).',
  legends: {
    equal: 'Showing one is showing the other.',
    broader: 'Showing the first is showing the second, not the other way round.',
    narrower: 'The first helps to show the second, but is not enough.',
    overlaps: 'They touch: a proof of one may serve the other, to be verified.',
  },
  turn: (from, to) => `From ${from} to ${to}`,
  directions: 'Direction of reading',
  columns: { near: 'First statement', relation: 'Link', far: 'Second statement', reason: 'Why' },
  gapsTitle: 'Without equivalent',
  gapsLead: 'Statements whose equivalent was looked for and not found.',
  statement: 'Statement',
  unlinked: (value) => count(value, 'statement has not been looked at yet.', 'statements have not been looked at yet.', 'en'),
  noLinks: 'No link yet.',
  own: 'Complete it for ourselves',
  ownHelp: 'This one comes with the site and does not change. Yours will be added to it.',
  goOn: 'Go on writing',
  exportLink: 'Take it away in a file',
  of: (title) => `Correspondences of ${title}`,
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
