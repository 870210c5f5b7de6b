import type { DemoEvaluation, DemoQuestion } from './story.ts'

const members = ['mireille.blanc', 'yann.lefort', 'fatou.diallo'].map((who) => ({ who }))

const question = (code: string, answers: readonly number[], value: number, reason: string): DemoQuestion => ({ code, answers, agreed: { value, reason } })

/** Two validated cycles on the same theme, to be compared; the first is shared with the académie. */
export const chene: readonly DemoEvaluation[] = [
  {
    key: 'chene-premier',
    at: 'chene',
    title: 'Les aménagements, premier regard',
    purpose: 'Partir de ce que vivent les élèves pour rendre les aménagements plus simples.',
    themes: ['QF05'],
    state: 'validated',
    lead: 'yann.lefort',
    members,
    days: { created: -800, opened: -790, ends: -770, closed: -768, validated: -740, shared: -735 },
    questions: [
      question('QF05-P1', [2, 3, 2], 2, 'Les informations arrivent, mais après la rentrée.'),
      question('QF05-P3', [1, 2, 1], 1, 'Le calendrier se fait au fil de l’eau.'),
      question('QF05-D1', [2, 2, 1], 2, 'La fiche existe pour la moitié des élèves.'),
      question('QF05-D2', [2, 3, 2], 2, 'Bien en classe, peu en atelier.'),
      question('QF05-C1', [1, 1, 1], 1, 'Nous ne demandons pas leur avis aux élèves.'),
      question('QF05-A1', [2, 3, 3], 3, 'Plusieurs adaptations servent maintenant à tous.'),
    ],
    findings: [
      { kind: 'strength', text: 'Des adaptations pensées pour quelques-uns servent à toute la classe.', codes: ['QF05-A1'] },
      { kind: 'weakness', text: 'Les élèves ne disent pas ce qui les aide vraiment.', codes: ['QF05-C1'] },
      { kind: 'axis', text: 'Une fiche courte par élève, prête avant le premier cours.', codes: ['QF05-D1', 'QF05-P1'] },
    ],
    actions: [
      {
        title: 'Une fiche d’une page par élève, écrite avec lui',
        finding: 2,
        byWhom: 'L’enseignant référent',
        forWhom: 'Tous les élèves',
        why: 'Que chaque adulte sache en une minute ce qui aide.',
        state: 'done',
        progress: 100,
        owner: 'yann.lefort',
        starts: -700,
        due: -500,
        effect: 'La fiche existe pour tous à la rentrée. Les élèves la corrigent eux-mêmes.',
      },
      {
        title: 'Demander aux élèves, deux fois par an, ce qui sert et ce qui gêne',
        finding: 1,
        byWhom: 'L’équipe éducative',
        forWhom: 'Les élèves et leurs familles',
        state: 'done',
        progress: 100,
        owner: 'fatou.diallo',
        starts: -600,
        due: -300,
        effect: 'Trois aménagements abandonnés, un créé, à leur demande.',
      },
    ],
  },
  {
    key: 'chene-second',
    at: 'chene',
    title: 'Les aménagements, deux ans après',
    purpose: 'Voir ce que nos actions ont changé, et ce qui reste.',
    themes: ['QF05'],
    state: 'validated',
    lead: 'yann.lefort',
    members,
    previous: 'chene-premier',
    days: { created: -90, opened: -80, ends: -60, closed: -58, validated: -30 },
    questions: [
      question('QF05-P1', [3, 3, 3], 3, 'Une réunion en juin avec les collèges.'),
      question('QF05-P3', [2, 2, 3], 2, 'Le calendrier est affiché ; il glisse encore au printemps.'),
      question('QF05-D1', [4, 4, 3], 4, 'Tous les élèves ont leur fiche.'),
      question('QF05-D2', [3, 2, 3], 3, 'L’atelier a suivi, l’EPS pas encore.'),
      question('QF05-C1', [3, 4, 3], 3, 'Deux recueils par an, lus en équipe.'),
      question('QF05-D4', [2, 2, 2], 2, 'Question nouvelle : les temps d’échange sont rares.'),
    ],
    findings: [
      { kind: 'strength', text: 'Chaque adulte sait ce qui aide chaque élève, dès le premier jour.', codes: ['QF05-D1', 'QF05-C1'] },
      { kind: 'weakness', text: 'Les temps d’échange entre accompagnants et enseignants manquent.', codes: ['QF05-D4'] },
    ],
    actions: [
      {
        title: 'Un quart d’heure fixe, chaque semaine, entre accompagnants et enseignants',
        finding: 1,
        why: 'Ajuster sans attendre la réunion de suivi.',
        state: 'planned',
        owner: 'fatou.diallo',
        due: 40,
      },
    ],
  },
]
