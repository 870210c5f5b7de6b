/** What people are told of the last days: sorts of lines of the activity log. Never answers, and nothing of settings or accounts. */
export const toldKinds = [
  'evaluation.created',
  'evaluation.opened',
  'evaluation.extended',
  'evaluation.closed',
  'evaluation.validated',
  'evaluation.shared',
  'answer.finished',
  'agreement.saved',
  'finding.added',
  'action.created',
  'action.moved',
  'evidence.added',
  'mandate.given',
] as const
export type ToldKind = (typeof toldKinds)[number]

/** « Since last time », simply: the last days. */
export const toldDays = 7

/** How many sentences at most. */
export const toldAtOnce = 6

/** Lines of one sort on one thing, told in one sentence. */
export interface Told {
  kind: ToldKind
  organisationId: string
  organisationName: string
  /** The evaluation or action in question, where there is one that still exists. */
  subject: { id: string; title: string } | null
  /** How many times, or how many things. */
  count: number
  lastAt: Date
}

/** What can still be told: a thing that is gone has no page to lead to. */
export const tellable = (lines: readonly Told[]): Told[] =>
  lines.filter((line) => line.subject !== null || withoutSubject.includes(line.kind)).slice(0, toldAtOnce)

const withoutSubject: readonly ToldKind[] = ['evidence.added', 'mandate.given', 'action.created']
