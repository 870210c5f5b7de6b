import type { Language } from '../../platform/language.ts'
import { fr } from './authority.texts.fr.ts'
import type { Texts } from './authority.texts.fr.ts'

export const en: Texts = {
  authority: {
    titleOf: (name) => `Académie: ${name}`,
    lead: 'You accompany schools that evaluate themselves. Each decides what it shows you, and when.',
    toFigures: 'Published figures, for all schools together',
    seesTitle: 'What you see',
    sees: [
      'How many schools of the académie have begun, never which.',
      'The self-evaluations that schools have chosen to share: agreed positions, strengths, weaknesses, actions.',
    ],
    notSeesTitle: 'What you do not see',
    notSees: [
      'Anybody’s answers: nobody reads them, even inside the school.',
      'Who works in the teams, and who has answered.',
      'What a school has not shared. If it stops sharing, the page closes.',
      'A ranking: there is none here, and there will be none.',
    ],
    figuresTitle: 'The schools of the académie',
    schools: (number) => `${number} are open.`,
    engaged: (number) => `${number} have begun a self-evaluation.`,
    validated: (number) => `${number} have validated one.`,
    sharing: (number) => `${number} share one with you.`,
    few: 'Fewer than 5',
    most: 'Nearly all',
    sourceSummary: 'Where do these figures come from?',
    source:
      'Open schools are those of the directory. The other figures count the schools that have at least one self-evaluation here. Under 5 schools the number is not said, so that nobody can guess which. The same when fewer than 5 would be left.',
    sharedTitle: 'What schools have shared',
    sharedIntro: 'In alphabetical order.',
    caption: (district) => `Shared self-evaluations, ${district}`,
    captionAll: 'Shared self-evaluations',
    noDistrict: 'Without district',
    columns: { school: 'School', evaluation: 'Self-evaluation', state: 'State', shared: 'Shared on' },
    emptyTitle: 'Nothing is shared yet',
    empty: 'When a head shares a self-evaluation, it appears here. Sharing is their choice: talk about it with them, without asking through the site.',
    pages: 'Pages of the list',
    previous: 'Previous',
    next: 'Next',
    position: (page, pages) => `Page ${page} of ${pages}`,
  },
  authorities: {
    title: 'Académies',
    lead: 'Choose an académie to see what its schools have shared.',
    none: 'No académie yet: the directory has not been imported.',
  },
  network: {
    figures: 'Published figures, together',
    title: 'The schools of the network',
    lead: 'The network runs its own self-evaluations. Those of each school remain its own.',
    schools: 'Schools',
    columns: { school: 'School', town: 'Town', period: 'In the network' },
    since: (day) => `since ${day}`,
    from: (day) => `from ${day}`,
    period: (from, to) => `from ${from} to ${to}`,
    none: 'No school is noted yet. The person who runs the site can add them.',
    past: (number) => `${number} in the past`,
    pastOne: 'school',
    pastMany: 'schools',
    evaluations: 'The network’s self-evaluations',
    actions: 'The network’s actions',
    team: 'The network’s team',
    sharedTitle: 'Shared with the académie',
    sharedNone: 'The network has not shared anything yet.',
    sharedOn: (day) => `shared on ${day}`,
  },
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
