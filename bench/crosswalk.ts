import { mkdtemp, rm } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { publishCrosswalks } from '../src/features/crosswalks/load-crosswalks.ts'
import { loadGraph } from '../src/features/crosswalks/load-graph.ts'
import type { Graph } from '../src/features/crosswalks/graph.ts'
import { publishFrameworks } from '../src/features/frameworks/load-frameworks.ts'
import { gatherSchools } from '../src/features/labels/shared/gather-schools.ts'
import { nearestPlan, positionsOf } from '../src/features/labels/projection/nearest.ts'
import { makeProjector, provenanceAt, stateAt } from '../src/features/labels/projection/project.ts'
import type { Seed } from '../src/features/labels/projection/project.ts'
import { connectDatabase, nobody, withScope } from '../src/platform/database.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'
import { migrate } from '../src/platform/migrate.ts'
import { referenceProjection } from '../test/reference-projection.ts'
import type { Said } from '../test/reference-projection.ts'
import { percentile, report } from './figure.ts'
import { measureJoin } from './join.ts'

const schools = 60_000
const proofsOfOne = 500
/** Proofs, links and positions of each school in the database: a school that has worked with the product for some years. */
const perSchool = { proofs: 20, links: 80, positions: 30 }

/** What a school's answers and proofs say of every framework: one school, all schools, and what a person waits for. */
export async function run(): Promise<boolean> {
  process.env['LOG'] = 'off'
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-bench-'))
  const kept: boolean[] = []
  const server = await startEmbeddedPostgres({ dataDir, log: () => {} })
  const owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} })
  const pool = connectDatabase(server.appUrl, { max: 2 })
  try {
    await migrate(server.ownerUrl)
    await publishFrameworks(server.ownerUrl)
    await publishCrosswalks(server.ownerUrl)
    await addFramework(owner)
    await loosenTables(owner)
    const graph = await withScope(pool, nobody, (db) => loadGraph(db))
    kept.push(...measureOne(graph), ...measureAll(graph), sameAsReference(graph))
    const today = '2026-11-25'
    for (const count of [schools / 100, schools / 10, schools]) {
      await fillSchools(owner, count)
      const ids = (await owner`select id from organisations where kind = 'school' order by id`).map((row) => String(row['id']))
      const started = performance.now()
      const scope = { ...nobody, national: true }
      let peak = 0
      const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 100)
      const gathered = await withScope(pool, scope, (db) => gatherSchools(db, ids, today, 5))
      clearInterval(watch)
      const seconds = (performance.now() - started) / 1000
      const all = count === schools
      kept.push(
        report({ bench: 'crosswalk', figure: `${count} schools from the database, end to end`, value: seconds, unit: 's', target: all ? { most: 60 } : {} }),
      )
      kept.push(
        report({
          bench: 'crosswalk',
          figure: `${count} schools: memory of the process`,
          value: peak / 1_048_576,
          unit: 'MB',
          target: all ? { most: 400 } : {},
        }),
      )
      if (gathered.length === 0 || gathered.some((one) => one.schools !== count)) throw new Error('schools were lost on the way')
    }
  } finally {
    await pool.destroy()
    await owner.end()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  kept.push(...(await measureJoin()))
  return kept.every(Boolean)
}

/** One more framework of 300 points and 600 links, so that the graph is of the size that is promised whatever the content. */
async function addFramework(owner: postgres.Sql): Promise<void> {
  const id = randomUUID()
  const crosswalk = randomUUID()
  await owner.begin(async (sql) => {
    await sql`
      insert into frameworks (id, framework, version, locale, title, short_title, source, licence, status, scale, content_sha256)
      values (${id}, 'mesure', '1', 'fr', 'Mesure', 'Mesure', '{}', '-', 'confirmed', '{"kind":"none"}', '')`
    await sql`insert into framework_themes (framework_id, code, position, title, purpose, status) values (${id}, 'MES', 1, 'Mesure', '-', 'confirmed')`
    await sql`insert into framework_items (framework_id, code, theme_code, position, statement) select ${id}, 'MES-' || n, 'MES', n, 'Un énoncé' from generate_series(1, 300) n`
    const [guide] = await sql`select id from frameworks where framework = 'qualeduc' order by version limit 1`
    await sql`
      insert into crosswalks (id, from_id, to_id, author, status, source, licence) values (${crosswalk}, ${String(guide?.['id'])}, ${id}, '-', 'proposed', '{}', '-')`
    await sql`
      insert into crosswalk_links (crosswalk_id, from_code, to_code, type, reason)
      select ${crosswalk}, i.code, 'MES-' || (1 + (i.place * 7 + n * 113) % 300), (array['equal', 'broader', 'narrower', 'overlaps'])[1 + (i.place + n) % 4], 'Mesure'
      from (select code, row_number() over (order by code) as place from framework_items where framework_id = ${String(guide?.['id'])}) i, generate_series(1, 3) n
      on conflict do nothing`
  })
}

/** The same sequence each time, so that two runs measure the same thing. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) | 0
    return (state >>> 0) / 4_294_967_296
  }
}

function seedsOfSchool(size: number, school: number): Seed[] {
  const random = randomFrom(school + 1)
  const byItem = new Map<number, Seed>()
  for (let proof = 0; proof < proofsOfOne; proof++) {
    const item = Math.floor(random() * size)
    const known = byItem.get(item) ?? { item, position: Math.floor(random() * 5), proofs: 0, planned: random() < 0.1 }
    byItem.set(item, { ...known, proofs: known.proofs + (random() < 0.7 ? 1 : 0) })
  }
  return [...byItem.values()]
}

const medianOf = (times: readonly number[]): number => percentile(times, 0.5)

function timed(turns: number, work: (turn: number) => void): number[] {
  return Array.from({ length: turns }, (_, turn) => {
    const started = performance.now()
    work(turn)
    return performance.now() - started
  })
}

function measureOne(graph: Graph): boolean[] {
  const frameworks = [...new Set(graph.items.map((item) => item.frameworkId))]
  if (frameworks.length < 15 || graph.items.length < 1000 || graph.links.length < 2000) throw new Error('the graph is smaller than promised')
  const seeds = seedsOfSchool(graph.items.length, 0)
  const projector = makeProjector(graph)
  const first = timed(1, () => void makeProjector(graph)(seeds))
  const warm = timed(500, () => void projector(seeds))
  const again = timed(500, (turn) => void projector([...seeds, { item: turn % graph.items.length, position: 3, proofs: 1, planned: false }]))
  const projection = projector(seeds)
  const positions = positionsOf(graph.items.length, seeds)
  const nearest = frameworks.map((framework) => {
    const wanted = graph.items.flatMap((item, number) => (item.frameworkId === framework ? [number] : []))
    return medianOf(timed(5, () => void nearestPlan(graph, projection, positions, wanted, () => true)))
  })
  const one = { bench: 'crosswalk', unit: 'ms' }
  return [
    report({
      bench: 'crosswalk',
      figure: `graph: ${frameworks.length} frameworks, ${graph.links.length} links, points`,
      value: graph.items.length,
      unit: 'points',
      target: { least: 1000 },
    }),
    report({ ...one, figure: 'one school, 500 proofs, first time', value: first[0] ?? 0, target: { most: 10 } }),
    report({ ...one, figure: 'one school, 500 proofs, p95', value: percentile(warm, 0.95), target: { most: 10 } }),
    report({ ...one, figure: 'one school again after one answer, p95', value: percentile(again, 0.95), target: { most: 1 } }),
    report({ ...one, figure: 'nearest label, the slowest of all frameworks', value: Math.max(...nearest), target: { most: 50 } }),
  ]
}

function measureAll(graph: Graph): boolean[] {
  const kinds = Array.from({ length: 200 }, (_, school) => seedsOfSchool(graph.items.length, school))
  const projector = makeProjector(graph)
  return [schools / 100, schools / 10, schools].map((count) => {
    const started = performance.now()
    for (let school = 0; school < count; school++) projector(kinds[school % kinds.length] ?? [])
    const target = count === schools ? { most: 10 } : {}
    return report({ bench: 'crosswalk', figure: `${count} schools of 500 proofs, computed`, value: (performance.now() - started) / 1000, unit: 's', target })
  })
}

const spoken = ['none', 'not_yet', 'partly', 'held', 'not_applicable'] as const

/** Every state and provenance of some schools, against the slow, obvious reference. */
function sameAsReference(graph: Graph): boolean {
  const projector = makeProjector(graph)
  let different = 0
  for (let school = 0; school < 3; school++) {
    const seeds = seedsOfSchool(graph.items.length, school)
    const said = seeds.flatMap((seed): Said[] => {
      const item = graph.items[seed.item]
      return item ? [{ item, position: spoken[seed.position] ?? 'none', proofs: seed.proofs, planned: seed.planned }] : []
    })
    const slow = referenceProjection(graph.items, graph.links, said)
    const fast = projector(seeds)
    slow.forEach((settled, item) => {
      if (settled.state !== stateAt(fast, item) || settled.provenance !== provenanceAt(fast, item)) different += 1
    })
  }
  return report({ bench: 'crosswalk', figure: 'points that differ from the reference', value: different, unit: 'points', target: { most: 0 } })
}

/** What guards rows one by one, and indexes that these readings do not use, would make the filling last longer than what is measured. */
async function loosenTables(owner: postgres.Sql): Promise<void> {
  await owner.unsafe(`
    do $$
    declare c record;
    begin
      for c in select conrelid::regclass as t, conname from pg_constraint where contype = 'f' and conrelid in (
        'evidence'::regclass, 'evidence_supports'::regclass, 'item_positions'::regclass, 'followed_frameworks'::regclass) loop
        execute format('alter table %s drop constraint %I', c.t, c.conname);
      end loop;
    end $$;
    drop index evidence_by_search;
    set synchronous_commit = off`)
}

/** Adds schools until there are so many, each with its proofs, links and positions, all sharing three frameworks. */
export async function fillSchools(owner: postgres.Sql, count: number): Promise<void> {
  await owner.begin(async (sql) => {
    await sql`
      create temp table fresh on commit drop as
      select gen_random_uuid() as id, n from generate_series((select count(*) + 1 from organisations where kind = 'school'), ${count}::bigint) n`
    await sql`insert into organisations (id, kind, name, school_type) select id, 'school', 'Lycée ' || n, 'lycee_pro' from fresh`
    await sql`
      create temp table points on commit drop as
      select framework_id, code, row_number() over (order by framework_id, code)::int - 1 as place from framework_items`
    const [{ size = 1 } = {}] = await sql<{ size: number }[]>`select count(*)::int as size from points`
    await sql`
      create temp table proofs on commit drop as select f.id as school, f.n, p, gen_random_uuid() as id from fresh f, generate_series(0, ${perSchool.proofs - 1}) p`
    await sql`
      insert into evidence (id, organisation_id, title, kind, url, added_by) select id, school, 'Preuve ' || p, 'link', 'https://exemple.fr/', id from proofs`
    await sql`
      insert into evidence_supports (evidence_id, framework_id, item_code, organisation_id, added_by)
      select p.id, i.framework_id, i.code, p.school, p.id
      from proofs p cross join generate_series(1, ${perSchool.links / perSchool.proofs}) l
      join points i on i.place = (p.n * 31 + p.p * 97 + l * 389) % ${size}::int`
    await sql`
      insert into item_positions (organisation_id, framework_id, item_code, position, noted_by)
      select f.id, i.framework_id, i.code, (array['held', 'partly', 'not_yet', 'not_applicable'])[1 + (f.n + q) % 4], f.id
      from fresh f cross join generate_series(1, ${perSchool.positions}) q join points i on i.place = (f.n * 17 + q * 211) % ${size}::int
      on conflict do nothing`
    await sql`
      insert into followed_frameworks (organisation_id, framework_id, state, shared_at, added_by)
      select f.id, w.id, 'preparing', now(), f.id from fresh f, frameworks w where w.framework in ('lycee-des-metiers', 'euroscol', 'rnq') and w.valid_to is null`
  })
  await owner.unsafe('analyze')
}
