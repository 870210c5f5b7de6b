import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { idOfFramework, makeCrosswalk } from '../../../../test/make-draft.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../../test/make.ts'
import type { Person } from '../../../../test/make.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { listStems } from './stems-store.ts'
import { rarityOf, suggest } from './similarity-rules.ts'

let site: FreshSite
let school: string
let authority: string
let qualeduc: string
let rnq: string
let people: Record<'head' | 'member' | 'stranger' | 'referent', Person>
before(async () => {
  site = await freshSite()
  authority = await makeAuthority(site, 'Académie de Valmont')
  school = await makeSchool(site, { authorityId: authority })
  people = {
    head: await makePerson(site, [{ role: 'head', organisationId: school }], 'Claire Fontaine'),
    member: await makePerson(site, [{ role: 'member', organisationId: school }]),
    stranger: await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site, { authorityId: authority }) }]),
    referent: await makePerson(site, [{ role: 'referent', organisationId: authority }]),
  }
  qualeduc = await idOfFramework(site, 'qualeduc')
  rnq = await idOfFramework(site, 'rnq')
})
after(() => site.stop())

const browserOf = (person: keyof typeof people): Promise<Visitor> => visitor(site, people[person])
const textOf = async (person: keyof typeof people, path: string): Promise<string> => (await (await browserOf(person)).get(path)).text()
const idIn = (location: string | null): string => /correspondances\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''
const make = (): Promise<string> => makeCrosswalk(site, { ownerId: school, fromId: qualeduc, toId: rnq })
const seenIn = (text: string): string => /name="seen" value="([^"]+)"/.exec(text)?.[1] ?? ''

const linksOf = async (crosswalk: string) =>
  (
    await sql<{
      from: string
      to: string
      type: string
    }>`select from_code as "from", to_code as "to", type from crosswalk_links where crosswalk_id = ${crosswalk} order by 1, 2`.execute(site.owner)
  ).rows

test('everybody signed in reads the list and a crosswalk, from both sides', async () => {
  const list = await textOf('member', urls.crosswalks.list())
  assert.match(list, /Correspondances entre référentiels/)
  assert.doesNotMatch(list, /Écrire une correspondance/)
  const { rows } = await sql<{ id: string }>`select id from crosswalks where from_id = ${qualeduc} and to_id = ${rnq} and owner_id is null`.execute(site.owner)
  const path = urls.crosswalks.show({ crosswalk: rows[0]?.id ?? '' })
  assert.ok(list.includes(`href="${path}"`))
  const text = await textOf('member', path)
  for (const words of ['se recouvrent en partie', 'le premier n’est qu’une partie du second', 'Équipe de rédaction de Qualéduc'])
    assert.ok(text.includes(words), words)
  assert.match(await textOf('member', `${path}?sens=retour`), /le premier contient le second/)
  const filtered = await textOf('member', urls.crosswalks.list({}, { referentiel: rnq }))
  assert.ok(filtered.includes(`href="${path}"`))
  for (const missing of ['00000000-0000-4000-8000-000000000000', 'x'])
    assert.equal((await (await browserOf('member')).get(`/correspondances/${missing}`)).status, 404)
  assert.equal((await (await visitor(site)).get(path)).status, 303)
})

test('two frameworks are chosen, and the same twice is refused in words', async () => {
  const head = await browserOf('head')
  const refused = await head.post(urls.crosswalks.start({ organisation: school }), { from: rnq, to: rnq })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /différent du premier/)
  const begun = await head.post(urls.crosswalks.start({ organisation: school }), { from: qualeduc, to: rnq })
  assert.equal(begun.status, 303)
  const crosswalk = idIn(begun.headers.get('location'))
  const text = await textOf('head', urls.crosswalks.work({ crosswalk }))
  assert.match(text, /0 énoncés de Qualéduc sur \d+ ont un lien/)
})

test('a statement picked at left shows at right what it is like, and by which words', async () => {
  const crosswalk = await make()
  const text = await textOf('head', urls.crosswalks.work({ crosswalk }, { enonce: 'QF10-D2' }))
  assert.match(text, /En commun\s: /)
  assert.match(text, /D’où viennent ces propositions/)
  assert.match(text, /Déjà dit dans une autre correspondance|Ajouter un lien/)
})

test('a link needs its end, its kind and its reason; saved, it is shown and counts', async () => {
  const crosswalk = await make()
  const head = await browserOf('head')
  const place = { crosswalk, code: 'QF10-P1' }
  const seen = seenIn(await textOf('head', urls.crosswalks.work({ crosswalk }, { enonce: 'QF10-P1' })))
  const empty = await head.post(urls.crosswalks.statement(place), { far: '', type: '', reason: 'Courte mais gardée', seen })
  assert.equal(empty.status, 422)
  const text = await empty.text()
  for (const words of ['Choisissez l’énoncé auquel le relier', 'Dites ce qu’ils ont en commun', 'Courte mais gardée']) assert.ok(text.includes(words), words)
  const saved = await head.post(urls.crosswalks.statement(place), {
    far: 'other',
    other: 'RNQ2-5',
    type: 'narrower',
    reason: 'Seulement pour les stages.',
    seen,
  })
  assert.equal(saved.headers.get('location'), `${urls.crosswalks.work({ crosswalk }, { enonce: 'QF10-P1' })}#chosen`)
  assert.deepEqual(await linksOf(crosswalk), [{ from: 'QF10-P1', to: 'RNQ2-5', type: 'narrower' }])
  const from = await textOf('head', urls.crosswalks.work({ crosswalk }, { cote: 'to', enonce: 'RNQ2-5' }))
  assert.match(from, /le premier contient le second/)
  await head.post(urls.crosswalks.removeLink({ crosswalk, code: 'RNQ2-5' }), { cote: 'to', far: 'QF10-P1' })
  assert.deepEqual(await linksOf(crosswalk), [])
})

test('from the second framework, the kind is kept the right way round', async () => {
  const crosswalk = await make()
  const seen = seenIn(await textOf('head', urls.crosswalks.work({ crosswalk }, { cote: 'to', enonce: 'RNQ1-1' })))
  await (
    await browserOf('head')
  ).post(urls.crosswalks.statement({ crosswalk, code: 'RNQ1-1' }), { cote: 'to', far: 'QF18-D1', type: 'broader', reason: 'Il demande davantage.', seen })
  assert.deepEqual(await linksOf(crosswalk), [{ from: 'QF18-D1', to: 'RNQ1-1', type: 'narrower' }])
})

test('when the links of a statement changed meanwhile, nothing is overwritten and the text comes back', async () => {
  const crosswalk = await make()
  const head = await browserOf('head')
  const seen = seenIn(await textOf('head', urls.crosswalks.work({ crosswalk }, { enonce: 'QF10-P1' })))
  const link = { far: 'RNQ2-5', type: 'equal', reason: 'Première écriture du lien.', seen }
  assert.equal((await head.post(urls.crosswalks.statement({ crosswalk, code: 'QF10-P1' }), link)).status, 303)
  const late = await head.post(urls.crosswalks.statement({ crosswalk, code: 'QF10-P1' }), { ...link, type: 'overlaps', reason: 'Seconde écriture du lien.' })
  assert.equal(late.status, 422)
  const text = await late.text()
  assert.match(text, /ont changé pendant que vous écriviez/)
  assert.match(text, /Première écriture/)
  assert.match(text, /Seconde écriture/)
  assert.equal((await linksOf(crosswalk))[0]?.type, 'equal')
  assert.equal(
    (
      await head.post(urls.crosswalks.statement({ crosswalk, code: 'QF10-P2' }), {
        ...link,
        seen: seenIn(await textOf('head', urls.crosswalks.work({ crosswalk }, { enonce: 'QF10-P2' }))),
      })
    ).status,
    303,
  )
})

test('« no equivalent » needs a reason, is shown, and goes when a link is made', async () => {
  const crosswalk = await make()
  const head = await browserOf('head')
  assert.equal((await head.post(urls.crosswalks.gap({ crosswalk, code: 'QF10-P3' }), { gap: 'non' })).status, 422)
  await head.post(urls.crosswalks.gap({ crosswalk, code: 'QF10-P3' }), { gap: 'Rien ne parle de transport.' })
  const text = await textOf('head', urls.crosswalks.work({ crosswalk }, { enonce: 'QF10-P3' }))
  assert.match(text, /est dit sans équivalent\s: Rien ne parle de transport/)
  await head.post(urls.crosswalks.statement({ crosswalk, code: 'QF10-P3' }), {
    far: 'RNQ1-1',
    type: 'overlaps',
    reason: 'Tout de même un peu.',
    seen: seenIn(text),
  })
  const { rows } = await sql`select 1 from crosswalk_gaps where crosswalk_id = ${crosswalk}`.execute(site.owner)
  assert.equal(rows.length, 0)
})

test('published, it is frozen and seen by those whom its owner concerns; a draft by its organisation only', async () => {
  const crosswalk = await makeCrosswalk(site, { ownerId: authority, fromId: qualeduc, toId: rnq, links: [{ from: 'QF10-P1', to: 'RNQ2-5' }] })
  const show = urls.crosswalks.show({ crosswalk })
  for (const who of ['head', 'stranger'] as const) {
    assert.equal((await (await browserOf(who)).get(show)).status, 404, who)
    assert.equal((await (await browserOf(who)).get(urls.crosswalks.work({ crosswalk }))).status, 404, who)
  }
  const referent = await browserOf('referent')
  assert.equal((await referent.post(urls.crosswalks.send({ crosswalk }))).status, 303)
  assert.equal((await referent.get(urls.crosswalks.work({ crosswalk }))).status, 409)
  assert.equal((await referent.post(urls.crosswalks.publish({ crosswalk }))).headers.get('location'), show)
  for (const who of ['head', 'stranger', 'member'] as const) assert.equal((await (await browserOf(who)).get(show)).status, 200, who)
  assert.equal((await (await visitor(site, await makePerson(site, [{ role: 'head', organisationId: await makeSchool(site) }]))).get(show)).status, 404)
  assert.equal((await (await browserOf('head')).post(urls.crosswalks.gap({ crosswalk, code: 'QF10-P1' }), { gap: 'x' })).status, 403)
  assert.equal((await referent.post(urls.crosswalks.gap({ crosswalk, code: 'QF10-P1' }), { gap: 'Une raison assez longue.' })).headers.get('location'), show)
  await site.as({ organisations: [authority] }, async (db) => {
    await sql`delete from crosswalk_links where crosswalk_id = ${crosswalk}`.execute(db)
    await sql`update crosswalks set author = 'x' where id = ${crosswalk}`.execute(db)
  })
  assert.equal((await linksOf(crosswalk)).length, 1)
})

test('without a link nothing is sent; a member may not write; others find nothing', async () => {
  const crosswalk = await make()
  const refused = await (await browserOf('head')).post(urls.crosswalks.send({ crosswalk }))
  assert.equal(refused.status, 409)
  assert.match(await refused.text(), /aucun lien/)
  for (const path of [
    urls.crosswalks.work({ crosswalk }),
    urls.crosswalks.review({ crosswalk }),
    urls.crosswalks.about({ crosswalk }),
    urls.crosswalks.delete({ crosswalk }),
  ]) {
    assert.equal((await (await browserOf('head')).get(path)).status, 200, path)
    assert.equal((await (await browserOf('member')).get(path)).status, 403, path)
    assert.equal((await (await browserOf('stranger')).get(path)).status, 404, path)
    assert.equal((await (await visitor(site)).get(path)).status, 303, path)
  }
  const { rows } = await sql<{ id: string }>`select id from crosswalks where owner_id is null limit 1`.execute(site.owner)
  assert.equal((await (await browserOf('head')).post(urls.crosswalks.delete({ crosswalk: rows[0]?.id ?? '' }))).status, 403)
  assert.equal((await (await browserOf('head')).post(urls.crosswalks.delete({ crosswalk }))).status, 303)
})

test('author, source and rights are edited by themselves, with their own check of what changed meanwhile', async () => {
  const crosswalk = await make()
  const head = await browserOf('head')
  const seen = seenIn(await textOf('head', urls.crosswalks.about({ crosswalk })))
  const fields = {
    author: 'Équipe de lecture',
    'source-title': 'Lecture croisée',
    'source-note': 'En deux réunions.',
    licence: 'Libre.',
    status: 'validated',
    seen,
  }
  assert.equal((await head.post(urls.crosswalks.about({ crosswalk }), { ...fields, author: '' })).status, 422)
  assert.equal((await head.post(urls.crosswalks.about({ crosswalk }), fields)).status, 303)
  const late = await head.post(urls.crosswalks.about({ crosswalk }), { ...fields, author: 'Quelqu’un d’autre' })
  assert.equal(late.status, 422)
  assert.match(await late.text(), /Équipe de lecture/)
})

test('suggestions find again most of what people linked by reading', async () => {
  const { rows: links } = await sql<{ from: string; to: string }>`
    select l.from_code as "from", l.to_code as "to" from crosswalk_links l join crosswalks c on c.id = l.crosswalk_id
    where c.owner_id is null and c.from_id = ${qualeduc} and c.to_id = ${rnq}`.execute(site.owner)
  const [near, far] = await site.as({}, async (db) => [await listStems(db, rnq), await listStems(db, qualeduc)])
  const rarity = rarityOf([...near, ...far])
  const codes = [...new Set(links.map((link) => link.to))]
  const found = codes.filter((code) => {
    const source = near.find((one) => one.code === code) ?? assert.fail(code)
    const suggested = suggest(source, far, rarity, 8).map((one) => one.code)
    return links.some((link) => link.to === code && suggested.includes(link.from))
  })
  assert.ok(links.length > 50 && found.length / codes.length >= 0.65, `${found.length} of ${codes.length}`)
})
