import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleDefinition } from '../../../../test/make-survey.ts'
import { answeringLanguages, answeringWords } from '../questionnaire/answering-words.ts'
import type { Audience, Definition, Question } from '../questionnaire/definition.ts'
import { formPage, nothingSent } from './form-page.ts'
import { readingOf } from './frame.ts'
import type { Reading, Wished } from './frame.ts'
import { codePage, reviewPage, thanksPage } from './other-pages.ts'
import { askedOf } from './part-view.ts'
import type { PartView } from './part-view.ts'
import { readAnswers } from './read-answers.ts'
import type { Sent } from './read-answers.ts'

const definition: Definition = {
  title: { fr: 'La vie au collège' },
  intro: { fr: 'Ton avis compte.\n\nVraiment.' },
  sections: [{ code: 'S1', words: { fr: 'Tous les jours' } }],
  questions: [
    {
      code: 'Q1',
      section: 'S1',
      kind: 'multiple',
      words: { fr: 'Qui t’aide ?', ar: 'من يساعدك؟' },
      plain: { fr: 'Qui aide ?' },
      help: { fr: 'À la maison aussi.' },
      options: [
        { code: 'ami', words: { fr: 'Un ami', ar: 'صديق' } },
        { code: 'adulte', words: { fr: 'Un adulte' } },
        { code: 'personne', words: { fr: 'Personne', ar: 'لا أحد' }, alone: true },
      ],
    },
    { code: 'Q2', section: 'S1', kind: 'number', words: { fr: 'Combien de stages ?', ar: 'كم تدريباً؟' }, unit: { fr: 'stages' }, from: [1, 3] },
    {
      code: 'Q3',
      section: 'S1',
      kind: 'scale',
      scale: 'ten',
      words: { fr: 'Quelle note ?', ar: 'ما العلامة؟' },
      when: { question: 'Q1', answers: ['ami', 'adulte'] },
    },
    { code: 'Q4', section: '', kind: 'text', words: { fr: 'Que changer ?', ar: 'ماذا نغيّر؟' } },
  ],
  languages: [
    { tag: 'fr', reviewed: true },
    { tag: 'ar', reviewed: false },
  ],
}

function viewOf(change: Partial<PartView> = {}, asked: Definition = definition): PartView {
  const part: PartView = {
    surveyId: '00000000-0000-4000-8000-000000000001',
    partId: '00000000-0000-4000-8000-000000000002',
    schoolId: '00000000-0000-4000-8000-000000000003',
    schoolName: 'Collège Simone-Veil',
    title: 'La vie au collège',
    purpose: '',
    promise: '',
    closesOn: null,
    resultsOn: null,
    threshold: 11,
    audience: 'pupil',
    definition: asked,
    access: 'personal',
    breakdowns: [],
    freeText: true,
    ...askedOf(asked, [], { breakdowns: [], freeText: true }),
  }
  return { ...part, ...change }
}

const read = (wished: Partial<Wished> = {}, audience: Audience = 'pupil'): Reading =>
  readingOf({ tag: 'fr', besideFrench: false, simple: false, large: false, ...wished }, audience, { css: '/a.css', script: '/a.js' })

const form = (reading: Reading, sent: Sent = {}, view = viewOf()): string =>
  String(formPage(view, reading, { sent, problems: readAnswers(view.questions, sent, true).problems }, null))
const blank = (reading: Reading, view = viewOf()): string => String(formPage(view, reading, nothingSent, null))
const review = (reading: Reading, sent: Sent): string => String(reviewPage(viewOf(), reading, sent, readAnswers(viewOf().questions, sent, true), null))

test('to read in another way is a button of the form, so that what was typed goes with it, and Enter still leads on', () => {
  const page = blank(read())
  assert.match(page, /<form[^]*<nav class="how"/)
  assert.match(page, /<button type="submit" name="_step" value="change" formaction="\?l=ar" formnovalidate lang="ar">العربية<\/button>/)
  assert.match(page, /formaction="\?g=1"/)
  const [first] = /<button[^>]*>/.exec(page) ?? []
  assert.equal(first, '<button type="submit" hidden>', 'the first button of a form is the one that Enter presses')
  const trial = String(formPage(viewOf(), read({ tag: 'ar' }), nothingSent, null, true))
  assert.match(trial, /<input type="hidden" name="l" value="ar">/, 'a trial goes on in its language')
  assert.doesNotMatch(trial, /formaction/, 'a form that is asked with GET drops the query of its address')
})

test('a question that depends on another says when it is to be answered', () => {
  assert.match(blank(read()), /<p class="hint if" id="i3">Seulement si tu as répondu «\u00a0Un ami\u00a0» ou «\u00a0Un adulte\u00a0» à la question 1\.<\/p>/)
  assert.match(blank(read({}, 'family')), /Seulement si vous avez répondu/)
  for (const tag of answeringLanguages) assert.match(answeringWords(tag, 'family').onlyIf(7, ['Aa', 'Bb']), /7[^]*Aa[^]*Bb|Aa[^]*Bb[^]*7/, tag)
})

test('French that stands in for a translation is marked as French, and said to', () => {
  const missing = answeringWords('ar', 'pupil').missingTranslation
  const page = blank(read({ tag: 'ar' }))
  assert.ok(page.includes(`(<span lang="fr" dir="ltr">stages</span>) <small class="m">${missing}</small>`))
  for (const text of ['La vie au collège', 'Tous les jours', 'À la maison aussi.', 'Un adulte']) {
    assert.ok(page.includes(`<span lang="fr" dir="ltr">${text}</span> <small class="m">${missing}</small>`), text)
  }
  assert.ok(page.includes(`<div lang="fr" dir="ltr"><p>Ton avis compte.</p><p>Vraiment.</p></div><p> <small class="m">${missing}</small></p>`))
  const again = review(read({ tag: 'ar' }), { Q1: ['2'] })
  assert.ok(again.includes(`<dd><span lang="fr" dir="ltr">Un adulte</span> <small class="m">${missing}</small>`))
  assert.ok(!blank(read({ tag: 'fr-CA' })).includes(missing), 'French of Canada is French')
})

test('plain words are French ones only for who reads French', () => {
  assert.match(blank(read({ simple: true })), /Qui aide \?/)
  const page = blank(read({ tag: 'ar', simple: true }))
  assert.match(page, /من يساعدك؟/)
  assert.doesNotMatch(page, /Qui aide/)
  assert.doesNotMatch(blank(read({ tag: 'ar' })), /formaction="[^"]*s=1/, 'what does not exist in this language is not offered')
})

test('what is read again is what will be sent, in plain words and with French beside where that was asked', () => {
  const page = review(read(), { Q1: ['1', '3'], Q2: ['٣'], Q3: ['2'], Q4: ['  Des bancs\u202e  '] })
  assert.match(page, /<dd>Un ami /)
  assert.doesNotMatch(page, /Personne/)
  assert.doesNotMatch(page, /name="Q1" value="3"/)
  assert.match(page, /<bdi>Des bancs<\/bdi>/)
  assert.match(review(read({ simple: true }), {}), /<dt>Qui aide \?<\/dt>/)
  assert.match(
    review(read({ tag: 'ar', besideFrench: true }), { Q1: ['1'] }),
    /<dt>من يساعدك؟ <small lang="fr" dir="ltr">Qui t’aide \?<\/small><\/dt><dd>صديق <small lang="fr"/,
  )
})

test('each problem is counted, told beside its field, and its link leads there', () => {
  const one = form(read(), { Q2: ['beaucoup'] })
  assert.match(one, /Il y a une réponse à revoir/)
  assert.match(one, /<a href="#f2">Question 2 sur 4<\/a>/)
  assert.match(one, /<input type="text" id="f2" name="Q2" aria-invalid="true" aria-describedby="e2"/)
  const two = form(read(), { Q1: ['9'], Q2: ['0'] })
  assert.match(two, /Il y a 2 réponses à revoir/)
  assert.match(two, /<p class="bad" id="e2">Écris 1 ou un nombre plus grand\.<\/p>/)
  assert.match(two, /<input type="checkbox" id="f1"/)
  for (const tag of answeringLanguages) assert.notEqual(answeringWords(tag, 'family').problems(1), answeringWords(tag, 'family').problems(2), tag)
})

test('a scale of numbers says what its ends mean', () => {
  assert.match(blank(read()), /<span>0 \(le plus négatif\)<\/span>[^]*<span>1<\/span>[^]*<span>10 \(le plus positif\)<\/span>/)
})

test('pupils find whom to call under the questions and at the end, and their phone calls', () => {
  const call = /<a href="tel:3018">3018<\/a>\u00a0: violences[^]*<a href="tel:119">119<\/a>/
  assert.match(blank(read()), call)
  assert.match(String(thanksPage(viewOf(), read(), true)), call)
  assert.doesNotMatch(blank(read({}, 'family'), viewOf({ audience: 'family' })), /tel:/)
})

test('thanks are true of a first sending and of a second, and always say what comes next', () => {
  assert.match(String(thanksPage(viewOf(), read(), true)), /Une réponse est arrivée avec ce code\. Elle ne change plus\.[^]*Quand l’enquête sera finie/)
  const session = String(thanksPage(viewOf({ promise: 'Nous lirons tout.' }), read(), false))
  assert.match(session, /Ta réponse est bien arrivée/)
  assert.doesNotMatch(session, /Quand l’enquête sera finie/)
})

test('where a code is typed one may choose a language, which goes on with the code, and is told of signs that no code has', () => {
  const page = String(codePage(read({ tag: 'ar' }, 'family'), { code: 'ABCD-EFGH-JKM0', problem: answeringWords('ar', 'family').codeUnknown }))
  assert.match(page, /<input type="hidden" name="l" value="ar">/)
  assert.match(page, /href="\/r\?code=ABCD-EFGH-JKM0&amp;l=fr"/)
  assert.ok(page.includes(answeringWords('ar', 'family').codeSigns))
  assert.ok(!String(codePage(read(), { code: 'ABCD', problem: '' })).includes('ni 0, ni 1'))
})

test('how anonymity is protected is told in the same language, beside what is being written, and the code is not sent there', () => {
  assert.match(blank(read({ tag: 'ar' })), /<a href="\/anonymat\/[^"?]*\?l=ar" target="_blank" rel="noopener noreferrer">/)
})

test('a page asks for no icon, and pupils and former pupils are told « tu », in Canada too', () => {
  assert.match(blank(read()), /<link rel="icon" href="data:,">/)
  assert.equal(answeringWords('fr-CA', 'former').reviewTitle, 'Tes réponses')
  assert.equal(answeringWords('fr', 'staff').reviewTitle, 'Vos réponses')
  assert.match(answeringWords('fr', 'pupil').anonymous(11).join(' '), /^Ni ton établissement ni personne/)
})

test('every question of the sample is drawn in every language', () => {
  const asked = sampleDefinition()
  for (const tag of answeringLanguages) assert.equal(blank(read({ tag }), viewOf({}, asked)).match(/<fieldset/g)?.length, asked.questions.length, tag)
})

test('the words of a condition on a scale are its levels', () => {
  const bus: Question = { code: 'B', section: '', kind: 'scale', scale: 'yes', words: { fr: 'Prends-tu le bus ?' } }
  const late: Question = {
    code: 'L',
    section: '',
    kind: 'scale',
    scale: 'yes',
    words: { fr: 'Est-il à l’heure ?' },
    when: { question: 'B', answers: ['3', '4'] },
  }
  assert.match(blank(read(), viewOf({}, sampleDefinition([bus, late]))), /«\u00a0Oui\u00a0» ou «\u00a0Je ne sais pas\u00a0» à la question 1/)
})
