import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import { makeSurvey } from '../../../../test/make-survey.ts'
import { visitor } from '../../../../test/sign-in.ts'
import type { Visitor } from '../../../../test/sign-in.ts'
import { scopeOf } from '../../../platform/database.ts'
import { urls } from '../../../urls.ts'
import { codeOf, digestOfCode } from '../ballots/codes.ts'
import { ensureSurveyKey } from '../ballots/keys.ts'
import { sendInvitationJob } from './send-invitation-job.ts'
import { textsIn } from './texts.en.ts'

let site: FreshSite
let schoolId: string
let browser: Visitor
const t = textsIn('fr')

before(async () => {
  site = await freshSite()
  schoolId = await makeSchool(site)
  browser = await visitor(site, await makePerson(site, [{ role: 'lead', organisationId: schoolId }]))
})
after(() => site.stop())

const level = { code: 'groupe-1', title: 'Niveau', source: 'group' as const, groups: ['Seconde', 'Première'] }

async function openSurvey(access: 'personal' | 'session' | 'shared'): Promise<{ survey: string; part: string; key: Buffer; organisation: string }> {
  const { id: survey, parts } = await makeSurvey(site, { organisationId: schoolId, state: 'open', parts: [{ access, breakdowns: [level] }] })
  return { survey, part: parts[0] ?? '', key: await ensureSurveyKey(site.services.config.dataDir, survey), organisation: schoolId }
}

const invitationsOf = async (survey: string) =>
  (
    await sql<{ id: string; digest: Buffer; groups: object; mail: string | null; used: boolean }>`
    select id, digest, groups, mail, used from survey_invitations where survey_id = ${survey} order by mail`.execute(site.owner)
  ).rows

const reminderJobs = async () =>
  (
    await sql<{ id: string; again: boolean }>`select j.payload ->> 'invitation' as id, (j.payload ->> 'again')::boolean as again
    from graphile_worker._private_jobs j join graphile_worker._private_tasks k on k.id = j.task_id where k.identifier = 'send-invitation'`.execute(site.owner)
  ).rows

test('codes are made by group, and can be made again from the key alone', async () => {
  const { survey, part, key, organisation } = await openSurvey('personal')
  const made = await browser.post(urls.survey.invitations({ survey, organisation }), { part, count0: '2', count1: '1' })
  assert.equal(made.status, 303)
  const rows = await invitationsOf(survey)
  assert.equal(rows.filter((row) => JSON.stringify(row.groups) === '{"groupe-1":"Seconde"}').length, 2)
  for (const row of rows) assert.deepEqual(row.digest, digestOfCode(site.services.secrets, codeOf(key, row.id)))
  const merge = await (await browser.get(`${urls.survey.merge({ survey, organisation, format: 'csv' })}?public=${part}`)).text()
  for (const row of rows) assert.ok(merge.includes(`/r/${codeOf(key, row.id)}`))
  const sheets = await (await browser.get(urls.survey.sheets({ survey, organisation }))).text()
  assert.ok(sheets.includes(t.sheets.mergeCareful), 'what becomes of the file of codes is said beside it')
  const slips = await browser.get(`${urls.survey.sheets({ survey, organisation })}?public=${part}&lot=1`)
  assert.equal(slips.headers.get('content-type'), 'application/pdf')
})

test('refused addresses come back with line and reason, nobody is invited, and the list is not lost', async () => {
  const { survey, part, organisation } = await openSurvey('personal')
  const mails = 'a@exemple.fr;Seconde\npas une adresse'
  const refused = await browser.post(urls.survey.invitations({ survey, organisation }), { part, mails })
  const text = await refused.text()
  assert.equal(refused.status, 422)
  assert.ok(text.includes('a@exemple.fr;Seconde') && text.includes(`${t.invitations.lineOf(2, 'pas une adresse')} – `))
  assert.equal((await invitationsOf(survey)).length, 0)
})

test('a reminder goes to those who have not answered; nobody learns who or how many, and not twice in three days', async () => {
  const { survey, part, key, organisation } = await openSurvey('personal')
  await browser.post(urls.survey.invitations({ survey, organisation }), { part, mails: 'a@exemple.fr\nb@exemple.fr' })
  const [first, second] = await invitationsOf(survey)
  assert.ok(first && second)
  await sql`update survey_invitations set used = true where id = ${first.id}`.execute(site.owner)
  const reminded = await browser.post(urls.survey.remind({ survey, organisation }))
  assert.equal(reminded.status, 303)
  assert.deepEqual(
    (await reminderJobs()).filter((job) => job.again).map((job) => job.id),
    [second.id],
  )
  assert.equal((await browser.post(urls.survey.remind({ survey, organisation }))).status, 409)
  await sql`update survey_invitations set used = true where id = ${second.id}`.execute(site.owner)
  await sql`update survey_reminders set reminded_at = now() - interval '4 days' where survey_id = ${survey}`.execute(site.owner)
  const nobody = await browser.post(urls.survey.remind({ survey, organisation }))
  assert.deepEqual(
    [nobody.status, nobody.headers.get('location')],
    [reminded.status, reminded.headers.get('location')],
    'the same answer when everybody has answered',
  )
  await sql`update survey_invitations set used = false where id = ${second.id}`.execute(site.owner)
  await sendInvitationJob(site.services.config).run(site.pool, { invitation: second.id, again: true })
  const sent = await sql<{ body: string }>`select body from mails where to_address = 'b@exemple.fr'`.execute(site.owner)
  assert.ok(sent.rows[0]?.body.includes(`/r/${codeOf(key, second.id)}`))
  const merge = await (await browser.get(`${urls.survey.merge({ survey, organisation, format: 'csv' })}?public=${part}`)).text()
  assert.ok(!merge.includes('/r/'), 'a code that left by mail is printed for nobody else')
})

test('nothing that the application may ask tells who has answered, nor the address of anybody', async () => {
  const { survey, part, organisation } = await openSurvey('personal')
  await browser.post(urls.survey.invitations({ survey, organisation }), { part, mails: 'c@exemple.fr' })
  const forbidden = [
    sql`select used from survey_invitations`,
    sql`select mail from survey_invitations`,
    sql`select digest from survey_invitations`,
    sql`select id from survey_invitations where used`,
    sql`select id from survey_invitations order by mail`,
    sql`update survey_invitations set used = false`,
    sql`delete from survey_invitations`,
    sql`select used from survey_doors`,
    sql`select from ballot_box`,
    sql`select from ballots`,
    sql`select from survey_tickets`,
    sql`select payload from graphile_worker._private_jobs`,
  ]
  for (const statement of forbidden)
    await assert.rejects(
      site.as(scopeOf(schoolId), (db) => statement.execute(db)),
      { code: '42501' },
    )
  for (const path of [urls.survey.invitations, urls.survey.place, urls.survey.sheets]) {
    assert.ok(!(await (await browser.get(path({ survey, organisation }))).text()).includes('c@exemple.fr'))
  }
  const shown = await (await browser.get(urls.survey.place({ survey, organisation }))).text()
  assert.ok(shown.includes('moins de 11'))
})

test('a class session is opened by any member, projected with its code, and ended early', async () => {
  const { survey, part, key, organisation } = await openSurvey('session')
  const member = await visitor(site, await makePerson(site, [{ role: 'member', organisationId: schoolId }]))
  const sessions = urls.survey.sessions({ survey, organisation })
  const refused = await member.post(sessions, { part, seats: 'trente', name: 'Anglais' })
  assert.equal(refused.status, 422)
  const back = await refused.text()
  assert.ok(back.includes('value="trente"') && back.includes('value="Anglais"') && back.includes(t.sessions.errors.group))
  const opened = await member.post(sessions, { part, seats: '24', 'group-groupe-1': 'Seconde' })
  assert.equal(opened.status, 303)
  const path = opened.headers.get('location') ?? ''
  const door = path.split('/').at(-1) ?? ''
  const code = codeOf(key, door)
  assert.ok((await (await member.get(path)).text()).includes(`${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`))
  assert.equal((await site.app.request(urls.answering.form({ token: code }))).status, 200)
  assert.equal((await member.post(urls.survey.endSession({ survey, organisation, door }))).status, 303)
  assert.ok((await (await member.get(path)).text()).includes(t.session.over))
  assert.equal((await member.get(urls.survey.invitations({ survey, organisation }))).status, 403)
})

test('paper is typed twice: differences are shown, then it is sent once', async () => {
  const { survey, part, key, organisation } = await openSurvey('personal')
  await browser.post(urls.survey.invitations({ survey, organisation }), { part, count0: '1' })
  const code = codeOf(key, (await invitationsOf(survey))[0]?.id ?? '')
  const entry = urls.survey.paperEntry({ survey, organisation, part })
  const wrong = await browser.post(entry, { code: 'ABCD-EFGH-2345', 'a-Q1': '9' })
  assert.equal(wrong.status, 422)
  const back = await wrong.text()
  assert.ok(back.includes(t.entry.errors.code) && back.includes(t.entry.errors['not-an-answer']) && back.includes('value="9"'))
  const first = await (await browser.post(entry, { code, 'a-Q1': '4', 'a-Q3': '1 2' })).text()
  const sealed = /name="first" value="([^"]+)"/.exec(first)?.[1] ?? ''
  assert.ok(first.includes(t.entry.second) && !first.includes('value="1 2"'))
  const compared = await (await browser.post(entry, { step: 'second', first: sealed, 'a-Q1': '3', 'a-Q3': '2 1' })).text()
  assert.ok(compared.includes(t.entry.firstTyped('4')) && compared.includes(t.entry.secondTyped('3')))
  const sent = { step: 'send', first: sealed, 'a-Q1': '4', 'a-Q3': '1 2' }
  assert.equal((await browser.post(entry, sent)).status, 303)
  const again = await browser.post(entry, sent)
  assert.equal(again.status, 303, 'whether a code has served is not told to whoever holds it')
  const typedAgain = await (await browser.post(entry, { code, 'a-Q1': '4', 'a-Q3': '1 2' })).text()
  assert.ok(typedAgain.includes(t.entry.second))
  const { rows } = await sql`select from ballot_box where survey_id = ${survey}`.execute(site.owner)
  assert.equal(rows.length, 1)
})

test('the questionnaire prints, and the page on anonymity opens to anyone with this survey’s own numbers and no cookie', async () => {
  const { id: survey, parts } = await makeSurvey(site, { organisationId: schoolId, state: 'open', threshold: 17, parts: [{ breakdowns: [level] }] })
  const part = parts[0] ?? ''
  const form = await browser.get(urls.survey.paperForm({ survey, organisation: schoolId, part }))
  assert.equal(form.headers.get('content-type'), 'application/pdf')
  const shown = await site.app.request(urls.survey.anonymity({ part }))
  const text = await shown.text()
  assert.equal(shown.headers.get('set-cookie'), null)
  assert.ok(text.includes('17 réponses') && text.includes('Niveau') && !/src="http|href="http/.test(text))
  const draft = await makeSurvey(site, { organisationId: schoolId })
  assert.equal((await site.app.request(urls.survey.anonymity({ part: draft.parts[0] ?? '' }))).status, 404)
})

test('where the key of an open survey is missing, the page says so in words and nothing is sent', async () => {
  const { id: survey, parts } = await makeSurvey(site, {
    organisationId: schoolId,
    state: 'open',
    parts: [{ access: 'session' }, { access: 'shared' }, { access: 'personal' }],
  })
  const at = { survey, organisation: schoolId }
  const [session = '', shared = '', personal = ''] = parts
  const sent = [
    await browser.post(urls.survey.sessions(at), { part: session, seats: '20', minutes: '30' }),
    await browser.post(urls.survey.sessions(at), { part: shared, kind: 'shared' }),
    await browser.post(urls.survey.invitations(at), { part: personal, count0: '3' }),
  ]
  for (const response of sent) {
    assert.equal(response.status, 409)
    assert.ok((await response.text()).includes(t.refusals['no-key'].title))
  }
})

test('an own question is taken out after a page that asks', async () => {
  const { id: survey, parts } = await makeSurvey(site, { organisationId: schoolId })
  const at = { survey, organisation: schoolId }
  await browser.post(urls.survey.additions(at), { part: parts[0] ?? '', kind: 'scale', scale: 'agreement', words: 'Et la cantine ?' })
  const list = await (await browser.get(urls.survey.additions(at))).text()
  const remove = /href="([^"]+\/retirer)"/.exec(list)?.[1] ?? ''
  const asked = await (await browser.get(remove)).text()
  assert.ok(asked.includes(t.additions.removeText) && asked.includes('Et la cantine ?'))
  assert.equal((await browser.post(remove)).status, 303)
  assert.ok((await (await browser.get(urls.survey.additions(at))).text()).includes(t.additions.none))
})
