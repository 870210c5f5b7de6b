import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { datasets } from '../src/features/indicators/opendata/datasets.ts'
import postgres from 'postgres'
import { findRunningPostgres } from '../src/platform/embedded-postgres.ts'

export interface FilledFigures {
  authorityId: string
  referentCookie: string
  /** Schools drawn at random, each with its lead. */
  visited: { schoolId: string; cookie: string }[]
}

/** Académies among which schools are shared out. */
export const authorities = 30
const years = 10
const mostVisited = 400

/** Published measures by data set; together with the typed ones, seventy. */
const published = {
  'ival-pro': ['presents', 'taux-reussite', 'va-reussite', 'taux-mentions', 'va-mentions', 'taux-acces-2nde', 'va-acces-2nde', 'effectif-terminale'],
  'inserjeunes-pro': ['taux-poursuite', 'taux-emploi-6', 'va-emploi-6', 'taux-emploi-12', 'taux-emploi-24', 'part-autre', 'taux-interruption'],
  'ips-lycees': ['ips-etablissement', 'ips-pro', 'ecart-type-pro', 'effectif', 'effectif-pro'],
}
const typedOnBoard = ['D01', 'D02', 'E03', 'E04']
const typed = [...typedOnBoard, 'R08-filles', 'R08-garcons', ...Array.from({ length: 44 }, (_, index) => `X${index + 1}`)]

/** Twelve cards: published, typed, computed and counted. */
const cards = ['R01', 'R02', 'R03', 'R05', 'P01', 'P02', ...typedOnBoard, 'R08', 'Q05'].map((measure) => ({ measure, wide: false, note: '' }))

/** Fills the database of a running site: so many schools in thirty académies, seventy figures of each over ten years, and a dashboard of twelve cards. */
export async function fillFigures(dataDir: string, schools: number): Promise<FilledFigures> {
  const running = findRunningPostgres(dataDir)
  if (!running) throw new Error('no site runs on this folder')
  const client = postgres(running.ownerUrl, { max: 1, onnotice: () => {} })
  try {
    const [nation, person] = [randomUUID(), randomUUID()]
    await client`insert into persons (id, email, name) values (${person}, ${`${person}@exemple.fr`}, 'Personne')`
    await client`insert into organisations (id, kind, name) values (${nation}, 'nation', 'Nation de mesure')`
    const places = await client`
      insert into organisations (id, kind, name) select gen_random_uuid(), 'authority', 'Académie ' || n from generate_series(1, ${authorities}) n returning id`
    const ids = places.map((row) => String(row['id']))
    await client`
      insert into organisations (id, kind, name, uai, authority_id, school_type, sector, town)
      select gen_random_uuid(), 'school', 'Lycée ' || n, lpad(n::text, 7, '0') || 'A', (${ids}::uuid[])[1 + n % ${authorities}],
        (array['lycee_pro', 'lycee_polyvalent', 'college'])[1 + n % 3], 'public', 'Ville ' || (n % 900)
      from generate_series(8000001, ${8000000 + schools}) n`
    await fillPublished(client, nation, person)
    await fillTyped(client, person)
    await client`
      insert into indicator_boards (organisation_id, cards, updated_by) select id, ${client.json(cards)}, ${person} from organisations where uai like '8%'`
    const chosen = await client`select id from organisations where uai like '8%' order by random() limit ${mostVisited}`
    const visited = []
    for (const row of chosen) visited.push({ schoolId: String(row['id']), cookie: await signIn(client, String(row['id']), 'lead') })
    const authorityId = ids[0] ?? ''
    const referentCookie = await signIn(client, authorityId, 'referent')
    await client.unsafe('vacuum analyze')
    return { authorityId, referentCookie, visited }
  } finally {
    await client.end()
  }
}

async function fillPublished(client: postgres.Sql, nation: string, person: string): Promise<void> {
  for (const [dataset, measures] of Object.entries(published)) {
    for (let year = 0; year < years; year++) {
      const id = randomUUID()
      await client`
        insert into indicator_imports (id, organisation_id, dataset, file_name, file_sha256, rows_read, rows_loaded, rows_refused, report, person_id)
        values (${id}, ${nation}, ${dataset}, 'mesure.csv', '', 1, 1, 0, '{"refused":[],"warnings":[],"corrected":[],"unknownSchools":0}', ${person})`
      await client`
        insert into published_rows (import_id, uai, dataset, period, track, line, measures)
        select ${id}, o.uai, ${dataset}, ${String(2016 + year)}, ${datasets.find(({ code }) => code === dataset)?.track ?? ''}, row_number() over (),
          (select jsonb_object_agg(m, floor(random() * 60 + 40 + length(o.uai) - 8)) from unnest(${measures}::text[]) m)
        from organisations o where o.uai like '8%'`
    }
  }
}

async function fillTyped(client: postgres.Sql, person: string): Promise<void> {
  for (let year = 0; year < years; year++) {
    await client`
      insert into indicator_values (organisation_id, measure, period, value, entered_by)
      select o.id, m, ${`${2016 + year}-${2017 + year}`}, floor(random() * 100), ${person} from organisations o, unnest(${typed}::text[]) m where o.uai like '8%'`
  }
}

async function signIn(client: postgres.Sql, organisationId: string, role: string): Promise<string> {
  const [person, cookie] = [randomUUID(), randomBytes(32).toString('base64url')]
  await client`insert into persons (id, email, name) values (${person}, ${`${person}@exemple.fr`}, 'Personne')`
  await client`insert into mandates (id, person_id, organisation_id, role, valid_from) values (${randomUUID()}, ${person}, ${organisationId}, ${role}, '2020-09-01')`
  await client`
    insert into sessions (id, token_hash, person_id, expires_at, second_factor_at)
    values (${randomUUID()}, ${createHash('sha256').update(cookie).digest()}, ${person}, now() + interval '1 day', now())`
  return cookie
}
