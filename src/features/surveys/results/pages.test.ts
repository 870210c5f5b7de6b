import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { browser } from '../../../../test/browser.ts'
import type { Browser } from '../../../../test/browser.ts'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeEvaluation } from '../../../../test/make-evaluation.ts'
import { makeSurvey, sampleQuestions } from '../../../../test/make-survey.ts'
import { makeAuthority, makePerson, makeSchool } from '../../../../test/make.ts'
import { openSession } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { encodeRecord, layoutOf } from '../ballots/record.ts'
import { computeRelease } from '../release/compute-release.ts'

let site: FreshSite
let schoolId: string
let authorityId: string
before(async () => {
  site = await freshSite()
  authorityId = await makeAuthority(site)
  schoolId = await makeSchool(site, { authorityId })
})
after(() => site.stop())

async function signedIn(role: 'lead' | 'member' | 'referent', organisationId: string): Promise<Browser> {
  const visitor = browser(site)
  visitor.setCookie('session', (await openSession(site, await makePerson(site, [{ role, organisationId }]))).cookie)
  return visitor
}

const byLevel = { code: 'niveau', title: 'Niveau', source: 'group' as const, groups: ['2de', 'Tle'] }
const byTravel = { code: 'Q2', title: 'Trajet', source: 'question' as const, groups: [] }

interface Wish {
  asker?: string
  breakdowns?: (typeof byLevel | typeof byTravel)[]
  audiences?: ('pupil' | 'family')[]
  /** Of the first question, turn by turn. */
  answers?: readonly number[]
}

/** Released, with forty answers of each audience; counted as they are: the noise has its own tests. */
async function released({ asker = schoolId, breakdowns = [byLevel], audiences = ['pupil'], answers = [1, 2, 3, 4] }: Wish = {}) {
  const parts = audiences.map((audience) => ({ audience, breakdowns, freeText: true }))
  const survey = await makeSurvey(site, { organisationId: asker, schoolIds: [schoolId], state: 'open', title: 'Comment va le lycée', parts })
  const layout = layoutOf(
    breakdowns.filter(({ source }) => source === 'group'),
    sampleQuestions,
  )
  for (const part of survey.parts) {
    for (let person = 0; person < 40; person++) {
      const chosen = { Q1: [answers[person % answers.length] ?? 1], Q2: [1 + (person % 2)], Q3: [1 + (person % 2)] }
      const record = encodeRecord(layout, { groups: { niveau: 1 + (Math.floor(person / 4) % 2) }, chosen })
      await sql`insert into ballots (survey_id, part_id, school_id, answers) values (${survey.id}, ${part}, ${schoolId}, ${record})`.execute(site.owner)
      await sql`insert into ballot_texts (survey_id, part_id, school_id, question, words)
        values (${survey.id}, ${part}, ${schoolId}, 'Q6', ${`Texte ${person}`})`.execute(site.owner)
    }
  }
  await sql`update surveys set state = 'closed', closed_at = '2026-11-20T10:00:00Z' where id = ${survey.id}`.execute(site.owner)
  await site.owner.inTransaction((db) => computeRelease(db, survey.id, () => 0))
  return { here: { survey: survey.id, organisation: schoolId }, parts: survey.parts }
}

test('a school acts on the results of a survey that its académie asks, and the académie only reads them', async () => {
  const { here } = await released({ asker: authorityId })
  const lead = await signedIn('lead', schoolId)
  await lead.open(urls.survey.results(here))
  for (const address of [urls.survey.replies(here), urls.survey.texts(here), urls.survey.toEvidence(here), urls.survey.toAction(here)]) {
    assert.ok(lead.text.includes(`"${address}"`), address)
  }
  const referent = await signedIn('referent', authorityId)
  await referent.open(urls.survey.results({ ...here, organisation: authorityId }))
  assert.match(referent.text, /au moins 5 .* Ici, un seul le peut\./, 'too few schools, and not too few answers')
  assert.doesNotMatch(referent.text, /Moins de réponses que le seuil/)
  assert.doesNotMatch(referent.text, /En faire une action|Vous avez dit/)
})

test('texts are read by who reads results, from eleven shown up, and never before', async () => {
  const { here } = await released()
  const member = await signedIn('member', schoolId)
  const show = (count: number) =>
    sql`update release_texts set state = 'shown', shown = words where id in (
      select id from release_texts where survey_id = ${here.survey} and state = 'waiting' order by id limit ${count})`.execute(site.owner)
  await show(10)
  await member.open(urls.survey.results(here))
  assert.doesNotMatch(member.text, /Texte \d/)
  await show(1)
  await member.open(urls.survey.results(here))
  assert.equal([...member.text.matchAll(/<li>Texte \d+<\/li>/g)].length, 11)
  assert.match(member.text, /Que changer en premier\s\?/)
  assert.equal((await member.open(urls.survey.texts(here)), member.status), 403, 'only who leads reads those that wait')
})

test('a table by group says how many answered, how favourably and how surely; groups of a question bear its answers', async () => {
  const { here } = await released({ breakdowns: [byLevel, byTravel] })
  const member = await signedIn('member', schoolId)
  await member.open(urls.survey.results(here))
  const [, level = ''] = /<summary[^>]*><span[^>]*>Selon\s: Niveau<span[^>]*> – Je me sens bien[\s\S]*?<tbody>([\s\S]*?)<\/tbody>/.exec(member.text) ?? []
  assert.match(level, /2de[\s\S]*data-label="Réponses \(environ\)"><div>20<[\s\S]*data-label="Favorables"><div>50\s% \(entre\s\d+\set\s\d+\s%\)/)
  assert.match(level, /Trop peu pour conclure/)
  assert.match(member.text, /q-table__name">En bus</)
  assert.doesNotMatch(member.text, /q-table__name">A</)
  assert.equal([...member.text.matchAll(/Selon\s: Trajet/g)].length, 2, 'of three questions that are shown, not of itself')
  assert.match(member.text, /plusieurs réponses\s: ensemble, les parts peuvent dépasser 100\s%/)
})

test('the file has the favourable share, its interval, the survey and its closing day', async () => {
  const { here, parts } = await released()
  const member = await signedIn('member', schoolId)
  await member.open(urls.survey.resultFile({ ...here, part: parts[0] ?? '', format: 'csv' }))
  assert.match(member.text, /^\uFEFF?Public;Groupe;Code;.*;Favorables, au moins \(%\);Favorables, au plus \(%\);Moyenne;Enquête;Close le\r\n/)
  assert.match(member.text, /\r\nÉlèves;;Q1;[^\r]*;40;50\s%;3\d;6\d;;Comment va le lycée;2026-11-20\r\n/)
})

test('several audiences have a page each, that lead to one another; the first says what stands out of each', async () => {
  const { here, parts } = await released({ audiences: ['pupil', 'family'], answers: [4, 4, 4, 4, 4, 4, 1] })
  const lead = await signedIn('lead', schoolId)
  await lead.open(urls.survey.results(here))
  assert.doesNotMatch(lead.text, /Voir les chiffres/, 'no question yet')
  assert.match(lead.text, /Points forts[\s\S]*#q-Q1"[\s\S]*En faire une action/)
  for (const part of parts) assert.ok(lead.text.includes(`href="${urls.survey.result({ ...here, part })}"`))
  await lead.open(urls.survey.result({ ...here, part: parts[0] ?? '' }))
  assert.match(lead.text, /id="q-Q1"/)
  assert.ok(lead.text.includes(`href="${urls.survey.result({ ...here, part: parts[1] ?? '' })}"`))
})

test('the statement that a question is about is said in words', async () => {
  const { here } = await released()
  const member = await signedIn('member', schoolId)
  await member.open(urls.survey.results(here))
  assert.match(member.text, /La question parle de l’énoncé «\s[^»]+\s» \(QF10-P1\)/)
})

test('a finding is proposed as what the figure says, tied to the questions of the evaluation; where it says nothing, one chooses', async () => {
  const lead = await signedIn('lead', schoolId)
  const { rows } = await sql<{ id: string }>`select id from frameworks where framework = 'qualeduc' order by version desc limit 1`.execute(site.owner)
  const evaluation = await makeEvaluation(site, { organisationId: schoolId, state: 'agreeing', items: 2 })
  const [item] = evaluation.items
  await sql`update evaluation_items set origin = 'bank', framework_id = ${rows[0]?.id}, origin_code = 'QF10-P1', origin_statement = statement
    where id = ${item?.id}`.execute(site.owner)

  const unsure = await released()
  await lead.open(urls.survey.toDiagnosis(unsure.here, { part: unsure.parts[0] ?? '', question: 'Q1' }))
  assert.doesNotMatch(lead.text, /name="kind"[^>]*checked/)
  await lead.send(urls.survey.toDiagnosis(unsure.here), { evaluation: evaluation.id })
  assert.match(lead.text, /Dites si c’est un point fort/)

  const strong = await released({ answers: [4, 4, 4, 4, 4, 4, 1] })
  await lead.open(urls.survey.toDiagnosis(strong.here, { part: strong.parts[0] ?? '', question: 'Q1' }))
  assert.match(lead.text, /value="strength"[^>]*checked/)
  await lead.send(urls.survey.toDiagnosis(strong.here), { evaluation: evaluation.id, kind: 'strength' })
  const { rows: linked } = await sql<{ item: string }>`
    select l.item_id as item from finding_items l join findings f on f.id = l.finding_id where f.evaluation_id = ${evaluation.id}`.execute(site.owner)
  assert.deepEqual(linked, [{ item: item?.id }])
})
