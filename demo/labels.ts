import type { FollowState, Position } from '../src/features/labels/tables.ts'

/** What a demo school follows, and what it says of some points outside its self-evaluations. Days are counted from today. */
export interface DemoLabel {
  at: string
  framework: string
  version: string
  state: FollowState
  grade?: number
  conditions?: readonly string[]
  heldFrom?: number
  heldUntil?: number
  nextStep?: string
  nextDue?: number
  shared?: number
  /** Edition from which the school has just moved, and to which it may go back. */
  movedFrom?: string
  positions?: readonly { code: string; position: Position; reason: string }[]
}

export const demoLabels: readonly DemoLabel[] = [
  {
    at: 'tilleuls',
    framework: 'lycee-des-metiers',
    version: '2023',
    state: 'held',
    heldFrom: -1500,
    heldUntil: 326,
    nextStep: 'Dossier de renouvellement',
    nextDue: 170,
    shared: -60,
    positions: [
      { code: 'LDM1-P1', position: 'held', reason: 'La plaquette et les portes ouvertes présentent nos formations autour de deux domaines de métiers.' },
      {
        code: 'LDM2-D1',
        position: 'partly',
        reason: 'Les progressions sont communes en atelier ; ailleurs, les apprentis suivent l’emploi du temps des élèves.',
      },
      { code: 'LDM6-D1', position: 'not_yet', reason: 'Aucun départ depuis deux ans, faute de référent.' },
    ],
  },
  {
    at: 'tilleuls',
    framework: 'evaluation-externe',
    version: '2020',
    state: 'preparing',
    nextStep: 'Remettre notre autoévaluation',
    nextDue: 118,
    shared: -60,
  },
  { at: 'tilleuls', framework: 'euroscol', version: '2019', state: 'preparing', nextStep: 'Déposer la candidature', nextDue: 96 },
  { at: 'tilleuls', framework: 'e3d', version: '2020', state: 'exploring', grade: 2 },
  { at: 'tilleuls', framework: 'egalite', version: '2022', state: 'preparing', grade: 2, nextStep: 'Envoyer le dossier à la référente', nextDue: 60 },
  { at: 'tilleuls', framework: 'eqavet', version: '2020', state: 'exploring' },
  { at: 'polyvalent', framework: 'evaluation-externe', version: '2020', state: 'applied', nextStep: 'Visite de l’équipe', nextDue: 40, shared: -20 },
  {
    at: 'polyvalent',
    framework: 'lycee-des-metiers',
    version: '2016',
    state: 'ended',
    positions: [
      { code: 'LDM1-P2', position: 'held', reason: 'Le conseil des métiers se réunit deux fois par an avec les entreprises de la vallée.' },
      { code: 'LDM3-D12', position: 'partly', reason: 'Les élèves de seconde sont aidés ; les autres cherchent seuls.' },
      { code: 'LDM5-D13', position: 'held', reason: 'Deux assistants de langue interviennent en atelier.' },
      { code: 'LDM6-D12', position: 'partly', reason: 'Le repérage est fait en septembre, le suivi dépend des équipes.' },
      { code: 'LDM7-D13', position: 'held', reason: 'Le logo est sur le site et à l’entrée.' },
    ],
  },
  { at: 'polyvalent', framework: 'lycee-des-metiers', version: '2023', state: 'preparing', shared: -20, movedFrom: '2016' },
  {
    at: 'arsenal',
    framework: 'lycee-des-metiers',
    version: '2016',
    state: 'held',
    heldFrom: -1460,
    heldUntil: 366,
    nextStep: 'Préparer le renouvellement',
    nextDue: 200,
    positions: [
      { code: 'LDM1-P1', position: 'held', reason: 'Toutes nos formations relèvent de la maintenance et du bâtiment.' },
      { code: 'LDM3-D13', position: 'partly', reason: 'Un professeur aide les élèves sans lieu de stage, sur son temps.' },
      { code: 'LDM7-D12', position: 'held', reason: 'Portes ouvertes en février, forum en janvier.' },
    ],
  },
  { at: 'arsenal', framework: 'evaluation-externe', version: '2020', state: 'exploring', shared: -10 },
  {
    at: 'arsenal',
    framework: 'rnq',
    version: '2023',
    state: 'held',
    conditions: ['CERT', 'ALT', 'APP'],
    heldFrom: -500,
    heldUntil: 595,
    nextStep: 'Audit de surveillance',
    nextDue: 30,
  },
]
