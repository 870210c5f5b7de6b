import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { SurveyAtSchool } from '../surveys/campaign/awaiting-store.ts'
import type { Caller, Role } from '../../platform/session.ts'
import type { CycleFacts } from '../evaluations/wheel.ts'
import { awaitedKinds, listAwaiting } from './awaiting-rules.ts'
import type { AwaitedKind, LedSchool, OwnAction, Situation } from './awaiting-rules.ts'
import type { Cycle, OwnPart } from './cycle-store.ts'

const today = '2026-11-20'
const school = 'school-1'

const callerOf = (role: Role): Caller => ({
  sessionId: 's',
  personId: 'p',
  name: 'Camille',
  email: '',
  language: 'fr',
  secondFactorPassed: true,
  hasSecondFactor: false,
  mandates: [{ organisationId: school, role, kind: 'school', name: 'Lycée' }],
})

const factsOf = (facts: Partial<CycleFacts>): CycleFacts => ({
  state: 'composing',
  hasPurpose: true,
  themes: 1,
  items: 4,
  members: 3,
  begun: false,
  finished: 0,
  agreed: 0,
  findings: 0,
  actions: 0,
  ...facts,
})

const cycleOf = (facts: Partial<CycleFacts>, rest: Partial<Cycle> = {}): Cycle => ({
  id: 'e',
  organisationId: school,
  organisationName: 'Lycée',
  title: 'Accueil',
  state: facts.state ?? 'composing',
  schoolYear: '2026-2027',
  endsOn: null,
  remindedAt: null,
  validatedAt: null,
  sharedAt: null,
  part: null,
  ...rest,
  facts: factsOf(facts),
})

const notBegun: OwnPart = { finished: false, answered: 0, leftPlaced: 4, leftInWords: 0 }
const finished: OwnPart = { finished: true, answered: 4, leftPlaced: 0, leftInWords: 0 }

const actionOf = (dueOn: string | null, state: OwnAction['state'] = 'planned'): OwnAction => ({
  id: 'a',
  title: 'Appeler',
  organisationId: school,
  organisationName: 'Lycée',
  dueOn,
  state,
})

const situationOf = (role: Role, rest: Partial<Situation>): Situation => ({
  caller: callerOf(role),
  today,
  now: new Date(`${today}T10:00:00Z`),
  cycles: [],
  actions: [],
  led: [],
  shared: null,
  directory: null,
  surveys: [],
  ...rest,
})

const kindsOf = (role: Role, rest: Partial<Situation>): AwaitedKind[] => listAwaiting(situationOf(role, rest)).map((one) => one.kind)

const open = { state: 'answering' as const }
const closed = { state: 'agreeing' as const, begun: true }
const alone: LedSchool = { id: school, name: 'Lycée', people: 1, evaluations: 0, endingProofs: 0 }

const surveyOf = (values: Partial<SurveyAtSchool>): SurveyAtSchool => ({
  id: 'survey',
  title: 'Climat',
  state: 'draft',
  closesOn: null,
  organisationId: school,
  organisationName: 'Lycée',
  own: true,
  takesPart: true,
  invited: false,
  session: null,
  releasedAt: null,
  ...values,
})

const cases: [string, Role, Partial<Situation>, AwaitedKind[]][] = [
  ['nothing awaits someone without anything', 'member', {}, []],
  ['an open round without a last day awaits an answer', 'member', { cycles: [cycleOf(open, { part: notBegun })] }, ['answer']],
  ['four days before the last day there is still time', 'member', { cycles: [cycleOf(open, { part: notBegun, endsOn: '2026-11-24' })] }, ['answer']],
  ['three days before the last day it is soon', 'member', { cycles: [cycleOf(open, { part: notBegun, endsOn: '2026-11-23' })] }, ['answer-soon']],
  ['after the last day one may still answer', 'member', { cycles: [cycleOf(open, { part: notBegun, endsOn: '2026-11-01' })] }, ['answer-soon']],
  ['a member who has finished waits for nothing', 'member', { cycles: [cycleOf(open, { part: finished })] }, []],
  ['a member outside the team is not asked', 'member', { cycles: [cycleOf(open)] }, []],
  ['a lead closes when all have finished', 'lead', { cycles: [cycleOf({ ...open, finished: 3 }, { part: finished })] }, ['close']],
  ['a lead closes once the last day is over', 'lead', { cycles: [cycleOf({ ...open, finished: 1 }, { endsOn: '2026-11-19' })] }, ['close']],
  ['on the last day itself it is too early to close', 'lead', { cycles: [cycleOf({ ...open, finished: 1 }, { endsOn: today })] }, ['remind']],
  ['a lead who has not answered answers, then closes', 'lead', { cycles: [cycleOf(open, { part: notBegun, endsOn: '2026-11-19' })] }, ['answer-soon', 'close']],
  ['who was reminded today is not reminded again', 'lead', { cycles: [cycleOf(open, { endsOn: today, remindedAt: new Date(`${today}T07:00:00Z`) })] }, []],
  ['who was reminded yesterday may be again', 'lead', { cycles: [cycleOf(open, { endsOn: today, remindedAt: new Date('2026-11-19T07:00:00Z') })] }, ['remind']],
  ['a member never closes', 'member', { cycles: [cycleOf({ ...open, finished: 3 }, { part: finished, endsOn: '2026-11-01' })] }, []],
  ['questions without a position await the lead', 'lead', { cycles: [cycleOf({ ...closed, agreed: 3 })] }, ['agree']],
  ['and are to be read by the team', 'member', { cycles: [cycleOf(closed, { part: finished })] }, ['read-spread']],
  ['but not by the others', 'member', { cycles: [cycleOf(closed)] }, []],
  ['then the diagnosis', 'lead', { cycles: [cycleOf({ ...closed, agreed: 4 })] }, ['diagnose']],
  ['then the actions', 'lead', { cycles: [cycleOf({ ...closed, agreed: 4, findings: 2 })] }, ['decide-actions']],
  ['then the head’s agreement', 'head', { cycles: [cycleOf({ ...closed, agreed: 4, findings: 2, actions: 1 })] }, ['validate']],
  ['for which the lead only waits', 'lead', { cycles: [cycleOf({ ...closed, agreed: 4, findings: 2, actions: 1 })] }, []],
  ['a questionnaire without question is to be composed', 'lead', { cycles: [cycleOf({ items: 0 })] }, ['compose']],
  ['one without a team awaits it', 'lead', { cycles: [cycleOf({ members: 0 })] }, ['choose-team']],
  ['one with both is to be opened', 'lead', { cycles: [cycleOf({})] }, ['open']],
  ['a member waits for the opening', 'member', { cycles: [cycleOf({}, { part: notBegun })] }, []],
  ['an action whose date was yesterday', 'member', { actions: [actionOf('2026-11-19')] }, ['action-passed']],
  ['an action due today is near', 'member', { actions: [actionOf(today)] }, ['action-near']],
  ['an action due in a fortnight is near', 'member', { actions: [actionOf('2026-12-04')] }, ['action-near']],
  ['a day later it can wait', 'member', { actions: [actionOf('2026-12-05')] }, []],
  ['an action without a date, or done, awaits nobody', 'member', { actions: [actionOf(null), actionOf('2026-11-19', 'done')] }, []],
  ['a head alone invites, then chooses a theme', 'head', { led: [alone] }, ['invite-team', 'first-evaluation']],
  ['with a team she chooses a theme', 'head', { led: [{ ...alone, people: 2 }] }, ['first-evaluation']],
  ['a head whose proofs come to their end renews them first', 'head', { led: [{ ...alone, people: 2, evaluations: 1, endingProofs: 3 }] }, ['proofs-ending']],
  ['with an evaluation only the team is missing', 'head', { led: [{ ...alone, evaluations: 1 }] }, ['invite-team']],
  ['a site without schools awaits the directory', 'operator', { directory: { schools: 0, importedAt: null } }, ['import']],
  [
    'a directory of more than a year is brought up to date',
    'operator',
    { directory: { schools: 9, importedAt: new Date('2025-11-19T09:00:00Z') } },
    ['import'],
  ],
  ['one of a year less a day is not', 'operator', { directory: { schools: 9, importedAt: new Date('2025-11-21T09:00:00Z') } }, []],
  ['a survey of the school is opened by who leads', 'lead', { surveys: [surveyOf({})] }, ['survey-open']],
  ['and by nobody else', 'member', { surveys: [surveyOf({})] }, []],
  ['one that is offered awaits invitations', 'lead', { surveys: [surveyOf({ state: 'offered', own: false })] }, ['survey-invite']],
  ['who asks other schools prepares her draft', 'referent', { surveys: [surveyOf({ takesPart: false })] }, ['survey-open']],
  ['then opens what is offered', 'referent', { surveys: [surveyOf({ state: 'offered', takesPart: false })] }, ['survey-start']],
  ['then waits, and invites nobody herself', 'referent', { surveys: [surveyOf({ state: 'open', takesPart: false })] }, []],
  ['until somebody is invited', 'lead', { surveys: [surveyOf({ state: 'open', invited: true })] }, []],
  ['a member who holds a session is led to it', 'member', { surveys: [surveyOf({ state: 'open', invited: true, session: 'door' })] }, ['survey-session']],
  [
    'results that came out today are to be read',
    'member',
    { surveys: [surveyOf({ state: 'released', releasedAt: new Date(`${today}T09:00:00Z`) })] },
    ['survey-results'],
  ],
  ['those of two months ago are not new', 'member', { surveys: [surveyOf({ state: 'released', releasedAt: new Date('2026-09-20T09:00:00Z') })] }, []],
  ['schools that came without an import ask for nothing', 'operator', { directory: { schools: 9, importedAt: null } }, []],
]

for (const [name, role, rest, expected] of cases) test(`what awaits: ${name}`, () => assert.deepEqual(kindsOf(role, rest), expected))

test('most useful first: everything that may await a head and lead at once comes in the order of the table', () => {
  const found = kindsOf('head', {
    cycles: [
      cycleOf({ items: 0 }),
      cycleOf({ members: 0 }),
      cycleOf({}),
      cycleOf({ ...closed, agreed: 4, findings: 2 }),
      cycleOf({ ...closed, agreed: 4 }),
      cycleOf({ ...closed, agreed: 1 }),
      cycleOf(open, { part: notBegun }),
      cycleOf({ ...closed, agreed: 4, findings: 2, actions: 1 }),
      cycleOf({ ...open, finished: 3 }, { part: finished }),
      cycleOf(open, { part: notBegun, endsOn: today }),
      cycleOf(open, { endsOn: today }),
    ],
    actions: [actionOf('2026-11-25'), actionOf('2026-11-01')],
    led: [{ ...alone, endingProofs: 1 }],
    shared: { count: 1, latest: { id: 'x', title: 'T', organisationName: 'O', sharedOn: new Date() }, authorityId: null },
    directory: { schools: 0, importedAt: null },
    surveys: [
      surveyOf({}),
      surveyOf({ state: 'offered' }),
      surveyOf({ state: 'offered', takesPart: false }),
      surveyOf({ state: 'open', session: 'door' }),
      surveyOf({ state: 'released', releasedAt: new Date(`${today}T09:00:00Z`) }),
    ],
  })
  assert.deepEqual(
    found,
    awaitedKinds.filter((kind) => kind !== 'read-spread'),
  )
})

test('within a kind the nearest date comes first, the undated last', () => {
  const ids = listAwaiting(
    situationOf('member', {
      cycles: [
        cycleOf(open, { id: 'undated', part: notBegun }),
        cycleOf(open, { id: 'later', part: notBegun, endsOn: '2026-12-24' }),
        cycleOf(open, { id: 'sooner', part: notBegun, endsOn: '2026-12-01' }),
      ],
    }),
  ).map((one) => ('cycle' in one ? one.cycle.id : ''))
  assert.deepEqual(ids, ['sooner', 'later', 'undated'])
})

test('minutes are told of the questions that are left, not of all', () => {
  const minutesLeft = (part: OwnPart): number => {
    const [first] = listAwaiting(situationOf('member', { cycles: [cycleOf(open, { part })] }))
    return first && 'minutes' in first ? first.minutes : -1
  }
  assert.ok(minutesLeft({ ...notBegun, leftPlaced: 8 }) > minutesLeft({ ...notBegun, answered: 4, leftPlaced: 4 }))
  assert.equal(minutesLeft({ ...notBegun, answered: 8, leftPlaced: 0 }), 0)
})
