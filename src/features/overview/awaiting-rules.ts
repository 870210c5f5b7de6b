import { dayOf } from '../../platform/language.ts'
import type { Caller } from '../../platform/session.ts'
import { may } from '../accounts/permissions.ts'
import { estimatedMinutes } from '../evaluations/compose/rules.ts'
import { nextStep } from '../evaluations/overview/next-step.ts'
import type { NextStep, Standing } from '../evaluations/overview/next-step.ts'
import { timingOf } from '../plans/rules.ts'
import type { SurveyAtSchool } from '../surveys/campaign/awaiting-store.ts'
import type { Cycle, OwnPart } from './cycle-store.ts'

/** How many things are shown: more would be a list to manage, not a next step. */
export const shownAtOnce = 3

/** Days before the last day of answers from which it is said to be close. */
const closeDays = 3

/** Days after which a directory of schools is worth bringing up to date: it is published once a year at least. */
const directoryDays = 365

/**
 * What may await a person, most useful first: what others wait for, then what has a date, then what moves a cycle on, then beginnings,
 * then what is only to be read.
 */
export const awaitedKinds = [
  'survey-session',
  'answer-soon',
  'close',
  'validate',
  'answer',
  'action-passed',
  'action-near',
  'proofs-ending',
  'survey-invite',
  'survey-results',
  'agree',
  'diagnose',
  'decide-actions',
  'remind',
  'open',
  'survey-open',
  'survey-start',
  'choose-team',
  'compose',
  'import',
  'invite-team',
  'first-evaluation',
  'shared',
  'read-spread',
] as const
export type AwaitedKind = (typeof awaitedKinds)[number]

type CycleKind = Exclude<AwaitedKind, SurveyKind | 'action-passed' | 'action-near' | 'proofs-ending' | 'import' | 'invite-team' | 'first-evaluation' | 'shared'>

export type SurveyKind = Extract<AwaitedKind, `survey-${string}`>

export interface CycleAwaiting {
  kind: CycleKind
  cycle: Cycle
  /** Questions that the caller has not answered, and about how long they take. */
  left: number
  minutes: number
  /** Whether the last day of answers is over. */
  passed: boolean
}

export type Awaiting =
  | CycleAwaiting
  | { kind: 'action-passed' | 'action-near'; action: OwnAction }
  | { kind: 'invite-team' | 'first-evaluation' | 'proofs-ending'; school: LedSchool }
  | { kind: 'shared'; shared: Shared }
  | { kind: 'import'; directory: Directory }
  | { kind: SurveyKind; survey: SurveyAtSchool }

export interface OwnAction {
  id: string
  title: string
  organisationId: string
  organisationName: string
  dueOn: string | null
  state: 'planned' | 'under_way' | 'done' | 'abandoned'
}

/** A school of which the caller is head or lead. */
export interface LedSchool {
  id: string
  name: string
  people: number
  evaluations: number
  /** Proofs that come to their end, or to the day chosen to review them. */
  endingProofs: number
}

/** What schools have shared lately with those who accompany them. */
export interface Shared {
  count: number
  latest: { id: string; title: string; organisationName: string; sharedOn: Date }
  /** The académie that the caller accompanies; null for a national mandate. */
  authorityId: string | null
}

export interface Directory {
  schools: number
  importedAt: Date | null
}

export interface Situation {
  caller: Caller
  today: string
  now: Date
  cycles: readonly Cycle[]
  actions: readonly OwnAction[]
  led: readonly LedSchool[]
  /** Null when there is nothing new, or nobody to share with the caller. */
  shared: Shared | null
  surveys: readonly SurveyAtSchool[]
  /** Null to those who do not run the site. */
  directory: Directory | null
}

/** Everything that awaits a person, most useful first; within a kind, the nearest date first. */
export function listAwaiting(situation: Situation): Awaiting[] {
  const { caller, today, now } = situation
  const found: Awaiting[] = [
    ...situation.cycles.flatMap((cycle) => awaitingIn(cycle, caller, today)),
    ...situation.actions.flatMap((action) => awaitingOf(action, today)),
    ...situation.led.flatMap(awaitingAt),
    ...situation.surveys.flatMap((survey) => awaitingSurvey(survey, caller, now)),
    ...(situation.shared ? [{ kind: 'shared' as const, shared: situation.shared }] : []),
    ...(situation.directory && wantsImport(situation.directory, now) ? [{ kind: 'import' as const, directory: situation.directory }] : []),
  ]
  return found.sort(byUse)
}

function byUse(one: Awaiting, other: Awaiting): number {
  const ranks = awaitedKinds.indexOf(one.kind) - awaitedKinds.indexOf(other.kind)
  if (ranks !== 0) return ranks
  return lastDayOf(one).localeCompare(lastDayOf(other))
}

const undated = '9999-12-31'

const lastDayOf = (one: Awaiting): string =>
  'cycle' in one
    ? (one.cycle.endsOn ?? undated)
    : 'action' in one
      ? (one.action.dueOn ?? undated)
      : 'survey' in one
        ? (one.survey.closesOn ?? undated)
        : undated

/** What the caller is to a cycle, as the rule of its next step asks. */
export const standingOf = (cycle: Cycle, caller: Caller): Standing => ({
  facts: cycle.facts,
  leads: may(caller, 'evaluation.lead', cycle),
  validates: may(caller, 'evaluation.validate', cycle),
  part: cycle.part,
  visits: !may(caller, 'evaluation.inside', cycle),
})

function awaitingIn(cycle: Cycle, caller: Caller, today: string): Awaiting[] {
  const standing = standingOf(cycle, caller)
  const passed = cycle.endsOn !== null && cycle.endsOn < today
  const soon = cycle.endsOn !== null && daysBetween(today, cycle.endsOn) <= closeDays
  const step = nextStep(standing)
  const kinds: CycleKind[] = []
  const own = kindOf(step, standing, soon)
  if (own) kinds.push(own)
  if (cycle.state === 'answering' && standing.leads && step !== 'close') {
    if (passed) kinds.push('close')
    else if (soon && step === 'follow-answers' && !isOn(cycle.remindedAt, today)) kinds.push('remind')
  }
  return kinds.map((kind) => ({ kind, cycle, passed, ...leftOf(cycle.part) }))
}

/** The next step as something that awaits this very person; null when it is others', or only a wait. */
function kindOf(step: NextStep, { leads, part }: Standing, soon: boolean): CycleKind | null {
  switch (step) {
    case 'answer':
    case 'continue-answering':
      return soon ? 'answer-soon' : 'answer'
    case 'compose':
    case 'choose-team':
    case 'open':
    case 'close':
    case 'agree':
    case 'diagnose':
    case 'validate':
      return step
    case 'decide-actions':
      return leads || part ? step : null
    case 'read-spread':
      return part ? step : null
    case 'follow-answers':
    case 'follow-actions':
    case 'read-report':
    case 'wait-opening':
    case 'wait-closing':
    case 'wait-validation':
      return null
  }
}

function leftOf(part: OwnPart | null): { left: number; minutes: number } {
  if (!part) return { left: 0, minutes: 0 }
  const placed = Array.from({ length: part.leftPlaced }, () => ({ scale: { kind: 'statements' as const } }))
  const inWords = Array.from({ length: part.leftInWords }, () => ({ scale: { kind: 'none' as const } }))
  return { left: part.leftPlaced + part.leftInWords, minutes: estimatedMinutes([...placed, ...inWords]) }
}

function awaitingOf(action: OwnAction, today: string): Awaiting[] {
  switch (timingOf(action, today)) {
    case 'passed':
      return [{ kind: 'action-passed', action }]
    case 'near':
      return [{ kind: 'action-near', action }]
    case 'closed':
    case 'undated':
    case 'later':
      return []
  }
}

/** Days during which results that came out are said to be new. */
const newResultsDays = 30

function awaitingSurvey(survey: SurveyAtSchool, caller: Caller, now: Date): Awaiting[] {
  if (survey.session !== null && survey.state === 'open') return [{ kind: 'survey-session', survey }]
  if (survey.own && survey.state === 'draft') return may(caller, 'survey.open', survey) ? [{ kind: 'survey-open', survey }] : []
  if (survey.state === 'offered' && !survey.takesPart) return may(caller, 'survey.open', survey) ? [{ kind: 'survey-start', survey }] : []
  if ((survey.state === 'offered' || survey.state === 'open') && survey.takesPart && !survey.invited)
    return may(caller, 'survey.invite', survey) ? [{ kind: 'survey-invite', survey }] : []
  const isNew = survey.releasedAt !== null && now.getTime() - survey.releasedAt.getTime() < newResultsDays * dayLength
  return survey.state === 'released' && isNew && may(caller, 'survey.results', survey) ? [{ kind: 'survey-results', survey }] : []
}

function awaitingAt(school: LedSchool): Awaiting[] {
  const kinds: ('proofs-ending' | 'invite-team' | 'first-evaluation')[] = []
  if (school.endingProofs > 0) kinds.push('proofs-ending')
  if (school.people < 2) kinds.push('invite-team')
  if (school.evaluations === 0) kinds.push('first-evaluation')
  return kinds.map((kind) => ({ kind, school }))
}

const wantsImport = ({ schools, importedAt }: Directory, now: Date): boolean =>
  schools === 0 || (importedAt !== null && now.getTime() - importedAt.getTime() > directoryDays * dayLength)

const dayLength = 86_400_000

const daysBetween = (from: string, to: string): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength

// Reminders go at most once a day: asking again the same day would be refused.
const isOn = (moment: Date | null, day: string): boolean => moment !== null && dayOf(moment) === day
