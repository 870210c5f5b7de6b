import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { TogetherTexts } from './texts.fr.ts'

const en: TogetherTexts = {
  authorityTitle: 'The figures of the académie together',
  networkTitle: 'The figures of the network together',
  authority: 'Académie',
  network: 'Network',
  lead: 'Between which bounds half of the schools stand, and where the middle is. No school is named or ranked.',
  aboutSummary: 'What this page says, and what it does not',
  about: [
    'It only takes what the ministry publishes school by school.',
    'What schools type, and what the site counts for them, is theirs: none of it is shown here.',
    'Nothing is said of fewer than five schools.',
    'There is no list of schools and no order by result: a figure is read with what each team knows of it.',
  ],
  finder: 'Choose what is shown',
  theme: 'Theme',
  type: 'Type of school',
  anyType: 'All schools',
  show: 'Show',
  none: 'No figure of this theme is known for five schools or more.',
  noneOfType: 'No figure of this theme is known for five schools or more of this type.',
  noData: 'Figures appear when a file of the ministry has been imported.',
  description: (said) => `Middle half of the schools and the middle, by period: ${said}.`,
  said: (period, low, high, middle) => `${period}, between ${low} and ${high}, middle ${middle}`,
  key: { value: 'the middle of the schools', range: 'half of the schools', break: 'break: not comparable' },
  numbers: 'See the figures',
  columns: { period: 'Period', schools: 'Schools', low: 'A quarter is below', middle: 'Middle', high: 'A quarter is above' },
  source: 'Where does this figure come from?',
  sourceOf: (dataset, producer, licence) => `${dataset}. ${producer}. ${licence}.`,
  limits: 'What it does not say',
  breakAt: (period, sentence) => `${period}: ${sentence}`,
  publish: 'Decide what is published',
  publication: {
    title: 'Publish figures of the académie',
    lead: 'Choose the indicators that everybody may read and reuse without signing in. Each tells half of the schools and the middle, never a school.',
    choose: 'Published indicators',
    waits: 'Not known yet for five schools: it will appear by itself as soon as it is.',
    save: 'Save',
    saved: 'Saved.',
    publicTitle: 'What everybody may read',
    publicNone: 'Nothing is published yet.',
    catalogue: 'The catalogue, for open data portals (DCAT-AP)',
    catalogueAs: (format) => `Catalogue as ${format}`,
    fileAs: (name, format) => `${name} (${format})`,
  },
  // The files are in French, and say so.
  catalogue: fr.catalogue,
}

export const textsIn = (language: Language): TogetherTexts => (language === 'fr' ? fr : en)
