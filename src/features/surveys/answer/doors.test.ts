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
import { answeringWords } from '../questionnaire/answering-words.ts'
import type { SurveyState } from '../tables.ts'
import { WrongCodes } from './throttle.ts'

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

/** A survey with one way in. */
async function openSurvey(part: WishedPart = {}, seats: number | null = null, state: SurveyState = 'open'): Promise<OpenSurvey> {
  const survey = await makeSurvey(site, { organisationId: schoolId, state, parts: [part] })
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
  assert.match(await (await open(code, '?merci=1')).text(), /<h1/)
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
  for (let tries = 0; tries < 70; tries++) statuses.push((await open('ABCD-EFGH')).status)
  assert.equal(statuses.at(-1), 429)
  const slowed = await (await open('ABCD-EFGH-JKMN', '?l=en')).text()
  assert.match(slowed, /Too many wrong codes[^]*name="code"/, 'the code can be typed again, in the same language')
  assert.equal((await open(code)).status, 200)
})

test('once the survey is closed nothing more is taken, even what was being written', async () => {
  const { id, code } = await openSurvey()
  await sql`update surveys set state = 'closed', closed_at = now() where id = ${id}`.execute(site.owner)
  const over = await open(code)
  assert.equal(over.status, 410)
  assert.match(await over.text(), /Cette enquête est terminée/)
  assert.equal((await send(code, { Q1: '1', _step: 'send' })).status, 410)
  assert.equal(await ballotsOf(id), 0)
})

test('a class that comes late, whose codes were destroyed, is not slowed down, and reads that the survey may be over', async () => {
  const late = new WrongCodes()
  const now = Date.now()
  for (let pupil = 0; pupil < 36; pupil++) {
    for (let tries = 0; tries < 5; tries++) {
      assert.ok(late.mayTry('a school', now))
      late.wasWrong('a school', true, now)
    }
  }
  let tries = 0
  while (late.mayTry('a school', now) && tries < 1000) {
    late.wasWrong('a school', true, now)
    tries++
  }
  assert.ok(tries < 300, 'guessing is not welcome')
  assert.match(answeringWords('fr', 'pupil').codeUnknown, /ou l’enquête est terminée/)
})

test('before the survey is open its door says so, and what a school adds meanwhile is asked and kept once it is', async () => {
  const { id, code } = await openSurvey({}, null, 'offered')
  const early = await open(code)
  assert.equal(early.status, 409)
  assert.match(await early.text(), /pas encore ouverte/)
  assert.equal((await send(code, { Q1: '1', _step: 'send' })).status, 409)
  const added = JSON.stringify([{ code: 'E1', section: '', kind: 'scale', scale: 'yes', words: { fr: 'La cantine est bonne.' } }])
  await sql`insert into survey_additions (part_id, survey_id, school_id, questions) select p.id, p.survey_id, ${schoolId}, ${added}::text::jsonb from survey_parts p where p.survey_id = ${id}`.execute(
    site.owner,
  )
  await sql`update surveys set state = 'open', opened_at = now() where id = ${id}`.execute(site.owner)
  assert.match(await (await open(code)).text(), /La cantine est bonne\./)
  assert.match(await (await send(code, { E1: '3', _step: 'review' })).text(), /La cantine est bonne\.[^]*Oui/)
  assert.equal((await send(code, { E1: '3', _step: 'send' })).status, 303)
  assert.equal(await ballotsOf(id), 1)
})

test('for ten minutes after a session what was being written is taken, within its seats; the door says that the session is over, not the survey', async () => {
  const { id, code } = await openSurvey({ access: 'session' }, 2)
  const endedFor = (minutes: number) =>
    sql`update survey_doors set open_until = now() - ${`${minutes} minutes`}::interval where survey_id = ${id}`.execute(site.owner)
  const answer = (ticket: string, _step = 'send') => send(code, { Q1: '1', _ticket: ticket.repeat(32), _step })
  await endedFor(9)
  const closed = await open(code)
  assert.equal(closed.status, 410)
  assert.match(await closed.text(), /Cette séance est terminée/)
  assert.equal((await answer('a', 'review')).status, 200)
  assert.equal((await answer('a')).status, 303)
  assert.equal((await open(code, '?merci=1')).status, 200)
  assert.equal(await ballotsOf(id), 1)
  await endedFor(11)
  const late = await answer('b')
  assert.equal(late.status, 410)
  assert.match(await late.text(), /Cette séance est terminée/)
  assert.equal(await ballotsOf(id), 1)
})

test('the same form comes back in another way with what was typed, right or wrong', async () => {
  const { code } = await openSurvey({ access: 'shared' })
  const answer = await send(code, { Q1: '3', Q4: 'beaucoup', _ticket: 'a'.repeat(32), _step: 'change' }, '?g=1')
  const page = await answer.text()
  assert.equal(answer.status, 200)
  assert.match(page, /<html[^>]* class="g"/)
  assert.match(page, /value="3" checked/)
  assert.match(page, /value="beaucoup"/)
  assert.match(page, /name="_ticket" value="a{32}"/)
})

test('a code goes on from where it is typed in the language that was chosen there', async () => {
  const { code } = await openSurvey()
  const typed = await site.app.request(`/r?code=${code}&l=ar`)
  assert.equal(typed.headers.get('location'), `/r/${code}?l=ar`)
  const wrong = await site.app.request('/r?code=ABCD-EFGH-JKM0&l=ar')
  assert.equal(wrong.status, 404)
  assert.match(await wrong.text(), /<html lang="ar" dir="rtl"/)
})

test('more than a form can hold is not read', async () => {
  const { code } = await openSurvey()
  const answer = await site.app.request(`/r/${code}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '120000000' },
    body: 'Q1=1',
  })
  assert.equal(answer.status, 413)
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
