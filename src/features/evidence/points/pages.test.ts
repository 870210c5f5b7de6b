import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvidence } from '../../../../test/make-evidence.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'

let site: FreshSite
let school: string
let lead: Person
let browser: Visitor

before(async () => {
  site = await freshSite()
  school = await makeSchool(site)
  lead = await makePerson(site, [{ role: 'lead', organisationId: school }])
  browser = await visitor(site, lead)
})
after(() => site.stop())

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('&#39;', '’')

interface Linked {
  key: string
  frameworkId: string
  code: string
}

/** A point from which a crosswalk of the product leads to another, by a link of this type. */
async function linkOf(type: string): Promise<{ from: Linked; to: Linked; reason: string }> {
  const { rows } = await sql<{ fromId: string; fromCode: string; toId: string; toCode: string; reason: string }>`
    select c.from_id as "fromId", l.from_code as "fromCode", c.to_id as "toId", l.to_code as "toCode", l.reason
    from crosswalk_links l join crosswalks c on c.id = l.crosswalk_id join frameworks a on a.id = c.from_id join frameworks b on b.id = c.to_id
    where l.type = ${type} and a.framework = 'qualeduc' and b.framework = 'lycee-des-metiers' and b.version = '2023'
    order by l.from_code, l.to_code limit 1`.execute(site.owner)
  const [row] = rows
  assert.ok(row, `no link of type ${type}`)
  const end = (frameworkId: string, code: string): Linked => ({ key: `${frameworkId}:${code}`, frameworkId, code })
  return { from: end(row.fromId, row.fromCode), to: end(row.toId, row.toCode), reason: row.reason }
}

async function threePoints(): Promise<[Linked, Linked, Linked]> {
  const { rows } = await sql<{ frameworkId: string; code: string }>`
    select framework_id as "frameworkId", code from framework_items i join frameworks f on f.id = i.framework_id where f.framework = 'eqavet' order by code limit 3`.execute(
    site.owner,
  )
  const [one, two, three] = rows.map((row) => ({ ...row, key: `${row.frameworkId}:${row.code}` }))
  assert.ok(one && two && three)
  return [one, two, three]
}

const make = (title: string, points: readonly Linked[] = []): Promise<string> => makeEvidence(site, { organisationId: school, addedBy: lead.id, title, points })
const pageOf = (evidence: string, query: Record<string, string> = {}): Promise<string> =>
  browser.get(urls.evidence.points({ evidence }, query)).then(async (answer) => plain(await answer.text()))

const linksOf = async (evidence: string): Promise<string[]> =>
  (
    await sql<{
      link: string
    }>`select framework_id || ':' || item_code || ' ' || page_ref as link from evidence_supports where evidence_id = ${evidence} order by 1`.execute(site.owner)
  ).rows.map((row) => row.link)

test('points are found by words and by framework, several are ticked with where to look, and saved once', async () => {
  const evidence = await make('Bilan des PFMP')
  const text = await pageOf(evidence, { q: 'partenaires' })
  const keys = [...text.matchAll(/name="point" value="([^"]+)"/g)].map((match) => match[1] ?? '')
  assert.ok(keys.length > 3)
  const [one = '', two = '', three = ''] = keys
  const sent = await browser.post(urls.evidence.points({ evidence }), { point: [one, two, three], [`page-${one}`]: 'p.  4', [`page-${two}`]: '' })
  assert.equal(sent.status, 303)
  assert.equal(sent.headers.get('location'), urls.evidence.show({ evidence }, { nouveau: 3 }))
  assert.deepEqual((await linksOf(evidence)).sort(), [`${one} p. 4`, `${two} `, `${three} `].sort())
  const show = plain(await (await browser.get(sent.headers.get('location') ?? '')).text())
  assert.match(show, /3 points de plus sont appuyés/)
  assert.match(show, /p\. 4/)
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from activity where kind = 'evidence.linked' and subject_id = ${evidence}`.execute(
    site.owner,
  )
  assert.equal(rows[0]?.n, 3)
})

test('a framework without words shows all its points', async () => {
  const evidence = await make('Une preuve')
  const { rows } = await sql<{ id: string; items: number }>`
    select f.id, count(*)::int as items from frameworks f join framework_items i on i.framework_id = f.id where f.framework = 'rnq' group by f.id`.execute(
    site.owner,
  )
  const text = await pageOf(evidence, { referentiel: rows[0]?.id ?? '' })
  assert.match(text, new RegExp(`Trouvés : ${rows[0]?.items} points`))
})

test('a point of which the proof shows a part is proposed, with the reason of the crosswalk; one that is served is told so, without a box', async () => {
  const narrower = await linkOf('narrower')
  const text = await pageOf(await make('Sans mot utile', [narrower.from]))
  const box = text.slice(text.indexOf(`value="${narrower.to.key}"`))
  assert.match(box, /en montre une partie/)
  assert.ok(box.includes(plain(narrower.reason.replaceAll("'", '’')).slice(0, 40)) || box.includes(narrower.reason.slice(0, 40)))
  const broader = await linkOf('broader')
  const served = await pageOf(await make('Sans mot utile', [broader.from]))
  assert.doesNotMatch(served, new RegExp(`name="point" value="${broader.to.key}"`))
  assert.match(served, /Déjà servis, rien à faire[^]*déjà servi par/)
})

test('a point that asks for such a proof by its name is proposed, and says which name', async () => {
  const { rows } = await sql<{
    name: string
  }>`select name from framework_items i, unnest(i.evidence) name where name ilike 'lettre de mission%' limit 1`.execute(site.owner)
  assert.ok(rows[0], 'no point asks for a mission letter')
  const text = await pageOf(await make('Lettre de mission du référent décrochage'))
  assert.match(text, /ce point demande « [Ll]ettre de mission[^»]* », et le titre de votre preuve le dit/)
  const none = await pageOf(await make('Zzyzx'))
  assert.match(none, /Aucune proposition pour le moment/)
})

test('frameworks that the school follows come first', async () => {
  const narrower = await linkOf('narrower')
  const evidence = await make('Sans mot utile', [narrower.from])
  const first = async (): Promise<string> => /name="point" value="([^:"]+)/.exec((await pageOf(evidence)).split('Propositions')[1] ?? '')?.[1] ?? ''
  const { rows } = await sql<{
    id: string
  }>`select distinct f.id from frameworks f where f.id <> ${await first()} and f.id = ${narrower.to.frameworkId}`.execute(site.owner)
  await sql`insert into followed_frameworks (organisation_id, framework_id, added_by) values (${school}, ${narrower.to.frameworkId}, ${lead.id})`.execute(
    site.owner,
  )
  assert.equal(await first(), narrower.to.frameworkId)
  assert.ok(rows.length <= 1)
  await sql`delete from followed_frameworks where organisation_id = ${school}`.execute(site.owner)
})

test('unticking takes off what was shown, and leaves what somebody else linked meanwhile; a page is corrected', async () => {
  const [one, two, three] = await threePoints()
  const evidence = await make('Une preuve', [one, two])
  await sql`insert into evidence_supports (evidence_id, framework_id, item_code, organisation_id, added_by) values (${evidence}, ${three.frameworkId}, ${three.code}, ${school}, ${lead.id})`.execute(
    site.owner,
  )
  const sent = await browser.post(urls.evidence.points({ evidence }), { shown: [one.key, two.key], point: [one.key], [`page-${one.key}`]: 'p. 7' })
  assert.equal(sent.headers.get('location'), urls.evidence.show({ evidence }))
  assert.deepEqual((await linksOf(evidence)).sort(), [`${one.key} p. 7`, `${three.key} `].sort())
})

test('a form that is refused comes back with what was ticked and typed', async () => {
  const { to, from } = await linkOf('narrower')
  const evidence = await make('Une preuve', [from])
  const answer = await browser.post(urls.evidence.points({ evidence }), { point: [to.key], [`page-${to.key}`]: 'x'.repeat(61), shown: [] })
  assert.equal(answer.status, 422)
  const text = await answer.text()
  assert.match(text, /trop longue/)
  assert.match(text, new RegExp(`value="${to.key}" checked`))
  assert.match(text, /x{61}/)
  const empty = await make('Encore une')
  assert.match(await (await browser.post(urls.evidence.points({ evidence: empty }))).text(), /Cochez au moins un point/)
})

test('points that no framework has, or that are not ours to see, are passed over', async () => {
  const other = await makeSchool(site)
  const foreign = '33333333-3333-4333-8333-333333333333'
  // A version takes themes and points in the transaction that publishes it, and never after.
  await site.owner.transaction().execute(async (db) => {
    await sql`insert into frameworks (id, framework, version, locale, title, short_title, source, licence, status, scale, content_sha256, owner_id)
      values (${foreign}, 'leur', '1', 'fr', 'Leur', 'Leur', '{}', 'x', 'confirmed', '{"kind":"none"}', 'x', ${other})`.execute(db)
    await sql`insert into framework_themes (framework_id, code, position, title, purpose, keywords, status) values (${foreign}, 'T', 1, 'T', '', '{}', 'confirmed')`.execute(
      db,
    )
    await sql`insert into framework_items (framework_id, code, theme_code, position, statement, help, audiences, evidence, indicators)
      values (${foreign}, 'T-1', 'T', 1, 'x', '', '{}', '{}', '{}')`.execute(db)
  })
  const evidence = await make('Une preuve')
  const { to } = await linkOf('narrower')
  const keys = [`${foreign}:T-1`, `${to.frameworkId}:NULLE-PART`, 'nimporte', `'; drop table evidence; --:x`]
  assert.equal((await browser.post(urls.evidence.points({ evidence }), { point: keys })).status, 422)
  assert.deepEqual(await linksOf(evidence), [])
})

test('the form sent twice has one effect', async () => {
  const { to } = await linkOf('narrower')
  const evidence = await make('Une preuve')
  const form = { point: [to.key], _form: '44444444-4444-4444-8444-444444444444' }
  const [one, two] = [await browser.post(urls.evidence.points({ evidence }), form), await browser.post(urls.evidence.points({ evidence }), form)]
  assert.equal(one.headers.get('location'), two.headers.get('location'))
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from activity where kind = 'evidence.linked' and subject_id = ${evidence}`.execute(
    site.owner,
  )
  assert.equal(rows[0]?.n, 1)
})

test('suggestions for a proof of thirty points come in a moment', async () => {
  const { rows } = await sql<{ frameworkId: string; code: string }>`
    select framework_id as "frameworkId", code from framework_items i join frameworks f on f.id = i.framework_id where f.framework = 'qualeduc' limit 30`.execute(
    site.owner,
  )
  const evidence = await make(
    'Convention de partenariat',
    rows.map((row) => ({ ...row, key: '' })),
  )
  await pageOf(evidence)
  const started = performance.now()
  await pageOf(evidence)
  const took = Math.round(performance.now() - started)
  console.log(`points page of a proof beside 30 points: ${took} ms`)
  assert.ok(took < 1500, `${took}`)
})
