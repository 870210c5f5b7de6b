/** Figures of the demonstration: what a fictional ministry published of three of its lycées, and what one of them types, aims at and says. All invented. */

/** A row of the results of lycées professionnels, by session. */
export interface DemoResults {
  at: string
  /** By session: people present, rate, added value, access from seconde; null where nothing is published. */
  sessions: Readonly<Record<string, readonly [number, number | null, number | null, number | null]>>
}

export const demoResults: readonly DemoResults[] = [
  {
    at: 'tilleuls',
    sessions: {
      '2020': [118, 90, 4, 63],
      '2021': [121, 86, 2, 62],
      '2022': [115, 80, 1, 60],
      '2023': [119, 79, 0, 61],
      '2024': [124, 82, 2, 64],
      '2025': [122, 88, 5, 67],
    },
  },
  {
    at: 'polyvalent',
    sessions: { '2022': [46, 84, 3, 66], '2023': [41, 78, null, 65], '2024': [44, 81, 1, 66], '2025': [43, 83, 2, 68] },
  },
  { at: 'arsenal', sessions: { '2023': [88, 91, 6, 72], '2024': [90, 89, 4, 71], '2025': [86, 92, 6, null] } },
]

export interface DemoValue {
  measure: string
  period: string
  value?: number
  missing?: 'below-threshold' | 'to-confirm'
  people?: readonly [number, number]
  note: string
}

/** What the lycée des Tilleuls keeps itself. */
export const demoFigures = {
  at: 'tilleuls',
  values: [
    { measure: 'D01', period: '2022-2023', value: 11.2, note: 'Logiciel de vie scolaire, relevé de fin d’année.' },
    { measure: 'D01', period: '2023-2024', value: 10.8, note: 'Logiciel de vie scolaire, relevé de fin d’année.' },
    { measure: 'D01', period: '2024-2025', value: 9.1, note: 'Logiciel de vie scolaire, relevé de fin d’année.' },
    { measure: 'D01', period: '2025-2026', value: 8.4, note: 'Relevé de juin ; les absences de stage n’y sont pas.' },
    { measure: 'E04', period: '2023-2024', people: [131, 168], note: 'Liste du DDFPT au premier jour de chaque période.' },
    { measure: 'E04', period: '2024-2025', people: [139, 171], note: 'Liste du DDFPT au premier jour de chaque période.' },
    { measure: 'E04', period: '2025-2026', people: [158, 174], note: 'Liste du DDFPT au premier jour de chaque période.' },
    { measure: 'R09', period: '2024', missing: 'below-threshold', note: 'Trois candidats.' },
  ] satisfies DemoValue[],
  targets: [
    { measure: 'D01', period: '2026-2027', value: 8, note: 'Projet d’établissement.' },
    { measure: 'E04', period: '2026-2027', value: 95, note: 'Engagement du bureau des entreprises.' },
  ],
  breaks: [{ measure: 'D01', period: '2024-2025', sentence: 'Nouveau logiciel : les retards de moins d’une heure ne comptent plus.' }],
  appreciations: [
    {
      measure: 'E04',
      words: 'Les familles sans réseau trouvent maintenant une entreprise grâce au bureau. Restent les stages de seconde, trouvés trop tard.',
      day: -20,
    },
  ],
  board: [
    { measure: 'R01', wide: true, note: 'Notre premier résultat, à lire avec l’accès depuis la seconde.' },
    { measure: 'R03', wide: false, note: '' },
    { measure: 'E04', wide: false, note: 'Suivi par le bureau des entreprises.' },
    { measure: 'D01', wide: false, note: '' },
    { measure: 'C01', wide: false, note: '' },
    { measure: 'Q05', wide: false, note: '' },
  ],
} as const
