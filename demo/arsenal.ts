import type { DemoEvaluation } from './story.ts'

/** A plan of action in full swing. */
export const arsenal: readonly DemoEvaluation[] = [
  {
    key: 'arsenal-pilotage', at: 'arsenal', title: 'Piloter avec moins de papier et plus de suites', purpose: 'Beaucoup de réunions, peu de suites visibles : regarder notre façon de piloter.',
    themes: ['QF15'], state: 'validated', lead: 'lucie.barbier', members: ['gerard.noel', 'lucie.barbier', 'hugo.lambert'].map((who) => ({ who })),
    days: { created: -200, opened: -190, ends: -170, closed: -168, validated: -150, shared: -149 },
    questions: [
      { code: 'QF15-P1', answers: [2, 3, 1], agreed: { value: 2, reason: 'Sept priorités : personne ne les cite toutes.' } },
      { code: 'QF15-P3', answers: [2, 2, 2], agreed: { value: 2, reason: 'Trois dossiers, trois tableaux de chiffres différents.' } },
      { code: 'QF15-D1', answers: [4, 4, 3], agreed: { value: 4, reason: 'Chaque lundi, une page de décisions.' } },
      { code: 'QF15-D3', answers: [1, 2, 1], agreed: { value: 1, reason: 'Les missions se donnent dans les couloirs.' } },
      { code: 'QF15-D4', answers: [2, 3, 2], agreed: { value: 2, reason: 'On consulte ; on dit rarement ce qui a été retenu.' } },
      { code: 'QF15-C2', answers: [1, 1, 2], agreed: { value: 1, reason: 'Le point se fait une fois l’an, dans l’urgence.' } },
      { code: 'QF15-A1', answers: [1, 1, 1], agreed: { value: 1, reason: 'Rien ne s’arrête jamais.' } },
    ],
    findings: [
      { kind: 'strength', text: 'La réunion de direction du lundi décide et garde une trace.', codes: ['QF15-D1'] },
      { kind: 'weakness', text: 'Les missions ne sont ni écrites ni datées.', codes: ['QF15-D3'] },
      { kind: 'weakness', text: 'Nous ne faisons pas le point sur les actions.', codes: ['QF15-C2'] },
      { kind: 'axis', text: 'Trois priorités au lieu de sept.', codes: ['QF15-P1', 'QF15-A1'] },
    ],
    actions: [
      { title: 'Passer de sept à trois priorités', finding: 3, what: 'Un vote en conseil pédagogique, puis au conseil d’administration.', byWhom: 'La direction et le conseil pédagogique', state: 'done', progress: 100, owner: 'gerard.noel', starts: -140, due: -60, effect: 'Interrogés dans la salle des personnels, 14 collègues sur 20 citent les trois priorités.' },
      { title: 'Écrire une lettre de mission d’une page par chantier', finding: 1, byWhom: 'La direction', state: 'under_way', progress: 60, owner: 'lucie.barbier', starts: -90, due: 9, steps: [{ label: 'Modèle d’une page', done: true }, { label: 'Bureau des entreprises', done: true }, { label: 'Mobilités' }, { label: 'Développement durable' }] },
      { title: 'Faire le point sur les actions en janvier et en juin', finding: 2, state: 'planned', owner: 'lucie.barbier', due: 55, why: 'Distinguer ce qui est fait, ce qui a un effet, ce qui attend.' },
      { title: 'Un seul tableau de chiffres pour les trois dossiers', state: 'under_way', progress: 20, owner: 'lucie.barbier', starts: -30, due: -4, why: 'Ne plus ressaisir les mêmes chiffres.' },
      { title: 'Supprimer la réunion de coordination du jeudi', finding: 3, state: 'done', progress: 100, owner: 'gerard.noel', due: -80, effect: 'Deux heures rendues aux équipes chaque mois.' },
      { title: 'Un bulletin hebdomadaire imprimé', state: 'abandoned', due: -20, comments: 'Le tableau de la salle des personnels suffit.' },
    ],
  },
]
