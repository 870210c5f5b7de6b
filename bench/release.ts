import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { sql } from 'kysely'
import postgres from 'postgres'
import type { Definition } from '../src/features/surveys/questionnaire/definition.ts'
import { computeRelease } from '../src/features/surveys/release/compute-release.ts'
import { connectDatabase, nobody, withScope } from '../src/platform/database.ts'
import type { Pool } from '../src/platform/database.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { migrate } from '../src/platform/migrate.ts'
import { percentile, report } from './figure.ts'

const perSchool = 500
const questions = 30
const groups = [
  ['F', 'G'],
  ['2de', '1re', 'Tle'],
  ['interne', 'demi-pensionnaire', 'externe'],
]

const definition: Definition = {
  title: { fr: 'Climat scolaire' },
  intro: { fr: '' },
  sections: [],
  questions: Array.from({ length: questions }, (_, index) => ({
    code: `Q${index + 1}`,
    section: '',
    kind: 'scale',
    scale: 'agreement',
    words: { fr: 'Une question.' },
  })),
  languages: [{ tag: 'fr', reviewed: true }],
}
const breakdowns = groups.map((names, index) => ({ code: `B${index}`, title: `B${index}`, source: 'group', groups: names }))

/** The one release of a survey, from ballots in the database to stored figures, at 1×, 10× and 100×; then one page's reading. */
export async function run(): Promise<boolean> {
  process.env['LOG'] = 'off'
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-bench-'))
  const server = await startEmbeddedPostgres({ dataDir, log: () => {} })
  const owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} })
  const pool = connectDatabase(server.ownerUrl, { max: 1 })
  const app = connectDatabase(server.appUrl, { max: 2 })
  const kept: boolean[] = []
  try {
    await migrate(server.ownerUrl)
    for (const schools of [20, 200, 2000]) kept.push(...(await measure(owner, pool, app, schools)))
  } finally {
    await app.destroy()
    await pool.destroy()
    await owner.end()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return kept.every(Boolean)
}

async function measure(owner: postgres.Sql, pool: Pool, app: Pool, schools: number): Promise<boolean[]> {
  const made = await fillBallots(owner, schools)
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50)
  const started = performance.now()
  await pool.inTransaction((db) => computeRelease(db, made.surveyId))
  const seconds = (performance.now() - started) / 1000
  clearInterval(watch)
  const [row] =
    await owner`select count(*)::int as n, sum((figures ->> 'answers')::int)::int as answers from release_figures where survey_id = ${made.surveyId} and level = 'school'`
  if (row?.['n'] !== schools || row['answers'] !== schools * perSchool) throw new Error('answers were lost on the way')
  const times: number[] = []
  for (let turn = 0; turn < 50; turn++) {
    const from = performance.now()
    const schoolId = made.schoolIds[(turn * 37) % schools] ?? ''
    await withScope(app, { ...nobody, organisations: [schoolId] }, (db) =>
      sql`select level, figures from release_figures where survey_id = ${made.surveyId} and (organisation_id = ${schoolId} or level = 'together')`.execute(db),
    )
    times.push(performance.now() - from)
  }
  const ballots = schools * perSchool
  const one = { bench: 'release' }
  return [
    report({
      ...one,
      figure: `${ballots} ballots, ${questions} questions, 3 breakdowns, ${schools} schools`,
      value: seconds,
      unit: 's',
      target: schools === 2000 ? { most: 10 } : schools === 20 ? { most: 0.5 } : {},
    }),
    report({ ...one, figure: `${ballots} ballots: memory of the process`, value: peak / 1_048_576, unit: 'MB', target: schools === 2000 ? { most: 500 } : {} }),
    report({ ...one, figure: `${ballots} ballots: figures of one page, p95`, value: percentile(times, 0.95), unit: 'ms', target: { most: 20 } }),
  ]
}

async function fillBallots(owner: postgres.Sql, schools: number): Promise<{ surveyId: string; schoolIds: string[] }> {
  const [surveyId, partId, authorityId] = [randomUUID(), randomUUID(), randomUUID()]
  const schoolIds = Array.from({ length: schools }, () => randomUUID())
  await owner.begin(async (transaction) => {
    await transaction`insert into organisations (id, kind, name) values (${authorityId}, 'authority', 'Académie')`
    await transaction`insert into organisations (id, kind, name, authority_id) select id, 'school', 'Lycée', ${authorityId} from unnest(${schoolIds}::uuid[]) s (id)`
    await transaction`insert into surveys (id, organisation_id, title, school_year, created_by) values (${surveyId}, ${authorityId}, 'Climat', '2026-2027', ${authorityId})`
    await transaction`insert into survey_parts (id, survey_id, organisation_id, position, audience, definition, breakdowns)
      values (${partId}, ${surveyId}, ${authorityId}, 0, 'pupil', ${transaction.json(JSON.parse(JSON.stringify(definition)))}, ${transaction.json(breakdowns)})`
    await transaction`insert into survey_schools (survey_id, school_id, organisation_id) select ${surveyId}, id, ${authorityId} from unnest(${schoolIds}::uuid[]) s (id)`
    const rows = function* (): Generator<string> {
      for (const schoolId of schoolIds) {
        let part = ''
        for (let person = 0; person < perSchool; person++) part += `${surveyId}\t${partId}\t${schoolId}\t\\\\x${ballot()}\n`
        yield part
      }
    }
    // COPY does not work under row-level security, even for the owner: for the filling only.
    await transaction`alter table ballots no force row level security`
    await pipeline(Readable.from(rows()), await transaction`copy ballots (survey_id, part_id, school_id, answers) from stdin`.writable())
    await transaction`alter table ballots force row level security`
    await transaction`update surveys set state = 'closed', opened_at = now(), closed_at = now() where id = ${surveyId}`
  })
  await owner.unsafe('analyze')
  return { surveyId, schoolIds }
}

let state = 1
const random = (below: number): number => {
  state = (Math.imul(state, 1664525) + 1013904223) | 0
  return Math.floor(((state >>> 0) / 4_294_967_296) * below)
}

/** A ballot as record.ts lays it out: version, three groups, thirty answers of which some are skipped. */
function ballot(): string {
  const bytes = Buffer.alloc(1 + groups.length + questions)
  bytes[0] = 1
  for (const [index, names] of groups.entries()) bytes[1 + index] = 1 + random(names.length)
  for (let question = 0; question < questions; question++) bytes[1 + groups.length + question] = random(6)
  return bytes.toString('hex')
}
