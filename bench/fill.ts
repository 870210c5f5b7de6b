import { createHash, randomBytes, randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { findRunningPostgres } from '../src/platform/embedded-postgres.ts'

export interface Filled {
  schoolId: string
  /** Closed round, spread to look at. */
  spreadId: string
  /** Open round, one cookie per member. */
  openId: string
  openItems: string[]
  headCookie: string
  memberCookies: string[]
}

const scale = {
  kind: 'levels',
  levels: ['Pas encore', 'En partie', 'En grande partie', 'Pleinement'].map((label, index) => ({ value: index + 1, label, descriptor: '' })),
}

/** Fills the database of a running site: that many schools, and in one of them evaluations of 40 questions and 60 members. */
export async function fill(dataDir: string, schools: number, items = 40, members = 60): Promise<Filled> {
  const running = findRunningPostgres(dataDir)
  if (!running) throw new Error('no site runs on this folder')
  const client = postgres(running.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const authority = randomUUID()
    await client`insert into organisations (id, kind, name) values (${authority}, 'authority', 'Académie de mesure')`
    await client`
      insert into organisations (id, kind, name, uai, authority_id, school_type, sector, town)
      select gen_random_uuid(), 'school', 'Lycée ' || n, lpad(n::text, 7, '0') || 'A', ${authority}, 'lycee_pro', 'public', 'Ville ' || (n % 900)
      from generate_series(9000001, ${9000000 + schools}) n`
    await someEverywhere(client, authority)
    const [school] = await client`select id from organisations where kind = 'school' and authority_id = ${authority} limit 1`
    const schoolId = String(school?.['id'])
    const people = await makePeople(client, schoolId, members)
    const spreadId = await makeEvaluation(
      client,
      schoolId,
      'agreeing',
      items,
      people.map((person) => person.id),
    )
    await client`
      insert into evaluation_answers (evaluation_id, item_id, organisation_id, choice, value, reason)
      select i.evaluation_id, i.id, i.organisation_id, 'rated', 1 + floor(random() * 4), 'Une raison écrite en une ou deux phrases, comme on en écrit.'
      from evaluation_items i, generate_series(1, ${members}) where i.evaluation_id = ${spreadId}`
    await client`update evaluation_members set answered = ${items} where evaluation_id = ${spreadId}`
    const openId = await makeEvaluation(
      client,
      schoolId,
      'answering',
      items,
      people.map((person) => person.id),
    )
    await makeActions(client, schoolId, spreadId, people[0]?.id ?? '')
    await client.unsafe('analyze')
    const openItems = (await client`select id from evaluation_items where evaluation_id = ${openId} order by position`).map((row) => String(row['id']))
    return { schoolId, spreadId, openId, openItems, headCookie: people[0]?.cookie ?? '', memberCookies: people.map((person) => person.cookie) }
  } finally {
    await client.end()
  }
}

// One school in ten has cycles and actions of its own, so that growth of the tables is felt, not only of the directory.
async function someEverywhere(client: postgres.Sql, authority: string): Promise<void> {
  await client`
    insert into evaluations (id, organisation_id, title, scope_kind, school_year, state, scale, created_by)
    select gen_random_uuid(), id, 'Autoévaluation', 'school', '2026-2027', 'agreeing', ${client.json(scale)}, gen_random_uuid()
    from organisations where authority_id = ${authority} and kind = 'school' and right(uai, 2) = '0A'`
  await client`
    insert into evaluation_items (id, evaluation_id, organisation_id, position, origin, phase, statement, scale)
    select gen_random_uuid(), e.id, e.organisation_id, n, 'own', 'plan', 'Constat ' || n, ${client.json(scale)} from evaluations e, generate_series(1, 40) n`
  await client`
    insert into actions (id, organisation_id, evaluation_id, title, created_by)
    select gen_random_uuid(), e.organisation_id, e.id, 'Action ' || n, gen_random_uuid() from evaluations e, generate_series(1, 20) n`
}

async function makePeople(client: postgres.Sql, schoolId: string, count: number): Promise<{ id: string; cookie: string }[]> {
  const people = Array.from({ length: count }, () => ({ id: randomUUID(), cookie: randomBytes(32).toString('base64url') }))
  for (const [index, person] of people.entries()) {
    await client`insert into persons (id, email, name) values (${person.id}, ${`${person.id}@exemple.fr`}, ${`Personne ${index + 1}`})`
    await client`insert into mandates (id, person_id, organisation_id, role, valid_from) values (${randomUUID()}, ${person.id}, ${schoolId}, ${index === 0 ? 'head' : 'member'}, '2020-09-01')`
    await client`
      insert into sessions (id, token_hash, person_id, expires_at)
      values (${randomUUID()}, ${createHash('sha256').update(person.cookie).digest()}, ${person.id}, now() + interval '1 day')`
  }
  return people
}

async function makeEvaluation(client: postgres.Sql, schoolId: string, state: string, items: number, people: readonly string[]): Promise<string> {
  const id = randomUUID()
  await client`
    insert into evaluations (id, organisation_id, title, purpose, scope_kind, school_year, state, scale, created_by, opened_at, closed_at)
    values (${id}, ${schoolId}, 'PFMP, stages', 'Savoir où nous en sommes', 'school', '2026-2027', ${state}, ${client.json(scale)}, ${people[0] ?? id}, now(),
      ${state === 'answering' ? null : new Date()})`
  await client`
    insert into evaluation_items (id, evaluation_id, organisation_id, position, origin, phase, theme_title, statement, help, scale)
    select gen_random_uuid(), ${id}, ${schoolId}, n, 'own', (array['plan', 'do', 'check', 'act'])[1 + n % 4], 'PFMP, stages',
      'Chaque élève part en stage avec des objectifs écrits avec son tuteur, et les retrouve au retour (' || n || ').', 'Regardez trois livrets.', ${client.json(scale)}
    from generate_series(1, ${items}) n`
  await client`
    insert into evaluation_members (evaluation_id, organisation_id, person_id)
    select ${id}, ${schoolId}, person from unnest(${people}::uuid[]) person`
  return id
}

async function makeActions(client: postgres.Sql, schoolId: string, evaluationId: string, owner: string): Promise<void> {
  await client`
    insert into actions (id, organisation_id, evaluation_id, title, created_by, owner_id, due_on)
    select gen_random_uuid(), ${schoolId}, ${evaluationId}, 'Appeler les entreprises ' || n, ${owner}, ${owner}, current_date + n::int from generate_series(1, 20) n`
}
