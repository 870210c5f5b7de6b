import { randomUUID } from 'node:crypto'
import type { DemoAction, DemoEvaluation, DemoQuestion } from '../../demo/story.ts'
import { findEvaluation } from '../features/evaluations/store.ts'
import type { EvaluationTables } from '../features/evaluations/tables.ts'
import { buildSnapshot } from '../features/evaluations/validation/snapshot.ts'
import { findWhole, saveValidation } from '../features/evaluations/validation/store.ts'
import { schoolScales } from '../features/frameworks/scale.ts'
import type { FrameworkTables } from '../features/frameworks/tables.ts'
import type { PlanTables } from '../features/plans/tables.ts'
import { applyScope, scopeOf } from '../platform/database.ts'
import type { Db } from '../platform/database.ts'
import { dayOf } from '../platform/language.ts'
import { idOf } from './load-demo.ts'
import type { DemoIds } from './load-demo.ts'

type Tables = EvaluationTables & FrameworkTables & PlanTables

interface Place {
  evaluation: DemoEvaluation
  id: string
  organisationId: string
  ids: DemoIds
  now: Date
}

const dayMs = 86_400_000
const momentAt = (place: Place, days: number): Date => new Date(place.now.getTime() + days * dayMs)
const dayAt = (place: Place, days: number | undefined): string | null => (days === undefined ? null : dayOf(momentAt(place, days)))
const schoolYearOf = (day: Date): string => {
  const year = day.getMonth() >= 8 ? day.getFullYear() : day.getFullYear() - 1
  return `${year}-${year + 1}`
}

const levels = schoolScales.find((one) => one.scale.kind === 'levels')?.scale ?? { kind: 'none' as const }

/** Writes one evaluation of the demo with everything it led to, then moves it to its state. */
export async function insertEvaluation(db: Db, evaluation: DemoEvaluation, ids: DemoIds, now: Date): Promise<void> {
  const place: Place = { evaluation, id: randomUUID(), organisationId: idOf(ids.organisations, evaluation.at), ids, now }
  ids.evaluations.set(evaluation.key, place.id)
  await insertHead(db, place)
  const items = await insertQuestions(db, place)
  await insertMembers(db, place, items)
  if (evaluation.state === 'agreeing' || evaluation.state === 'validated') {
    await insertAnswers(db, place, items)
    await insertAgreements(db, place, items)
    const findings = await insertFindings(db, place, items)
    for (const action of evaluation.actions ?? []) await insertAction(db, place, action, findings)
  }
  await reachState(db, place)
}

async function insertHead(db: Db, place: Place): Promise<void> {
  const { evaluation, ids } = place
  await db
    .withTables<Tables>()
    .insertInto('evaluations')
    .values({
      id: place.id,
      organisation_id: place.organisationId,
      title: evaluation.title,
      purpose: evaluation.purpose,
      scope_kind: evaluation.scope?.kind ?? 'school',
      scope_detail: evaluation.scope?.detail ?? '',
      school_year: schoolYearOf(momentAt(place, evaluation.days.created)),
      starts_on: dayAt(place, evaluation.days.opened),
      ends_on: dayAt(place, evaluation.days.ends),
      state: 'composing',
      scale: levels,
      previous_id: evaluation.previous ? idOf(ids.evaluations, evaluation.previous) : null,
      created_by: idOf(ids.people, evaluation.lead),
      created_at: momentAt(place, evaluation.days.created),
      opened_at: null,
      closed_at: null,
      validated_at: null,
      validated_by: null,
      shared_at: null,
      snapshot: null,
    })
    .execute()
  note(place, evaluation.days.created, 'evaluation.created')
}

async function insertQuestions(db: Db, place: Place): Promise<Map<string, string>> {
  const tables = db.withTables<Tables>()
  const codes = place.evaluation.questions.map((question) => question.code)
  const bank = await tables
    .selectFrom('framework_items as i')
    .innerJoin('frameworks as f', 'f.id', 'i.framework_id')
    .innerJoin('framework_themes as t', (join) => join.onRef('t.framework_id', '=', 'i.framework_id').onRef('t.code', '=', 'i.theme_code'))
    .select([
      'f.id as frameworkId',
      'i.code',
      'i.theme_code as themeCode',
      't.title as themeTitle',
      'i.phase',
      'i.statement',
      'i.help',
      'i.evidence',
      'i.indicators',
    ])
    .where('f.framework', '=', 'qualeduc')
    .where('i.code', 'in', codes)
    .execute()
  const items = new Map<string, string>()
  for (const [index, code] of codes.entries()) {
    const source = bank.find((one) => one.code === code)
    if (!source?.phase) throw new Error(`demo/ picks ${code}, which the bank does not have`)
    items.set(code, randomUUID())
    await tables
      .insertInto('evaluation_items')
      .values({
        id: idOf(items, code),
        evaluation_id: place.id,
        organisation_id: place.organisationId,
        position: index + 1,
        origin: 'bank',
        framework_id: source.frameworkId,
        origin_code: code,
        origin_statement: source.statement,
        theme_code: source.themeCode,
        theme_title: source.themeTitle,
        phase: source.phase,
        statement: source.statement,
        help: source.help,
        scale: levels,
        evidence: source.evidence,
        indicators: source.indicators,
      })
      .execute()
  }
  for (const [index, code] of place.evaluation.themes.entries()) {
    const frameworkId = bank[0]?.frameworkId
    if (frameworkId)
      await tables
        .insertInto('evaluation_themes')
        .values({ evaluation_id: place.id, organisation_id: place.organisationId, framework_id: frameworkId, theme_code: code, position: index + 1 })
        .execute()
  }
  return items
}

async function insertMembers(db: Db, place: Place, items: ReadonlyMap<string, string>): Promise<void> {
  const { evaluation, ids } = place
  const closed = evaluation.days.closed !== undefined
  const tables = db.withTables<Tables>()
  for (const [index, member] of evaluation.members.entries()) {
    const personId = idOf(ids.people, member.who)
    const answered = closed ? evaluation.questions.filter((question) => question.answers?.[index] !== undefined).length : null
    const finished = closed ? momentAt(place, evaluation.days.closed ?? 0) : member.finished ? momentAt(place, -1) : null
    await tables
      .insertInto('evaluation_members')
      .values({ evaluation_id: place.id, organisation_id: place.organisationId, person_id: personId, finished_at: finished, removed_at: null, answered })
      .execute()
    // A round still open: the first questions are answered, each in her own way.
    for (const [at, code] of evaluation.questions.slice(0, closed ? 0 : (member.answered ?? 0)).entries()) {
      await tables
        .insertInto('ratings')
        .values({
          evaluation_id: place.id,
          item_id: idOf(items, code.code),
          person_id: personId,
          organisation_id: place.organisationId,
          choice: 'rated',
          value: 1 + ((index * 3 + at * 2) % 4),
          reason: '',
        })
        .execute()
    }
  }
}

async function insertAnswers(db: Db, place: Place, items: ReadonlyMap<string, string>): Promise<void> {
  const rows = place.evaluation.questions.flatMap((question) => answersOf(place, question, idOf(items, question.code)))
  if (rows.length > 0) await db.withTables<Tables>().insertInto('evaluation_answers').values(rows).execute()
}

const answersOf = (place: Place, question: DemoQuestion, itemId: string): EvaluationTables['evaluation_answers'][] =>
  (question.answers ?? []).map((value, index) => ({
    evaluation_id: place.id,
    item_id: itemId,
    organisation_id: place.organisationId,
    choice: value === null ? 'unknown' : 'rated',
    value,
    reason: question.reasons?.[index] ?? '',
  }))

async function insertAgreements(db: Db, place: Place, items: ReadonlyMap<string, string>): Promise<void> {
  const lead = idOf(place.ids.people, place.evaluation.lead)
  for (const { code, agreed } of place.evaluation.questions) {
    if (!agreed) continue
    await db
      .withTables<Tables>()
      .insertInto('agreements')
      .values({
        item_id: idOf(items, code),
        evaluation_id: place.id,
        organisation_id: place.organisationId,
        choice: 'rated',
        value: agreed.value,
        reason: agreed.reason,
        minority_view: agreed.minority ?? '',
        updated_by: lead,
      })
      .execute()
  }
}

async function insertFindings(db: Db, place: Place, items: ReadonlyMap<string, string>): Promise<string[]> {
  const ids: string[] = []
  for (const [index, finding] of (place.evaluation.findings ?? []).entries()) {
    const id = randomUUID()
    ids.push(id)
    const tables = db.withTables<Tables>()
    await tables
      .insertInto('findings')
      .values({
        id,
        evaluation_id: place.id,
        organisation_id: place.organisationId,
        kind: finding.kind,
        text: finding.text,
        detail: finding.detail ?? '',
        position: index + 1,
      })
      .execute()
    for (const code of finding.codes)
      await tables
        .insertInto('finding_items')
        .values({ finding_id: id, item_id: idOf(items, code), organisation_id: place.organisationId })
        .execute()
  }
  return ids
}

async function insertAction(db: Db, place: Place, action: DemoAction, findings: readonly string[]): Promise<void> {
  const id = randomUUID()
  const lead = idOf(place.ids.people, place.evaluation.lead)
  const tables = db.withTables<Tables>()
  const done = action.state === 'done' ? dayAt(place, Math.min(action.due ?? 0, -1)) : null
  await tables
    .insertInto('actions')
    .values({
      id,
      organisation_id: place.organisationId,
      evaluation_id: place.id,
      finding_id: action.finding === undefined ? null : (findings[action.finding] ?? null),
      title: action.title,
      what: action.what ?? '',
      for_whom: action.forWhom ?? '',
      by_whom: action.byWhom ?? '',
      with_whom: action.withWhom ?? '',
      place: action.place ?? '',
      how: action.how ?? '',
      why: action.why ?? '',
      comments: action.comments ?? '',
      starts_on: dayAt(place, action.starts),
      due_on: dayAt(place, action.due),
      indicator: action.indicator ?? '',
      workload: action.workload ?? '',
      state: action.state,
      progress: action.progress ?? null,
      owner_id: action.owner ? idOf(place.ids.people, action.owner) : null,
      effect: action.effect ?? '',
      effect_noted_on: action.effect ? done : null,
      done_on: done,
      created_by: lead,
    })
    .execute()
  for (const [index, step] of (action.steps ?? []).entries()) {
    await tables
      .insertInto('action_steps')
      .values({
        id: randomUUID(),
        action_id: id,
        organisation_id: place.organisationId,
        label: step.label,
        due_on: null,
        done_on: step.done ? dayAt(place, -5) : null,
        position: index + 1,
      })
      .execute()
  }
  note(place, (place.evaluation.days.validated ?? place.evaluation.days.closed ?? -1) + 1, 'action.created', { kind: 'action', id })
}

// The state comes last: once validated, the database lets nothing of an evaluation change.
async function reachState(db: Db, place: Place): Promise<void> {
  const { state, days } = place.evaluation
  const at = (offset: number | undefined): Date | null => (offset === undefined ? null : momentAt(place, offset))
  await db
    .withTables<Tables>()
    .updateTable('evaluations')
    .set({ state: state === 'validated' ? 'agreeing' : state, opened_at: at(days.opened), closed_at: at(days.closed), shared_at: at(days.shared) })
    .where('id', '=', place.id)
    .execute()
  if (days.opened !== undefined) note(place, days.opened, 'evaluation.opened')
  if (days.closed !== undefined) note(place, days.closed, 'evaluation.closed')
  if (days.validated !== undefined) await validate(db, place, momentAt(place, days.validated))
}

async function validate(db: Db, place: Place, at: Date): Promise<void> {
  await applyScope(db, scopeOf(place.organisationId))
  const evaluation = await findEvaluation(db, place.id)
  if (!evaluation) throw new Error('an evaluation of the demo cannot be read again')
  const snapshot = buildSnapshot(await findWhole(db, evaluation))
  await saveValidation(db, place.id, { at, by: idOf(place.ids.people, place.evaluation.lead), snapshot })
  note(place, place.evaluation.days.validated ?? 0, 'evaluation.validated')
}

// The log is written at the end, in the order in which things are said to have happened.
function note(place: Place, days: number, kind: string, subject?: { kind: string; id: string }): void {
  place.ids.lines.push({
    at: momentAt(place, days),
    organisation_id: place.organisationId,
    actor_id: idOf(place.ids.people, place.evaluation.lead),
    kind,
    subject_kind: subject?.kind ?? 'evaluation',
    subject_id: subject?.id ?? place.id,
  })
}
