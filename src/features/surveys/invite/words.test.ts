import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makeSchool } from '../../../../test/make.ts'
import { makeSurvey, sampleDefinition } from '../../../../test/make-survey.ts'
import { nobody, withScope } from '../../../platform/database.ts'
import { findPartView } from '../answer/part-view.ts'
import type { PartView } from '../answer/part-view.ts'
import { answeringLanguages, answeringWords } from '../questionnaire/answering-words.ts'
import type { Audience, Question } from '../questionnaire/definition.ts'
import { findPart } from '../store.ts'
import { invitationMail } from './invitation-mail.ts'
import { paperFormOf } from './paper-form.ts'
import { linkedLanguage } from './printed-words.ts'
import { textsIn } from './texts.en.ts'

let site: FreshSite
before(async () => {
  site = await freshSite()
})
after(() => site.stop())

const languages = answeringLanguages.map((tag) => ({ tag, reviewed: true }))

async function partOf(audience: Audience): Promise<PartView> {
  const schoolId = await makeSchool(site)
  const { parts } = await makeSurvey(site, { organisationId: schoolId, state: 'open', parts: [{ audience, definition: { ...sampleDefinition(), languages } }] })
  const view = await withScope(site.pool, nobody, (db) => findPartView(db, parts[0] ?? '', schoolId))
  assert.ok(view)
  return view
}

const anonymity = async ({ partId }: PartView, query = ''): Promise<string> => (await site.app.request(`/anonymat/${partId}${query}`)).text()

test('pupils and former pupils are written to with « tu », in mails and on slips, others with « vous »', async () => {
  for (const audience of ['pupil', 'former', 'family', 'staff'] as const) {
    const view = { ...(await partOf(audience)), promise: 'Nous lirons.', closesOn: '2026-12-18' }
    for (const again of [false, true]) {
      const { subject, body } = invitationMail({ view, link: 'https://site/r/CODE', anonymity: 'https://site/anonymat', again })
      assert.equal(/(?<!\p{L})(vous|votre|vos)(?!\p{L})/iu.test(subject + body), audience === 'family' || audience === 'staff', `${audience} ${body}`)
      assert.equal(/(?<!\p{L})(te|tu|ton|tes|toi)(?!\p{L})/iu.test(subject + body), audience === 'pupil' || audience === 'former', audience)
    }
  }
  assert.match(textsIn('fr').sheets.howTu, /^Photographie le carré, ou ouvre/)
})

test('a slip printed in one language beside French opens in that one', () => {
  const printed = (...tags: string[]): string => linkedLanguage(tags.map((tag) => ({ tag })))
  assert.equal(printed('fr', 'ar'), '?l=ar')
  assert.equal(printed('fr'), '')
  assert.equal(printed('fr', 'ar', 'pt'), '')
})

test('a question on paper says in the reader’s words when it is asked, and what the ends of a scale mean', async () => {
  const asked: Question[] = [
    { code: 'A', section: '', kind: 'scale', scale: 'yes', words: { fr: 'As-tu fait un stage ?' } },
    { code: 'B', section: '', kind: 'scale', scale: 'ten', words: { fr: 'Quelle note ?' }, when: { question: 'A', answers: ['2', '3'] } },
  ]
  const schoolId = await makeSchool(site)
  const { id, parts } = await makeSurvey(site, {
    organisationId: schoolId,
    parts: [{ audience: 'pupil', definition: { ...sampleDefinition(asked), languages } }],
  })
  const part = await withScope(site.owner, nobody, (db) => findPart(db, id, parts[0] ?? ''))
  assert.ok(part)
  const printed = (tag: string) => paperFormOf({ part, questions: asked, schoolName: 'Collège', threshold: 11, tag }).sections[0]?.questions[1]
  assert.equal(printed('fr')?.hint, 'Seulement si tu as répondu «\u00a0En partie\u00a0» ou «\u00a0Oui\u00a0» à la question 1.')
  assert.equal(printed('en')?.hint, 'Only if you answered “In part” or “Yes” to question 1.')
  assert.deepEqual([printed('fr')?.options[0], printed('fr')?.options[10]], ['0 (le plus négatif)', '10 (le plus positif)'])
})

test('how anonymity is protected: nobody is told « tu », no line is empty, one finds the way back, and reads in which languages it goes on', async () => {
  const family = await partOf('family')
  const page = await anonymity(family)
  assert.doesNotMatch(page, /la tienne|Imagine /)
  assert.doesNotMatch(page, /Dernier jour|Des nouvelles des résultats/)
  assert.match(page, /fermer cet onglet/)
  for (const tag of answeringLanguages)
    assert.equal((await anonymity(family, `?l=${tag}`)).includes(answeringWords(tag, 'family').restOfPage), tag !== 'fr', tag)
  assert.match(await anonymity(await partOf('pupil')), /<a href="tel:3018">3018<\/a>/)
})
