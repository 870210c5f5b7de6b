import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeAuthority, makeSchool } from '../../../../test/make.ts'
import { makeSurvey } from '../../../../test/make-survey.ts'
import type { WishedPart } from '../../../../test/make-survey.ts'
import { codeOf, digestOfCode, formatCode } from '../ballots/codes.ts'
import { ensureSurveyKey } from '../ballots/keys.ts'

let site: FreshSite
let schoolId: string
before(async () => {
  site = await freshSite()
  schoolId = await makeSchool(site, { authorityId: await makeAuthority(site, 'Académie A') })
})
after(() => site.stop())

interface OpenSurvey {
  id: string
  code: string
}

/** An open survey with one way in. */
async function openSurvey(part: WishedPart = {}, seats: number | null = null): Promise<OpenSurvey> {
  const survey = await makeSurvey(site, { organisationId: schoolId, state: 'open', parts: [part] })
  const key = await ensureSurveyKey(site.services.config.dataDir, survey.id)
  const id = randomUUID()
  const code = codeOf(key, id)
  const digest = digestOfCode(site.services.secrets, code)
  if ((part.access ?? 'personal') === 'personal') {
    await sql`insert into survey_invitations (id, survey_id, part_id, school_id, digest) values (${id}, ${survey.id}, ${survey.parts[0]}, ${schoolId}, ${digest})`.execute(
      site.owner,
    )
  } else {
    await sql`insert into survey_doors (id, survey_id, part_id, school_id, kind, digest, seats, created_by)
      values (${id}, ${survey.id}, ${survey.parts[0]}, ${schoolId}, ${part.access}, ${digest}, ${seats}, ${id})`.execute(site.owner)
  }
  return { id: survey.id, code }
}

const open = (code: string, query = ''): Promise<Response> => Promise.resolve(site.app.request(`/r/${code}${query}`))
const send = (code: string, fields: Record<string, string>, query = ''): Promise<Response> =>
  Promise.resolve(
    site.app.request(`/r/${code}${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams(fields)),
    }),
  )

async function ballotsOf(surveyId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from ballot_box where survey_id = ${surveyId}`.execute(site.owner)
  return rows[0]?.n ?? -1
}

test('a code opens its questions, an answer is read again, then sent, and thanks say so', async () => {
  const { id, code } = await openSurvey()
  const page = await (await open(formatCode(code).toLowerCase())).text()
  assert.match(page, /Je me sens bien au lycée\./)
  assert.doesNotMatch(page, /Que changer en premier/, 'words are not asked where the survey does not want them')
  assert.ok(!page.includes(code), 'nothing of the code is in the page')
  const review = await (await send(code, { Q1: '4', Q3: '1', _step: 'review' })).text()
  assert.match(review, /Tout à fait d’accord/)
  assert.equal(await ballotsOf(id), 0, 'nothing is kept before it is sent')
  assert.match(await (await send(code, { Q1: '4', _step: 'change' })).text(), /value="4" checked/)
  const sent = await send(code, { Q1: '4', Q3: '1', _step: 'send' })
  assert.equal(sent.status, 303)
  assert.match(await (await open(code, '?merci=1')).text(), /<h1>/)
  assert.equal(await ballotsOf(id), 1)
  assert.equal(sent.headers.get('set-cookie'), null)
  assert.equal(await (await open(code)).text(), page, 'who holds the code does not learn whether it has served')
  assert.equal((await send(code, { Q1: '1', _step: 'send' })).status, 303)
  assert.equal(await ballotsOf(id), 1)
})

test('sent a hundred times at once, an invitation gives one ballot, and everybody is thanked', async () => {
  const { id, code } = await openSurvey()
  const answers = await Promise.all(Array.from({ length: 100 }, () => send(code, { Q1: '2', _step: 'send' })))
  assert.ok(answers.every((answer) => answer.status === 303))
  assert.equal(await ballotsOf(id), 1)
})

test('through a class session each page that was opened gives one ballot, up to the pupils who are there', async () => {
  const { id, code } = await openSurvey({ access: 'session' }, 2)
  const ticketOf = async (): Promise<string> => (await (await open(code)).text()).match(/name="_ticket" value="([0-9a-f]{32})"/)?.[1] ?? ''
  const [one, other, third] = [await ticketOf(), await ticketOf(), await ticketOf()]
  await Promise.all([one, one, other].map((_ticket) => send(code, { Q1: '1', _ticket, _step: 'send' })))
  assert.equal(await ballotsOf(id), 2)
  assert.equal((await send(code, { Q1: '1', _ticket: third, _step: 'send' })).status, 409)
  assert.equal(await ballotsOf(id), 2)
})

test('a wrong answer comes back with what was chosen, and nothing is kept', async () => {
  const { id, code } = await openSurvey()
  const answer = await send(code, { Q1: '3', Q4: 'beaucoup', _step: 'send' })
  const page = await answer.text()
  assert.equal(answer.status, 422)
  assert.match(page, /value="3" checked/)
  assert.match(page, /value="beaucoup"/)
  assert.equal(await ballotsOf(id), 0)
})

test('a code that nobody has leads back to where codes are typed; trying many is slowed down, and who has a code still comes in', async () => {
  const { code } = await openSurvey()
  const wrong = await open('ABCD-EFGH-JKMN')
  assert.equal(wrong.status, 404)
  assert.match(await wrong.text(), /name="code"/)
  const statuses = []
  for (let tries = 0; tries < 70; tries++) statuses.push((await open('ABCD-EFGH-JKMN')).status)
  assert.equal(statuses.at(-1), 429)
  assert.equal((await open(code)).status, 200)
})

test('once the survey is closed nothing more is taken, even what was being written', async () => {
  const { id, code } = await openSurvey()
  await sql`update surveys set state = 'closed', closed_at = now() where id = ${id}`.execute(site.owner)
  assert.equal((await open(code)).status, 410)
  assert.equal((await send(code, { Q1: '1', _step: 'send' })).status, 410)
  assert.equal(await ballotsOf(id), 0)
})

test('a language that is not there is French, and one that is there says what is missing', async () => {
  const { code } = await openSurvey({
    definition: {
      title: { fr: 'Notre lycée', ar: 'مدرستنا' },
      intro: { fr: '' },
      sections: [],
      questions: [{ code: 'Q1', section: '', kind: 'scale', scale: 'agreement', words: { fr: 'Je me sens bien.' } }],
      languages: [
        { tag: 'fr', reviewed: true },
        { tag: 'ar', reviewed: false },
      ],
    },
  })
  assert.match(await (await open(code, '?l=de')).text(), /<html lang="fr" dir="ltr"/)
  const arabic = await (await open(code, '?l=ar')).text()
  assert.match(arabic, /<html lang="ar" dir="rtl"/)
  assert.match(arabic, /مدرستنا/)
  assert.match(arabic, /Je me sens bien\.<\/span> <small class="m">/)
})
