import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browser } from '../../../../test/browser.ts'
import type { Browser } from '../../../../test/browser.ts'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import { openSession } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { findQuestionnaire, listQuestionnaires } from './write-store.ts'

let site: FreshSite
let schoolId: string
let lead: Browser
before(async () => {
  site = await freshSite()
  schoolId = await makeSchool(site)
  lead = await signedIn(schoolId)
})
after(() => site.stop())

async function signedIn(organisationId: string): Promise<Browser> {
  const person = await makePerson(site, [{ role: 'lead', organisationId }])
  const visitor = browser(site)
  visitor.setCookie('session', (await openSession(site, person)).cookie)
  return visitor
}

const latest = async () => {
  const [one] = await listQuestionnaires(site.owner, schoolId)
  assert.ok(one)
  return one
}

test('a ready questionnaire is taken, then a question is added, moved and taken out', async () => {
  await lead.open(urls.questionnaire.ready({ organisation: schoolId, code: 'climat-eleves' }))
  await lead.send(urls.questionnaire.ready({ organisation: schoolId, code: 'climat-eleves' }))
  const taken = await latest()
  assert.equal(lead.path.split('?')[0], urls.questionnaire.show({ questionnaire: taken.id }))
  assert.match(lead.text, /Je me sens en sécurité au lycée\./)
  const here = { questionnaire: taken.id }
  await lead.open(urls.questionnaire.newQuestion(here))
  await lead.send(urls.questionnaire.newQuestion(here), {
    text: 'Le bus arrive à l’heure.',
    section: taken.definition.sections.at(-1)?.code ?? '',
    kind: 'single',
    options: 'Oui\nNon\nJe ne prends pas le bus',
  })
  const added = (await latest()).definition.questions.at(-1)
  assert.ok(added?.kind === 'single' && added.options.length === 3)
  await lead.send(urls.questionnaire.moveQuestion({ ...here, code: added.code }), { by: 'up' })
  assert.equal((await latest()).definition.questions.at(-2)?.code, added.code)
  await lead.send(urls.questionnaire.removeQuestion({ ...here, code: added.code }))
  assert.deepEqual((await latest()).definition.questions, taken.definition.questions)
})

test('a question that cannot be asked comes back as it was typed, with the reason', async () => {
  await lead.open(urls.questionnaire.bank({ organisation: schoolId }))
  await lead.send(urls.questionnaire.bank({ organisation: schoolId }), { title: 'Mes questions', audience: 'family' })
  const here = { questionnaire: (await latest()).id }
  await lead.open(urls.questionnaire.newQuestion(here))
  await lead.send(urls.questionnaire.newQuestion(here), { text: 'Comment venez-vous ?', kind: 'single', options: 'En bus' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /au moins deux réponses/)
  assert.match(lead.text, /Comment venez-vous/)
  assert.equal((await latest()).definition.questions.length, 0)
})

test('two people write at once: the second is told, and her text is still there', async () => {
  const { id } = await latest()
  const other = await signedIn(schoolId)
  await lead.open(urls.questionnaire.newQuestion({ questionnaire: id }))
  await other.open(urls.questionnaire.newQuestion({ questionnaire: id }))
  await lead.send(urls.questionnaire.newQuestion({ questionnaire: id }), { text: 'La première.', kind: 'scale', scale: 'yes' })
  await other.send(urls.questionnaire.newQuestion({ questionnaire: id }), { text: 'La seconde.', kind: 'scale', scale: 'yes' })
  assert.equal(other.status, 409)
  assert.match(other.text, /La seconde\./)
  await other.send(urls.questionnaire.newQuestion({ questionnaire: id }), { kind: 'scale', scale: 'yes' })
  assert.deepEqual(
    (await latest()).definition.questions.map((question) => question.words.fr),
    ['La première.', 'La seconde.'],
  )
})

test('a translation is written beside French, from right to left where it reads so, and says whether it was read by one whose language it is', async () => {
  const { id } = await latest()
  const there = urls.questionnaire.language({ questionnaire: id, tag: 'ar' })
  await lead.open(there)
  assert.match(lead.text, /lang="ar" dir="rtl"/)
  await lead.send(there, { title: 'أسئلتي', reviewed: 'oui' })
  const { definition } = await latest()
  assert.equal(definition.title['ar'], 'أسئلتي')
  assert.deepEqual(definition.languages.at(-1), { tag: 'ar', reviewed: true })
  assert.match(lead.text, /2 textes à traduire/)
})

test('parts are named, put in another order and emptied, and their questions follow', async () => {
  const { id } = await latest()
  const there = urls.questionnaire.about({ questionnaire: id })
  await lead.open(there)
  await lead.send(there, { 'new-part': 'Au lycée' })
  await lead.open(there)
  await lead.send(there, { 'new-part': 'En stage' })
  const parts = async () => (await latest()).definition.sections.map(({ code, words }) => `${code} ${words.fr}`)
  assert.deepEqual(await parts(), ['S1 Au lycée', 'S2 En stage'])
  await lead.open(there)
  await lead.send(there, { 'new-part': 'En stage' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /Deux parties s’appellent « En stage »/)
  await lead.open(there)
  await lead.send(there, { raise: 'S2', title: 'Mes questions à vous' })
  assert.deepEqual(await parts(), ['S2 En stage', 'S1 Au lycée'])
  assert.equal((await latest()).title, 'Mes questions à vous')
  await lead.open(there)
  await lead.send(there, { 'part-S2': '' })
  assert.deepEqual(await parts(), ['S1 Au lycée'])
})

test('a question on which another depends is taken out only after its effect was read', async () => {
  const { id, definition } = await latest()
  const [first] = definition.questions
  assert.ok(first)
  const here = { questionnaire: id }
  await lead.open(urls.questionnaire.newQuestion(here))
  await lead.send(urls.questionnaire.newQuestion(here), { text: 'Pourquoi ?', kind: 'text', when: `${first.code}=1` })
  await lead.open(urls.questionnaire.show(here))
  const remove = urls.questionnaire.removeQuestion({ ...here, code: first.code })
  assert.match(lead.text, new RegExp(`href="${remove}"`))
  await lead.open(remove)
  assert.match(lead.text, /Pourquoi \?/)
  await lead.send(remove)
  const { questions } = (await latest()).definition
  assert.ok(questions.every((question) => question.code !== first.code && !question.when))
})

test('a questionnaire that somebody changes meanwhile is not deleted', async () => {
  const { id } = await latest()
  const other = await signedIn(schoolId)
  await other.open(urls.questionnaire.delete({ questionnaire: id }))
  await lead.open(urls.questionnaire.newQuestion({ questionnaire: id }))
  await lead.send(urls.questionnaire.newQuestion({ questionnaire: id }), { text: 'Encore une.', kind: 'scale', scale: 'yes' })
  await other.send(urls.questionnaire.delete({ questionnaire: id }))
  assert.match(other.text, /n’est pas supprimé/)
  assert.ok(await findQuestionnaire(site.owner, id))
})

test('a language of one country is written like any other', async () => {
  const there = urls.questionnaire.language({ questionnaire: (await latest()).id, tag: 'pt-BR' })
  await lead.open(there)
  assert.match(lead.text, /lang="pt-BR" dir="ltr"/)
  await lead.send(there, { title: 'Minhas perguntas' })
  assert.equal((await latest()).definition.title['pt-BR'], 'Minhas perguntas')
})

test('another school’s questionnaire is nobody’s', async () => {
  const { id } = await latest()
  const stranger = await signedIn(await makeSchool(site))
  await stranger.open(urls.questionnaire.show({ questionnaire: id }))
  assert.equal(stranger.status, 404)
  assert.ok(await findQuestionnaire(site.owner, id))
})

test('statements of a framework become questions in the words of who answers, with the translations of those that are ready', async () => {
  await lead.open(urls.questionnaire.bank({ organisation: schoolId }))
  await lead.send(urls.questionnaire.bank({ organisation: schoolId }), { title: 'Regards', audience: 'pupil' })
  const { id } = await latest()
  const there = urls.questionnaire.fromItems({ questionnaire: id })
  await lead.open(there)
  assert.match(lead.text, /Déjà mis en mots pour les élèves/)
  const [, key = ''] = /name="item" value="([^"]+)"/.exec(lead.text) ?? []
  await lead.send(there, {})
  assert.equal(lead.status, 422)
  assert.match(lead.text, /Cochez au moins un énoncé/)
  await lead.send(there, { item: key, [`mots-${key}`]: '' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /Écrivez la phrase/)
  assert.match(lead.text, new RegExp(`value="${key}" checked`))
  await lead.open(there)
  await lead.send(there, { item: key })
  const [question] = (await latest()).definition.questions
  assert.ok(question?.kind === 'scale' && question.words['ar'])
  assert.equal(question.item?.code, key.split(':')[1])
  await lead.open(`${there}?q=partenaires`)
  const [, other = ''] = /name="item" value="([^"]+)"/.exec(lead.text) ?? []
  await lead.send(there, { item: other, [`mots-${other}`]: 'Je rencontre des entreprises.' })
  assert.deepEqual((await latest()).definition.questions[1]?.words, { fr: 'Je rencontre des entreprises.' })
  await lead.open(urls.questionnaire.preview({ questionnaire: id }))
  assert.match(lead.text, /class="phone"/)
  assert.match(lead.text, /Je rencontre des entreprises\./)
})

test('a translation made at home comes back by a file, and is read again before it is saved', async () => {
  const { id } = await latest()
  const here = { questionnaire: id, tag: 'it' }
  await lead.open(urls.questionnaire.language(here))
  assert.match(lead.text, new RegExp(`href="${urls.questionnaire.languageFile(here)}"`))
  const csv = 'code;fr;it\nq.Q2;Je rencontre des entreprises.;Incontro delle aziende.\nq.Q9;Perdue;Persa\n'
  await lead.send(urls.questionnaire.languageFile(here), { file: new File([csv], 'it.csv') })
  assert.match(lead.text, /1 texte lu/)
  assert.match(lead.text, /« Perdue » n’est pas/)
  assert.match(lead.text, /value="Incontro delle aziende\."/)
  await lead.send(urls.questionnaire.language(here))
  assert.equal((await latest()).definition.questions[1]?.words['it'], 'Incontro delle aziende.')
})

test('a questionnaire goes out in the form of another tool and comes back from it, with what did not go', async () => {
  const before = await latest()
  await lead.open(urls.questionnaire.export({ questionnaire: before.id }))
  assert.match(lead.text, /KoboToolbox/)
  await lead.open(urls.questionnaire.exportFile({ questionnaire: before.id, format: 'lss' }))
  const there = urls.questionnaire.import({ organisation: schoolId })
  const file = new File([lead.text], 'regards.lss')
  await lead.open(there)
  await lead.send(there, { file: new File(['<!DOCTYPE a [<!ENTITY b "c">]><document/>'], 'mauvais.lss'), audience: 'pupil' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /id="file-error"/)
  await lead.send(there, { file, audience: 'pupil' })
  const after = await latest()
  assert.notEqual(after.id, before.id)
  assert.deepEqual(
    after.definition.questions.map((question) => question.words.fr),
    before.definition.questions.map((question) => question.words.fr),
  )
  assert.match(lead.text, /Repris de « regards\.lss »/)
})
