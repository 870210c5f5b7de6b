import type { DemoEvaluation } from './story.ts'

/** The school that answers now, the network, the school that composes. */
export const vere: readonly DemoEvaluation[] = [
  {
    key: 'polyvalent-vie',
    at: 'polyvalent',
    title: 'La vie lycéenne vue par toute l’équipe',
    purpose: 'Préparer avec les élèves les priorités de l’année, à partir d’un regard partagé.',
    themes: ['QF02'],
    state: 'answering',
    lead: 'marc.dubois',
    days: { created: -20, opened: -9, ends: 12 },
    members: [
      { who: 'sophie.laurent', answered: 8 },
      { who: 'marc.dubois', answered: 12, finished: true },
      { who: 'leila.morel', answered: 4 },
      { who: 'bruno.costa', answered: 12, finished: true },
      { who: 'ines.perrot', answered: 0 },
      { who: 'david.nguyen', answered: 7 },
    ],
    questions: ['P1', 'P2', 'P3', 'P4', 'D1', 'D2', 'D3', 'D4', 'C1', 'C2', 'A1', 'A2'].map((code) => ({ code: `QF02-${code}` })),
  },
  {
    key: 'reseau-partenaires',
    at: 'reseau',
    title: 'Nos partenariats, à l’échelle du réseau',
    purpose: 'Trois lycées, souvent les mêmes entreprises : voir ce que nous pourrions faire ensemble.',
    scope: { kind: 'network', detail: 'Les trois lycées de la voie professionnelle' },
    themes: ['QF19'],
    state: 'answering',
    lead: 'marc.dubois',
    days: { created: -14, opened: -5, ends: 20 },
    members: [
      { who: 'marc.dubois', answered: 3 },
      { who: 'karim.benali', answered: 0 },
      { who: 'lucie.barbier', answered: 6, finished: true },
    ],
    questions: ['P1', 'P2', 'D1', 'D3', 'D5', 'C1', 'C2', 'A2'].map((code) => ({ code: `QF19-${code}` })),
  },
  {
    key: 'belvedere-europe',
    at: 'belvedere',
    title: 'S’ouvrir à l’Europe, pour tous les élèves',
    purpose: 'Avant de demander un label, savoir ce qui existe vraiment.',
    themes: ['QF12'],
    state: 'composing',
    lead: 'victor.aubry',
    days: { created: -6 },
    members: [{ who: 'anne.delorme' }, { who: 'victor.aubry' }, { who: 'celine.picard' }],
    questions: ['P1', 'P2', 'D1', 'D4', 'C1', 'A2'].map((code) => ({ code: `QF12-${code}` })),
  },
]
