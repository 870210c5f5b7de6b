import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../../../test/fresh-database.ts'
import type { FreshDatabase } from '../../../../test/fresh-database.ts'
import { nobody } from '../../../platform/database.ts'
import { importSchools, previewSchoolImport } from './import-schools.ts'
import type { ImportOptions, ImportReport } from './import-schools.ts'

let database: FreshDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.stop())

const operator = { ...nobody, operator: true }
const fixture = (name: string) => createReadStream(new URL(`./fixtures/${name}`, import.meta.url))
const text = (...lines: string[]) => [Buffer.from(['uai;nom;academie;etat;commune', ...lines].join('\n'))]

async function importFile(file: Parameters<typeof importSchools>[2], options: Partial<ImportOptions> = {}): Promise<ImportReport> {
  const outcome = await importSchools(database.pool, operator, file, { today: '2026-02-01', fileName: 'annuaire.csv', ...options })
  assert.ok(outcome.ok, outcome.ok ? '' : outcome.reason)
  return outcome.report
}

const counts = ({ read, created, updated, closed, unchanged, refused }: ImportReport) => [read, created, updated, closed, unchanged, refused.length]

type School = { name: string; schoolType: string; town: string; validTo: string | null; version: number; authority: string | null }

async function findSchool(uai: string): Promise<School | undefined> {
  const { rows } = await sql<School>`
    select o.name, o.school_type as "schoolType", o.town, o.valid_to as "validTo", o.version, a.code as authority
    from organisations o left join organisations a on a.id = o.authority_id where o.uai = ${uai}`.execute(database.pool)
  return rows[0]
}

async function listLinks(uai: string): Promise<string[]> {
  const { rows } = await sql<{ link: string }>`
    select concat_ws(' ', p.kind, p.code, l.valid_from, coalesce(l.valid_to::text, '…')) as link
    from organisation_links l join organisations o on o.id = l.child_id join organisations p on p.id = l.parent_id
    where o.uai = ${uai} and l.kind = 'part_of' order by l.valid_from, l.valid_to`.execute(database.pool)
  return rows.map(({ link }) => link)
}

async function countRows(): Promise<Record<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count(*)::int as count from organisations group by kind
    union all select 'link', count(*)::int from organisation_links
    union all select 'import', count(*)::int from directory_imports
    union all select 'activity', count(*)::int from activity where kind = 'directory.imported'`.execute(database.owner)
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]))
}

test('a preview tells what would happen and changes nothing', async () => {
  const before = await countRows()
  const outcome = await previewSchoolImport(database.pool, operator, fixture('directory-2023.csv'), {
    today: '2026-02-01',
    fileName: 'x.csv',
  })
  assert.ok(outcome.ok)
  assert.deepEqual(counts(outcome.report), [10, 8, 0, 0, 0, 2])
  assert.match(outcome.sha256, /^[0-9a-f]{64}$/)
  assert.deepEqual(await countRows(), before)
})

test('schools are created under their académie, its région académique and the nation, by dated links', async () => {
  const progress: string[] = []
  const report = await importFile(fixture('directory-2023.csv'), {
    onProgress: ({ step, done, total }) => progress.push(`${step} ${done}/${total}`),
  })
  assert.deepEqual(counts(report), [10, 8, 0, 0, 0, 2])
  assert.deepEqual(
    report.refused.map(({ line, column, value }) => [line, column, value]),
    [
      [11, 'Identifiant_de_l_etablissement', '0359902Y'],
      [12, 'Nom_etablissement', ''],
    ],
  )
  assert.deepEqual(progress, ['reading 10/null', 'saving 8/8'])
  assert.deepEqual(await findSchool('0359901X'), {
    name: 'Lycée professionnel des Tilleuls',
    schoolType: 'lycee_pro',
    town: 'Valmont',
    validTo: null,
    version: 1,
    authority: '14',
  })
  assert.deepEqual(await listLinks('0359901X'), ['authority 14 1971-09-01 …'])
  assert.deepEqual(await listLinks('0359908E'), ['authority 14 2026-02-01 …'])
  assert.deepEqual(await countRows(), { nation: 1, academic_region: 1, authority: 1, school: 8, link: 10, import: 1, activity: 1 })
})

test('the same file again changes nothing; a later one updates, closes and refuses without duplicating', async () => {
  assert.deepEqual(counts(await importFile(fixture('directory-2023.csv'))), [10, 0, 0, 0, 8, 2])
  const report = await importFile(fixture('directory-2026.csv'), { fileName: 'directory-2026.csv' })
  assert.deepEqual(counts(report), [4, 1, 1, 1, 0, 1])
  assert.equal((await findSchool('0359901X'))?.name, 'Lycée professionnel des Grands Tilleuls')
  assert.equal((await findSchool('0359901X'))?.version, 2)
  assert.deepEqual([(await findSchool('0359904A'))?.validTo, await listLinks('0359904A')], ['2026-01-31', ['authority 14 1971-09-01 2026-01-31']])
  assert.deepEqual(await listLinks('0149901L'), ['authority 70 2020-01-01 …'])
  assert.equal((await countRows())['school'], 9)
})

test('a school that opens again gets a link again, and one that changes académie keeps the old one', async () => {
  assert.deepEqual(counts(await importFile(text('0359904A;Lycée de la Lande;Rennes;OUVERT;Valmont'), { today: '2026-03-01' })), [1, 0, 1, 0, 0, 0])
  assert.deepEqual(await listLinks('0359904A'), ['authority 14 1971-09-01 2026-01-31', 'authority 14 2026-03-01 …'])
  await importFile(text('0359904A;Lycée de la Lande;Nantes;OUVERT;Valmont'), { today: '2026-04-01' })
  assert.deepEqual(await listLinks('0359904A'), ['authority 14 1971-09-01 2026-01-31', 'authority 14 2026-03-01 2026-03-31', 'authority 17 2026-04-01 …'])
  assert.equal((await findSchool('0359904A'))?.authority, '17')
})

test('a school placed in a district of its académie stays there', async () => {
  await sql`with d as (
      insert into organisations (id, kind, name, authority_id) select gen_random_uuid(), 'district', 'Bassin du Port', id
      from organisations where kind = 'authority' and code = '14' returning id),
    ended as (
      update organisation_links l set valid_to = '2026-01-31' from organisations o where o.id = l.child_id and o.uai = '0359905B' returning l.child_id)
    insert into organisation_links (child_id, parent_id, kind, valid_from) select e.child_id, d.id, 'part_of', '2026-02-01' from ended e, d`.execute(
    database.owner,
  )
  await importFile(text('0359905B;Collège privé Sainte-Odile;Rennes;OUVERT;Port-Clair'))
  assert.deepEqual(await listLinks('0359905B'), ['authority 14 1971-09-01 2026-01-31', 'district 2026-02-01 …'])
  await importFile(text('0359905B;Collège privé Sainte-Odile;Nantes;OUVERT;Port-Clair'), { today: '2026-05-01' })
  assert.deepEqual((await listLinks('0359905B')).slice(1), ['district 2026-02-01 2026-04-30', 'authority 17 2026-05-01 …'])
})

test('a file declared complete closes the schools that it no longer has', async () => {
  const report = await importFile(text('0149902M;Collège des Falaises;Caen;OUVERT;Grèves', '0149903N;Collège du Cap;Rouen;OUVERT;Grèves'))
  assert.deepEqual(counts(report), [2, 2, 0, 0, 0, 0])
  const later = await importFile(text('0149902M;Collège des Falaises;Normandie;OUVERT;Grèves'), { completeBy: 'authority' })
  assert.deepEqual(counts(later), [1, 0, 0, 1, 1, 0])
  assert.equal((await findSchool('0149903N'))?.validTo, '2026-01-31')
})

test('a refused file or a failure half-way leaves nothing behind', async () => {
  const before = await countRows()
  const refused = await importSchools(database.pool, operator, [Buffer.from('PK\u0003\u0004')], { today: '2026-02-01', fileName: 'x.xlsx' })
  assert.ok(!refused.ok)
  assert.match(refused.reason, /classeur/)
  const schools = Array.from({ length: 2500 }, (_, index) => `${String(1_000_000 + index)}A;École ${index};Lyon;OUVERT;Ville`)
  const failing = importFile(text(...schools), {
    onProgress: ({ step, done }) => {
      if (step === 'saving' && done === 2000) throw new Error('stopped on purpose')
    },
  })
  await assert.rejects(failing, /stopped on purpose/)
  assert.deepEqual(await countRows(), before)
})

test('two imports of one file at the same time create each school once', async () => {
  const schools = Array.from({ length: 300 }, (_, index) => `${String(2_000_000 + index)}A;École ${index};Lille;OUVERT;Ville`)
  const reports = await Promise.all([importFile(text(...schools)), importFile(text(...schools))])
  assert.deepEqual(
    reports.map(({ created }) => created).sort((a, b) => a - b),
    [0, 300],
  )
  assert.deepEqual(
    reports.map(({ unchanged }) => unchanged).sort((a, b) => a - b),
    [0, 300],
  )
})

test('hostile names are kept as they are written', async () => {
  const name = `=HYPERLINK("http://x")'); drop table organisations --`
  const report = await importFile(text(`0359913K;"${name.replaceAll('"', '""')}";Rennes;OUVERT;<b>Valmont</b>`))
  assert.equal((await findSchool('0359913K'))?.name, name)
  assert.equal((await findSchool('0359913K'))?.town, '<b>Valmont</b>')
  assert.match(report.warnings[0]?.reason ?? '', /formule/)
})
