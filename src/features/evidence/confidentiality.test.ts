import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../test/make-evaluation.ts'
import type { MadeEvaluation } from '../../../test/make-evaluation.ts'
import { makeEvidence } from '../../../test/make-evidence.ts'
import { makePerson, makeSchool } from '../../../test/make.ts'
import type { Person } from '../../../test/make.ts'
import { visitor } from '../../../test/sign-in.ts'
import type { Visitor } from '../../../test/sign-in.ts'
import { scopeOf } from '../../platform/database.ts'
import { urls } from '../../urls.ts'

let site: FreshSite
let school: string
let people: Record<'head' | 'member' | 'author', Person>
let browsers: Record<'head' | 'member' | 'author', Visitor>
let evaluation: MadeEvaluation
let secret: string
let point: { frameworkId: string; code: string }
const unknown = '00000000-0000-4000-8000-000000000000'
const withoutKeys = (text: string): string => text.replace(/name="_form" value="[^"]+"/g, '')

before(async () => {
  site = await freshSite()
  school = await makeSchool(site)
  const at = (role: 'head' | 'member') => makePerson(site, [{ role, organisationId: school }])
  people = { head: await at('head'), member: await at('member'), author: await at('member') }
  browsers = { head: await visitor(site, people.head), member: await visitor(site, people.member), author: await visitor(site, people.author) }
  evaluation = await makeEvaluation(site, { organisationId: school, state: 'agreeing', items: 1, members: Object.values(people) })
  const { rows } = await sql<{ frameworkId: string; code: string }>`
    select framework_id as "frameworkId", code from framework_items i join frameworks f on f.id = i.framework_id where f.framework = 'rnq' limit 1`.execute(
    site.owner,
  )
  point = rows[0] ?? { frameworkId: '', code: '' }
  secret = await makeEvidence(site, {
    organisationId: school,
    addedBy: people.author.id,
    title: 'Entretien confidentiel licorne',
    words: 'licorne secrète',
    leadersOnly: true,
    points: [point],
  })
  await sql`insert into evidence_links (evidence_id, item_id, evaluation_id, organisation_id) values (${secret}, ${evaluation.items[0]?.id}, ${evaluation.id}, ${school})`.execute(
    site.owner,
  )
  await sql`insert into evidence_revisions (evidence_id, organisation_id, number, url, added_at, added_by) values (${secret}, ${school}, 1, 'https://exemple.fr/licorne', now(), ${people.author.id})`.execute(
    site.owner,
  )
})
after(() => site.stop())

const addressesOf = (evidence: string): string[] => [
  urls.evidence.show({ evidence }),
  urls.evidence.edit({ evidence }),
  urls.evidence.revise({ evidence }),
  urls.evidence.points({ evidence }),
  urls.evidence.file({ evidence }),
  urls.evidence.revisionFile({ evidence, revision: '1' }),
  urls.evidence.delete({ evidence }),
]

test('to another member, a proof kept for those who lead is the same page as one that does not exist', async () => {
  for (const [index, address] of addressesOf(secret).entries()) {
    const hidden = await browsers.member.get(address)
    const absent = await browsers.member.get(addressesOf(unknown)[index] ?? '')
    assert.equal(hidden.status, 404, address)
    assert.equal(withoutKeys(await hidden.text()), withoutKeys(await absent.text()), address)
  }
  for (const address of [urls.evidence.edit, urls.evidence.revise, urls.evidence.points, urls.evidence.unlink, urls.evidence.delete])
    assert.equal((await browsers.member.post(address({ evidence: secret }), { title: 'Pris', point: `${point.frameworkId}:${point.code}` })).status, 404)
})

test('she finds it nowhere: pool, figures, search, question, sheet, diagnosis, label point, describing by its id', async () => {
  const question = urls.evaluation.attachEvidence({ evaluation: evaluation.id, item: evaluation.items[0]?.id ?? '' })
  const here = { organisation: school }
  const pages = [
    urls.school.evidence(here),
    urls.school.evidence(here, { q: 'licorne' }),
    urls.search({}, { q: 'licorne' }),
    question,
    `${question}?way=known`,
    urls.evaluation.sheet({ evaluation: evaluation.id }),
    urls.evaluation.diagnosis({ evaluation: evaluation.id }),
    urls.label.point({ ...here, framework: point.frameworkId, code: point.code }),
    urls.school.describeEvidence(here, { p: secret }),
  ]
  for (const address of pages) {
    const text = await (await browsers.member.get(address)).text()
    // The words searched are said again; what they would have found is not.
    assert.doesNotMatch(text, /confidentiel|secrète/, address)
    assert.ok(!text.includes(secret), address)
  }
  assert.match(await (await browsers.member.get(urls.school.evidence(here))).text(), /Aucune preuve pour le moment/)
})

test('she cannot put it beside a question by its id, nor find out that the school has the same address', async () => {
  const question = urls.evaluation.attachEvidence({ evaluation: evaluation.id, item: evaluation.items[0]?.id ?? '' })
  assert.equal((await browsers.member.post(question, { way: 'known', known: secret })).status, 422)
  const added = await browsers.member.post(urls.school.addEvidence({ organisation: school }), { address: `https://exemple.fr/${secret}` })
  assert.match(added.headers.get('location') ?? '', /decrire/)
  assert.doesNotMatch(added.headers.get('location') ?? '', new RegExp(secret))
})

test('row-level security hides the row, its words, its past and its links, whatever the query', async () => {
  const seen = (scope: Parameters<FreshSite['as']>[0]): Promise<number[]> =>
    site.as(scope, async (db) => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::int as n from evidence where id = ${secret} union all select count(*)::int from evidence_texts where evidence_id = ${secret}
        union all select count(*)::int from evidence_revisions where evidence_id = ${secret}
        union all select count(*)::int from evidence_supports where evidence_id = ${secret}
        union all select count(*)::int from evidence_links where evidence_id = ${secret}`.execute(db)
      return rows.map((row) => row.n)
    })
  assert.deepEqual(await seen({ personId: people.member.id, organisations: [school] }), [0, 0, 0, 0, 0])
  assert.deepEqual(await seen({ personId: people.author.id, organisations: [school] }), [1, 1, 1, 1, 1])
  assert.deepEqual(await seen({ personId: people.head.id, organisations: [school], led: [school] }), [1, 1, 1, 1, 1])
  assert.deepEqual(await seen(scopeOf(school)), [1, 1, 1, 1, 1])
  assert.deepEqual(await seen({ personId: people.head.id, organisations: [], led: [school] }), [0, 0, 0, 0, 0])
})

test('those who lead, and who added it, see it; the report names it to nobody', async () => {
  const open = await makeEvidence(site, { organisationId: school, addedBy: people.head.id, title: 'Charte ouverte à tous' })
  await sql`insert into evidence_links (evidence_id, item_id, evaluation_id, organisation_id) values (${open}, ${evaluation.items[0]?.id}, ${evaluation.id}, ${school})`.execute(
    site.owner,
  )
  for (const who of ['head', 'author'] as const) {
    assert.match(await (await browsers[who].get(urls.evidence.show({ evidence: secret }))).text(), /Direction et pilote/)
    assert.match(await (await browsers[who].get(urls.school.evidence({ organisation: school }, { q: 'licornes' }))).text(), /confidentiel/)
    assert.doesNotMatch(await (await browsers[who].get(urls.evaluation.report({ evaluation: evaluation.id }))).text(), /confidentiel/)
    const report = await browsers[who].get(urls.evaluation.reportFile({ evaluation: evaluation.id, format: 'odt' }))
    const { 'content.xml': content } = unzipSync(new Uint8Array(await report.arrayBuffer()))
    const text = strFromU8(content ?? new Uint8Array())
    assert.match(text, /Charte ouverte à tous/)
    assert.doesNotMatch(text, /confidentiel/)
  }
})

test('only those who lead and who added a proof decide who sees it', async () => {
  const open = await makeEvidence(site, { organisationId: school, addedBy: people.author.id, title: 'Ouverte' })
  const edit = urls.evidence.edit({ evidence: open })
  assert.doesNotMatch(await (await browsers.member.get(edit)).text(), /Qui la voit/)
  const form = { title: 'Ouverte', nature: 'other', note: '', effectiveOn: '', validUntil: '', remindOn: '', confidentiality: 'leaders' }
  assert.equal((await browsers.member.post(edit, { ...form, version: '1' })).status, 303)
  assert.equal((await browsers.member.get(urls.evidence.show({ evidence: open }))).status, 200)
  assert.match(await (await browsers.author.get(edit)).text(), /Qui la voit/)
  assert.equal((await browsers.author.post(edit, { ...form, version: '2' })).status, 303)
  assert.equal((await browsers.member.get(urls.evidence.show({ evidence: open }))).status, 404)
  assert.equal((await browsers.head.post(edit, { ...form, confidentiality: 'team', version: '3' })).status, 303)
  assert.equal((await browsers.member.get(urls.evidence.show({ evidence: open }))).status, 200)
})
