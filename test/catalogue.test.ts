import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from './fresh-database.ts'
import type { FreshDatabase } from './fresh-database.ts'

let database: FreshDatabase
before(async () => {
  database = await freshDatabase()
})
after(() => database.stop())

/** Functions that run with the owner's rights, each a narrow door with its reason beside it in the migration. */
const narrowDoors = [
  'accept_ballots',
  'answer_survey_offer',
  'authority_activity',
  'close_round',
  'enqueue_job',
  'evidence_to_read',
  'file_is_kept',
  'find_access_token',
  'find_reply_page',
  'find_sign_in',
  'find_survey_doors',
  'invitation_to_send',
  'open_session',
  'open_survey_additions',
  'open_survey_part',
  'organisations_to_recall',
  'participation',
  'printable_invitations',
  'remind_invitations',
  'round_has_answers',
  'school_participation',
  'seal_activity',
  'send_survey_invitations',
  'survey_participation',
  'surveys_due',
  'tidy',
  'verify_activity',
  'visible_item_facts',
  'visible_item_seeds',
]

/** Tables open to every caller, and why no row of them belongs to a school or a person. */
const openTables: Record<string, string> = {
  organisations: 'the directory of schools is public',
  organisation_links: 'the directory of schools is public',
  school_years: 'a calendar',
  directory_imports: 'reports of imports of the public directory',
  migrations: 'names of files, read by the owner only',
  mails: 'written by the application for the worker; no page outside the demo reads it',
  sign_in_failures: 'digests only, before anybody is known',
}

/** Tables in which the application may do nothing at all: no grant, so no policy for it. */
const closedTables = ['activity_heads', 'ballot_box', 'ballot_bundles', 'ballot_texts', 'ballots', 'survey_tickets']

interface Table {
  name: string
  secured: boolean
  forced: boolean
  policies: number
  organisation: boolean
}

const listTables = async (): Promise<Table[]> =>
  (
    await sql<Table>`
      select c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
        (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polroles @> array[(select oid from pg_roles where rolname = 'qualeduc_app')]) as policies,
        exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname in ('organisation_id', 'person_id') and not a.attisdropped) as organisation
      from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`.execute(database.owner)
  ).rows

test('every table that belongs to an organisation or a person has row-level security, enabled and forced, with a policy', async () => {
  const tables = await listTables()
  assert.ok(tables.length > 20)
  for (const table of tables) {
    if (openTables[table.name]) {
      assert.equal(table.organisation, false, `${table.name} is said to be open but holds an organisation or a person`)
      continue
    }
    assert.ok(table.secured && table.forced, `${table.name} has no forced row-level security`)
    if (!closedTables.includes(table.name)) assert.ok(table.policies > 0, `${table.name} has no policy for the application`)
  }
})

test('no function runs with the rights of the owner outside the short list', async () => {
  const { rows } = await sql<{ name: string; config: string[] | null }>`
    select p.proname as name, p.proconfig as config from pg_proc p where p.prosecdef and p.pronamespace = 'public'::regnamespace order by 1`.execute(
    database.owner,
  )
  assert.deepEqual(
    rows.map((row) => row.name),
    narrowDoors,
  )
  for (const row of rows)
    assert.ok(
      row.config?.some((setting) => setting.startsWith('search_path=')),
      `${row.name} has an open search_path`,
    )
})

test('the application role owns nothing, bypasses nothing, and cannot become the owner', async () => {
  const { rows } = await sql<{ owned: number; bypass: boolean; super: boolean; member: boolean }>`
    select (select count(*)::int from pg_class where relowner = r.oid) + (select count(*)::int from pg_proc where proowner = r.oid) as owned,
      r.rolbypassrls as bypass, r.rolsuper as super, pg_has_role('qualeduc_app', (select tableowner from pg_tables where tablename = 'evaluations'), 'member') as member
    from pg_roles r where rolname = 'qualeduc_app'`.execute(database.owner)
  assert.deepEqual(rows, [{ owned: 0, bypass: false, super: false, member: false }])
})

test('the activity log refuses every change, even by its owner', async () => {
  await database.as({}, (db) => sql`insert into activity (kind) values ('test.written')`.execute(db))
  for (const statement of [sql`update activity set kind = 'a.b'`, sql`delete from activity`, sql`truncate activity`]) {
    await assert.rejects(statement.execute(database.owner), /append-only/)
  }
})

test('each line of the log is chained to the one before by its hash', async () => {
  await database.as({}, (db) => sql`insert into activity (kind) values ('test.one'), ('test.two')`.execute(db))
  const { rows } = await sql<{ ok: boolean }>`
    select hash = sha256(previous_hash || convert_to(concat_ws('|', id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), organisation_id, actor_id,
      kind, subject_kind, subject_id, detail::text), 'UTF8'))
      and previous_hash = lag(hash, 1, ''::bytea) over (order by id) as ok
    from activity where organisation_id is null order by id`.execute(database.owner)
  assert.ok(rows.length >= 2)
  assert.ok(rows.every((row) => row.ok))
})
