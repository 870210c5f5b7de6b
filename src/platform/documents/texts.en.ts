import type { Texts } from './texts.fr.ts'

export const en: Texts = {
  contents: 'Contents',
  page: (page, pages) => `page ${page} of ${pages}`,
  toComplete: 'to be completed',
  nothingYet: 'Nothing yet',
  agreed: 'Agreed position',
  noAgreement: 'No agreed position yet',
  answers: (count) => (count === 0 ? 'no answer' : count === 1 ? '1 answer' : `${count} answers`),
  position: 'Position',
  answersHeader: 'Answers',
  fill: { empty: 'to be started', partial: 'under way', full: 'done' },
  wheelAlt: 'Wheel in four quarters',
  colon: ': ',
  callout: { information: 'Good to know', strength: 'Strength', attention: 'Point to watch' },
}
