import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { freshDatabase } from '../../../../test/fresh-database.ts'
import type { FreshDatabase } from '../../../../test/fresh-database.ts'
import { makeAuthority, makeSchool } from '../../../../test/make.ts'
import { makeSurvey } from '../../../../test/make-survey.ts'
import type { SurveyState } from '../tables.ts'

let site: FreshDatabase
let schoolId: string
before(async () => {
  site = await freshDatabase()
  schoolId = await makeSchool(site, { authorityId: await makeAuthority(site, 'Académie A') })
})
after(() => site.stop())

/** Every way to lower what protects who answers. */
function attempts(id: string, part: string): Record<string, RawBuilder<unknown>> {
  return {
    'a lower threshold': sql`update surveys set threshold = 5 where id = ${id}`,
    'back to a draft': sql`update surveys set state = 'draft' where id = ${id}`,
    'another organisation': sql`update surveys set organisation_id = ${randomUUID()} where id = ${id}`,
    'another last time': sql`update surveys set previous_id = ${id} where id = ${id}`,
    'a finer breakdown': sql`update survey_parts set breakdowns = '[{"code":"x","title":"X","source":"question","groups":[]}]' where id = ${part}`,
    'words asked after all': sql`update survey_parts set free_text = true where id = ${part}`,
    'other questions': sql`update survey_parts set definition = '{}' where id = ${part}`,
    'a part taken out': sql`delete from survey_parts where id = ${part}`,
    'one more part': sql`insert into survey_parts (id, survey_id, organisation_id, position, audience, definition) values (${randomUUID()}, ${id}, ${schoolId}, 9, 'staff', '{}')`,
    'a school taken out': sql`delete from survey_schools where survey_id = ${id}`,
    'more questions of a school': sql`insert into survey_additions (part_id, survey_id, school_id) values (${part}, ${id}, ${schoolId})`,
    'the survey deleted': sql`delete from surveys where id = ${id}`,
  }
}

for (const state of ['open', 'closed', 'released'] satisfies SurveyState[]) {
  test(`${state}: nothing that protects who answers can be lowered, by the application or by the owner of the tables`, async () => {
    const survey = await makeSurvey(site, { organisationId: schoolId, state })
    const leader = { organisations: [schoolId], led: [schoolId] }
    for (const [name, attempt] of Object.entries(attempts(survey.id, survey.parts[0] ?? ''))) {
      await assert.rejects(
        site.as(leader, (db) => attempt.execute(db)),
        name,
      )
      await assert.rejects(attempt.execute(site.owner), { code: 'QS001' }, name)
    }
  })
}

test('as a draft the same changes are free: the guard is the opening, and a threshold under five is never taken', async () => {
  const survey = await makeSurvey(site, { organisationId: schoolId })
  const all = attempts(survey.id, survey.parts[0] ?? '')
  for (const name of ['a lower threshold', 'words asked after all', 'other questions', 'one more part']) await all[name]?.execute(site.owner)
  await assert.rejects(sql`update surveys set threshold = 4 where id = ${survey.id}`.execute(site.owner), /threshold/)
})

test('the application cannot read who has answered, an address, a ballot or the box, nor make one', async () => {
  const survey = await makeSurvey(site, { organisationId: schoolId, state: 'open' })
  await sql`insert into survey_invitations (id, survey_id, part_id, school_id, digest, mail, used)
    values (${randomUUID()}, ${survey.id}, ${survey.parts[0]}, ${schoolId}, ${Buffer.alloc(16, 7)}, 'parent@exemple.fr', true)`.execute(site.owner)
  const leader = { organisations: [schoolId], led: [schoolId] }
  const forbidden = [
    sql`select used from survey_invitations`,
    sql`select mail from survey_invitations`,
    sql`select digest from survey_invitations`,
    sql`select * from survey_invitations`,
    sql`update survey_invitations set used = false`,
    sql`delete from survey_invitations`,
    sql`select used from survey_doors`,
    sql`select 1 from survey_tickets`,
    sql`select 1 from ballot_box`,
    sql`select 1 from ballot_bundles`,
    sql`select 1 from ballots`,
    sql`select 1 from ballot_texts`,
    sql`insert into ballot_box (survey_id, sealed) values (${survey.id}, ''::bytea)`,
    sql`set local role qualeduc_mixer`,
    sql`insert into release_figures (survey_id, part_id, organisation_id, owner_id, level, figures) values (${survey.id}, ${survey.parts[0]}, ${schoolId}, ${schoolId}, 'school', '{}')`,
  ]
  for (const attempt of forbidden) {
    await assert.rejects(
      site.as(leader, (db) => attempt.execute(db)),
      { code: '42501' },
    )
  }
  assert.equal((await site.as(leader, (db) => sql`select id, groups from survey_invitations where survey_id = ${survey.id}`.execute(db))).rows.length, 1)
})

test('the mixing role reads neither invitations nor people nor the store that it fills', async () => {
  const attempt = (statement: RawBuilder<unknown>) =>
    site.owner.inTransaction(async (db) => {
      await sql`set local role qualeduc_mixer`.execute(db)
      await statement.execute(db)
    })
  for (const table of ['survey_invitations', 'survey_tickets', 'survey_doors', 'surveys', 'persons', 'ballots', 'ballot_texts', 'activity']) {
    await assert.rejects(attempt(sql`select 1 from ${sql.table(table)} limit 1`), { code: '42501' }, table)
  }
  await attempt(sql`select 1 from ballot_box limit 1`)
})

test('participation is told from eleven up, rounded, and to those who hold a mandate alone', async () => {
  const survey = await makeSurvey(site, { organisationId: schoolId, state: 'open' })
  const add = (people: number, used: boolean) =>
    sql`
    insert into survey_invitations (id, survey_id, part_id, school_id, digest, used)
    select gen_random_uuid(), ${survey.id}, ${survey.parts[0]}, ${schoolId}, decode(md5(random()::text), 'hex'), ${used}::boolean from generate_series(1, ${people}::integer)`.execute(
      site.owner,
    )
  const told = async (organisations: string[]) =>
    (await site.as({ organisations }, (db) => sql<{ answered: number | null }>`select answered from survey_participation(${survey.id})`.execute(db))).rows
  await add(10, true)
  await add(20, false)
  assert.deepEqual(await told([schoolId]), [{ answered: null }])
  await add(1, true)
  assert.deepEqual(await told([schoolId]), [{ answered: 10 }])
  await add(6, true)
  assert.deepEqual(await told([schoolId]), [{ answered: 15 }])
  assert.deepEqual(await told([randomUUID()]), [])
})
