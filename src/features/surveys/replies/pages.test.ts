import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { browser } from '../../../../test/browser.ts'
import type { Browser } from '../../../../test/browser.ts'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeSurvey, sampleQuestions } from '../../../../test/make-survey.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import { openSession } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { encodeRecord, layoutOf } from '../ballots/record.ts'
import { computeRelease } from '../release/compute-release.ts'
import { newReply } from './reply-form.ts'

let site: FreshSite
let here: { survey: string; organisation: string }
let part: string
let lead: Browser

before(async () => {
  site = await freshSite()
  const organisation = await makeSchool(site)
  const made = await makeSurvey(site, { organisationId: organisation, state: 'open', parts: [{ freeText: true }] })
  here = { survey: made.id, organisation }
  part = made.parts[0] ?? ''
  lead = await signedIn()
  await release()
})
after(() => site.stop())

async function signedIn(): Promise<Browser> {
  const person = await makePerson(site, [{ role: 'lead', organisationId: here.organisation }])
  const visitor = browser(site)
  visitor.setCookie('session', (await openSession(site, person)).cookie)
  return visitor
}

async function release(): Promise<void> {
  const layout = layoutOf([], sampleQuestions)
  for (let pupil = 0; pupil < 40; pupil++) {
    const answers = encodeRecord(layout, { groups: {}, chosen: { Q1: [pupil < 36 ? 1 + (pupil % 2) : 4] } })
    await sql`insert into ballots (survey_id, part_id, school_id, answers) values (${here.survey}, ${part}, ${here.organisation}, ${answers})`.execute(
      site.owner,
    )
    await sql`insert into ballot_texts (survey_id, part_id, school_id, question, words) values (${here.survey}, ${part}, ${here.organisation}, 'Q6', ${`Texte ${pupil} sur la cantine`})`.execute(
      site.owner,
    )
  }
  await sql`update surveys set state = 'closed', closed_at = now() where id = ${here.survey}`.execute(site.owner)
  await site.owner.inTransaction((db) => computeRelease(db, here.survey, () => 0))
}

test('before the release nothing is told, and no reply can be written', async () => {
  const early = await makeSurvey(site, { organisationId: here.organisation, state: 'open' })
  await lead.open(urls.survey.reply({ ...here, survey: early.id, reply: newReply }))
  assert.match(lead.text, /Les résultats ne sont pas encore là/)
})

test('a weak point becomes a reply linked to an action, told to all and to pupils, on a page and on a wall', async () => {
  await lead.open(urls.survey.toDiagnosis(here, { part, question: 'Q1' }))
  await lead.send(urls.survey.toAction(here))
  const { rows } = await sql<{ id: string }>`select id from actions where organisation_id = ${here.organisation}`.execute(site.owner)
  await lead.open(urls.survey.replies(here))
  assert.match(lead.text, /attend une réponse/)
  const begin = /href="([^"]*question=Q1[^"]*)"/.exec(lead.text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  await lead.open(begin)
  assert.match(lead.text, /Je me sens bien au lycée\.<\/textarea>/)
  await lead.send(urls.survey.reply({ ...here, reply: newReply }), {
    done: 'Deux adultes de plus.',
    pupilWords: 'On est deux de plus.',
    kind: 'planned',
    action: rows[0]?.id ?? '',
  })
  assert.match(lead.text, /Action : <a[^>]*>Répondre à/)
  assert.doesNotMatch(lead.text, /attend une réponse/)
  await lead.open(urls.survey.reply({ ...here, reply: newReply }))
  await lead.send(urls.survey.reply({ ...here, reply: newReply }), { said: 'Plus de pain.', kind: 'no', done: 'Trop cher.' })
  const order = () => [...lead.text.matchAll(/action="[^"]*\/suites\/([0-9a-f-]{36})\/retirer"/g)].map((match) => match[1])
  const [first = '', second = ''] = order()
  await lead.send(urls.survey.moveReply({ ...here, reply: second }), { by: 'up' })
  assert.deepEqual(order(), [second, first])
  await lead.send(urls.survey.publishReplies(here))
  const address = /href="[^"]*(\/vous-avez-dit\/[^"]+)"/.exec(lead.text)?.[1] ?? ''
  const anybody = browser(site)
  await anybody.open(`${address}?eleves=1`)
  assert.match(anybody.text, /On est deux de plus\./)
  await anybody.open(address)
  assert.match(anybody.text, /Deux adultes de plus\./)
  for (const format of ['tous', 'eleves']) {
    await lead.open(urls.survey.poster({ ...here, format }))
    assert.match(lead.text, /^%PDF/)
  }
  await lead.open(urls.survey.poster({ ...here, format: 'x' }))
  assert.equal(lead.status, 404)
})

test('of two who change one reply, the second reads both texts', async () => {
  await lead.open(urls.survey.replies(here))
  const there = urls.survey.reply({ ...here, reply: /suites\/([0-9a-f-]{36})\/retirer/.exec(lead.text)?.[1] ?? '' })
  const other = await signedIn()
  await Promise.all([lead.open(there), other.open(there)])
  await lead.send(there, { said: 'La première.' })
  await other.send(there, { said: 'La seconde.' })
  assert.equal(other.status, 409)
  assert.match(other.text, /La première\./)
  assert.match(other.text, /La seconde\./)
})

test('texts are shown question by question from eleven up; of two who read one, the second is told', async () => {
  const other = await signedIn()
  await Promise.all([lead.open(urls.survey.texts(here)), other.open(urls.survey.texts(here))])
  const forms = [...lead.text.matchAll(/action="([^"]*\/paroles\/[0-9a-f-]{36})"/g)].map((match) => match[1] ?? '')
  assert.equal(forms.length, 40)
  for (const action of forms.slice(0, 10)) {
    await lead.send(action, { state: 'shown' })
    await lead.open(urls.survey.texts(here))
  }
  assert.match(lead.text, /qu’à partir de 11 ; 10 pour l’instant/)
  await other.send(forms[0] ?? '', { state: 'shown', shown: 'Ma version du texte.' })
  assert.match(other.text, /Deux personnes ont lu ce texte en même temps/)
  assert.match(other.text, /Ma version du texte\./, 'what was typed comes back')
  await other.send(forms[0] ?? '', { state: 'withheld' })
  assert.match(other.text, /C’est noté/, 'and can be decided again')
  await other.send(forms[0] ?? '', { state: 'shown' })
  await lead.send(forms[10] ?? '', { state: 'shown', shown: 'La cantine, toujours.' })
  await lead.open(urls.survey.texts(here))
  assert.match(lead.text, /<li>La cantine, toujours\.<\/li>/)
})

test('thirty days after a text was read, what was written is forgotten and what is shown stays', async () => {
  const age = (days: number) =>
    sql`update release_texts set read_at = now() - make_interval(days => ${days}) where survey_id = ${here.survey} and state <> 'waiting'`
  const { rows: some } = await sql<{ id: string }>`
    select id from release_texts where survey_id = ${here.survey} and state = 'waiting' order by id limit 1`.execute(site.owner)
  await lead.open(urls.survey.texts(here))
  await lead.send(urls.survey.text({ ...here, text: some[0]?.id ?? '' }), { state: 'withheld' })
  const count = async () =>
    (
      await sql<{ state: string; kept: number; shown: number }>`
        select state, count(*) filter (where words <> coalesce(shown, ''))::integer as kept, count(shown)::integer as shown
        from release_texts where survey_id = ${here.survey} group by 1 order by 1`.execute(site.owner)
    ).rows
  await age(29).execute(site.owner)
  await sql`select tidy()`.execute(site.services.pool)
  assert.deepEqual(await count(), [
    { state: 'shown', kept: 11, shown: 11 },
    { state: 'waiting', kept: 28, shown: 0 },
    { state: 'withheld', kept: 1, shown: 0 },
  ])
  await age(31).execute(site.owner)
  await sql`select tidy()`.execute(site.services.pool)
  assert.deepEqual(await count(), [
    { state: 'shown', kept: 0, shown: 11 },
    { state: 'waiting', kept: 28, shown: 0 },
    { state: 'withheld', kept: 0, shown: 0 },
  ])
  await lead.open(urls.survey.texts(here))
  assert.match(lead.text, /n’est plus gardé/)
  assert.match(lead.text, /<li>La cantine, toujours\.<\/li>/)
})
