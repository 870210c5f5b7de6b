import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { browser } from '../../../../test/browser.ts'
import type { Browser } from '../../../../test/browser.ts'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import { openSession } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'
import { tablesOf } from '../store.ts'
import { findQuestionnaire } from './write-store.ts'
import type { Questionnaire } from './write-store.ts'

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

const idIn = (path: string): string => /questionnaires\/([0-9a-f-]{36})/.exec(path)?.[1] ?? ''

async function read(id: string): Promise<Questionnaire> {
  const found = await findQuestionnaire(site.owner, id)
  assert.ok(found)
  return found
}

/** A new questionnaire of the school, blank; its id. */
async function blank(title: string, audience = 'family'): Promise<string> {
  const there = urls.questionnaire.bank({ organisation: schoolId })
  await lead.open(there)
  await lead.send(there, { title, audience })
  return idIn(lead.path)
}

/** Through the form; the code of the question. */
async function ask(id: string, text: string, more: Record<string, string | readonly string[]> = {}, query = ''): Promise<string> {
  const there = urls.questionnaire.newQuestion({ questionnaire: id })
  const known = new Set((await read(id)).definition.questions.map((question) => question.code))
  await lead.open(`${there}${query}`)
  await lead.send(there, { text, kind: 'scale', scale: 'yes', ...more })
  const added = (await read(id)).definition.questions.find((question) => !known.has(question.code))
  assert.ok(added, lead.text)
  return added.code
}

const wordsOf = async (id: string): Promise<string[]> => (await read(id)).definition.questions.map((question) => question.words.fr)

test('a ready questionnaire is taken, then a question is added, moved and taken out', async () => {
  await lead.open(urls.questionnaire.ready({ organisation: schoolId, code: 'climat-eleves' }))
  await lead.send(urls.questionnaire.ready({ organisation: schoolId, code: 'climat-eleves' }))
  const here = { questionnaire: idIn(lead.path) }
  const taken = await read(here.questionnaire)
  assert.match(lead.text, /Je me sens en sécurité au lycée\./)
  const section = taken.definition.sections.at(-1)?.code ?? ''
  const code = await ask(taken.id, 'Le bus arrive à l’heure.', { section, kind: 'single', options: 'Oui\nNon\nJe ne prends pas le bus' })
  assert.equal(lead.path, `${urls.questionnaire.show(here)}#question-${code}`)
  const added = (await read(taken.id)).definition.questions.at(-1)
  assert.ok(added?.kind === 'single' && added.options.length === 3)
  await lead.send(urls.questionnaire.moveQuestion({ ...here, code }), { by: 'up' })
  assert.equal(lead.path, `${urls.questionnaire.show(here)}#question-${code}`)
  assert.match(lead.text, new RegExp(`id="question-${code}"`))
  assert.equal((await read(taken.id)).definition.questions.at(-2)?.code, code)
  await lead.send(urls.questionnaire.removeQuestion({ ...here, code }))
  assert.deepEqual((await read(taken.id)).definition.questions, taken.definition.questions)
})

test('the page says which statement a question is about, and after which answers it is asked', async () => {
  await lead.open(urls.questionnaire.ready({ organisation: schoolId, code: 'climat-eleves' }))
  await lead.send(urls.questionnaire.ready({ organisation: schoolId, code: 'climat-eleves' }))
  const id = idIn(lead.path)
  assert.match(lead.text, /Parle de l’énoncé « [^»]{10,} » \(QF\d\d-\w+\)/)
  const first = await ask(id, 'Venez-vous en bus ?', { kind: 'single', options: 'Oui\nNon', ...partOf(await read(id)) })
  await ask(id, 'Combien de kilomètres ?', { kind: 'number', from: '0 ; 5 ; 10', unit: 'km', when: `${first}=R1`, ...partOf(await read(id)) })
  assert.match(lead.text, /Posée seulement après « Oui » à « Venez-vous en bus \? »/)
  assert.match(lead.text, /Un nombre \(km\), gardé par intervalle : 0 – 5 · 5 – 10 · ≥ 10/)
})

const partOf = ({ definition }: Questionnaire): { section: string } => ({ section: definition.sections.at(-1)?.code ?? '' })

test('a question that cannot be asked comes back as it was typed, with the reason beside what has to be changed', async () => {
  const id = await blank('Sans réponses')
  const there = urls.questionnaire.newQuestion({ questionnaire: id })
  await lead.open(there)
  await lead.send(there, { text: 'Comment venez-vous ?', kind: 'single', options: 'En bus' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /<a href="#options">Il faut au moins deux réponses à choisir\.<\/a>/)
  assert.match(lead.text, /id="options-error"/)
  assert.match(lead.text, /Comment venez-vous/)
  await lead.send(there, { text: 'Combien ?', kind: 'number', from: '5 ; 1' })
  assert.match(lead.text, /<details[^>]* open[^>]*>(?:(?!<\/details>)[\s\S])*id="from-error"/)
  await lead.send(there, { text: 'Quand ?', kind: 'date', by: 'month', first: '2026-05', last: '2026-01' })
  assert.match(lead.text, /<a href="#first">/)
  await lead.send(there, { text: '', kind: 'text' })
  assert.match(lead.text, /<a href="#text">Elle n’a pas de texte\.<\/a>/)
  assert.deepEqual(await wordsOf(id), [])
})

test('what is left to settle is said in the reader’s language', async () => {
  const id = await blank('Incomplet')
  const definition = {
    ...(await read(id)).definition,
    questions: [{ code: 'Q1', section: '', words: { fr: 'Quel bus ?' }, kind: 'single' as const, options: [] }],
  }
  await tablesOf(site.owner).updateTable('questionnaires').set({ definition }).where('id', '=', id).execute()
  await lead.open(urls.questionnaire.show({ questionnaire: id }))
  assert.match(lead.text, /Question 1 : il faut au moins deux réponses/)
  const english = await signedIn(schoolId)
  await english.open(urls.language({}, { langue: 'en' }))
  await english.open(urls.questionnaire.show({ questionnaire: id }))
  assert.match(english.text, /Question 1: it needs at least two answers/)
})

test('two people write at once: the second is told, and her text is still there', async () => {
  const id = await blank('À deux')
  const there = urls.questionnaire.newQuestion({ questionnaire: id })
  const other = await signedIn(schoolId)
  await lead.open(there)
  await other.open(there)
  await lead.send(there, { text: 'La première.', kind: 'scale', scale: 'yes' })
  await other.send(there, { text: 'La seconde.', kind: 'scale', scale: 'yes' })
  assert.equal(other.status, 409)
  assert.match(other.text, /La seconde\./)
  await other.send(there, { kind: 'scale', scale: 'yes' })
  assert.deepEqual(await wordsOf(id), ['La première.', 'La seconde.'])
})

test('a question stands after the one from which it was asked for, also when it comes back with a reason', async () => {
  const id = await blank('Dans l’ordre')
  const first = await ask(id, 'Une.')
  await ask(id, 'Trois.')
  const there = urls.questionnaire.newQuestion({ questionnaire: id })
  assert.match(lead.text, new RegExp(`href="${there}\\?apres=${first}"`))
  await lead.open(`${there}?apres=${first}`)
  await lead.send(there, { text: '', kind: 'scale', scale: 'yes' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /Elle viendra après « Une\. »/)
  await lead.send(there, { text: 'Deux.', kind: 'scale', scale: 'yes' })
  assert.deepEqual(await wordsOf(id), ['Une.', 'Deux.', 'Trois.'])
})

test('a translation is written beside French, from right to left where it reads so, and says whether it was read by one whose language it is', async () => {
  const id = await blank('En arabe')
  await ask(id, 'Je reçois les informations du lycée assez tôt pour pouvoir m’organiser avec ma famille.')
  const there = urls.questionnaire.language({ questionnaire: id, tag: 'ar' })
  await lead.open(there)
  assert.match(lead.text, /lang="ar" dir="rtl"/)
  assert.match(lead.text, /Traduction : arabe \(العربية\)/)
  assert.match(lead.text, /<textarea[^>]* name="q\.Q1"/)
  await lead.send(there, { title: 'أسئلتي', reviewed: 'oui' })
  const { definition } = await read(id)
  assert.equal(definition.title['ar'], 'أسئلتي')
  assert.deepEqual(definition.languages.at(-1), { tag: 'ar', reviewed: true })
  assert.match(lead.text, /1 texte à traduire/)
  assert.match(lead.text, /Arabe \(العربية\)/)
})

test('two people translate at once: the second sees her texts and those that were saved meanwhile', async () => {
  const id = await blank('Traduit à deux')
  await ask(id, 'Une question.')
  const there = urls.questionnaire.language({ questionnaire: id, tag: 'es' })
  const other = await signedIn(schoolId)
  await lead.open(there)
  await other.open(there)
  await lead.send(there, { title: 'Nuestro título', 'q.Q1': 'Una pregunta.' })
  await other.send(there, { title: 'Mi título', 'q.Q1': '' })
  assert.equal(other.status, 409)
  assert.match(other.text, /value="Mi título"/)
  assert.match(other.text, /Ce qui est enregistré maintenant : <bdi[^>]*>Nuestro título/)
  assert.match(other.text, /value="Una pregunta\."/)
  await other.send(there)
  const { definition } = await read(id)
  assert.deepEqual([definition.title['es'], definition.questions[0]?.words['es']], ['Mi título', 'Una pregunta.'])
})

test('parts are named, put in another order and emptied, and their questions follow; an empty one is there to be filled', async () => {
  const id = await blank('En parties')
  const there = urls.questionnaire.about({ questionnaire: id })
  await lead.open(there)
  await lead.send(there, { 'new-part': 'Au lycée' })
  assert.match(lead.text, /Cette partie n’a pas encore de question\./)
  assert.match(lead.text, new RegExp(`href="${urls.questionnaire.newQuestion({ questionnaire: id })}\\?partie=S1"`))
  await lead.open(there)
  await lead.send(there, { 'new-part': 'En stage' })
  const parts = async () => (await read(id)).definition.sections.map(({ code, words }) => `${code} ${words.fr}`)
  assert.deepEqual(await parts(), ['S1 Au lycée', 'S2 En stage'])
  await lead.open(there)
  await lead.send(there, { 'new-part': 'En stage' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /Deux parties s’appellent « En stage »/)
  await lead.open(there)
  await lead.send(there, { raise: 'S2', title: 'Mes questions à vous' })
  assert.deepEqual(await parts(), ['S2 En stage', 'S1 Au lycée'])
  assert.equal((await read(id)).title, 'Mes questions à vous')
  await lead.open(there)
  await lead.send(there, { 'part-S2': '' })
  assert.deepEqual(await parts(), ['S1 Au lycée'])
})

test('a question on which another depends, or that is translated, is taken out only after its effect was read', async () => {
  const id = await blank('Qui dépend')
  const here = { questionnaire: id }
  const first = await ask(id, 'Venez-vous ?')
  await ask(id, 'Pourquoi ?', { kind: 'text', when: `${first}=1` })
  const remove = urls.questionnaire.removeQuestion({ ...here, code: first })
  assert.match(lead.text, new RegExp(`href="${remove}"`))
  await lead.open(remove)
  assert.match(lead.text, /Pourquoi \?/)
  await lead.send(remove)
  assert.ok((await read(id)).definition.questions.every((question) => question.code !== first && !question.when))
  const [last] = (await read(id)).definition.questions
  assert.ok(last)
  const language = urls.questionnaire.language({ ...here, tag: 'pt' })
  await lead.open(language)
  await lead.send(language, { [`q.${last.code}`]: 'Porquê?' })
  await lead.open(urls.questionnaire.show(here))
  const removeLast = urls.questionnaire.removeQuestion({ ...here, code: last.code })
  assert.match(lead.text, new RegExp(`href="${removeLast}"`))
  await lead.open(removeLast)
  assert.match(lead.text, /Ses traductions partent avec elle : portugais \(Português\)\./)
})

test('a questionnaire that somebody changes meanwhile is not deleted', async () => {
  const id = await blank('Gardé')
  const other = await signedIn(schoolId)
  await other.open(urls.questionnaire.delete({ questionnaire: id }))
  await ask(id, 'Encore une.')
  await other.send(urls.questionnaire.delete({ questionnaire: id }))
  assert.match(other.text, /n’est pas supprimé/)
  assert.ok(await findQuestionnaire(site.owner, id))
})

test('a language of one country is written like any other, and what has only the shape of one is none', async () => {
  const id = await blank('Du Brésil')
  const there = urls.questionnaire.language({ questionnaire: id, tag: 'pt-BR' })
  await lead.open(there)
  assert.match(lead.text, /lang="pt-BR" dir="ltr"/)
  await lead.send(there, { title: 'Minhas perguntas' })
  assert.equal((await read(id)).definition.title['pt-BR'], 'Minhas perguntas')
  await lead.open(urls.questionnaire.language({ questionnaire: id, tag: 'it-it-it' }))
  assert.equal(lead.status, 404)
})

test('another school’s questionnaire is nobody’s', async () => {
  const id = await blank('À nous')
  const stranger = await signedIn(await makeSchool(site))
  await stranger.open(urls.questionnaire.show({ questionnaire: id }))
  assert.equal(stranger.status, 404)
  assert.ok(await findQuestionnaire(site.owner, id))
})

const keysIn = (text: string): string[] => [...text.matchAll(/name="item" value="([^"]+)"/g)].map(([, key = '']) => key)

test('statements of a framework become questions in the words of who answers, with the translations of those that are ready', async () => {
  const id = await blank('Regards', 'pupil')
  const there = urls.questionnaire.fromItems({ questionnaire: id })
  await lead.open(there)
  assert.match(lead.text, /Déjà mis en mots pour les élèves/)
  const [key = ''] = keysIn(lead.text)
  await lead.send(there, {})
  assert.equal(lead.status, 422)
  assert.match(lead.text, /Cochez au moins un énoncé/)
  await lead.send(there, { item: key, [`mots-${key}`]: '' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /Écrivez la phrase/)
  assert.match(lead.text, new RegExp(`value="${key}" checked`))
  await lead.open(there)
  await lead.send(there, { item: key })
  const [question] = (await read(id)).definition.questions
  assert.ok(question?.kind === 'scale' && question.words['ar'])
  assert.equal(question.item?.code, key.split(':')[1])
})

test('what was ticked or put in words stays when the form comes back and from one search to the next; unticking it again takes it out', async () => {
  const id = await blank('D’une recherche à l’autre', 'pupil')
  const there = urls.questionnaire.fromItems({ questionnaire: id })
  await lead.open(there)
  const [ticked = '', worded = '', dropped = ''] = keysIn(lead.text)
  const words = { [`mots-${worded}`]: 'Je suis écouté au lycée.', [`mots-${dropped}`]: 'À la réflexion, non.' }
  const form = lead.fieldsOf(there).find(([name]) => name === '_form')?.[1] ?? ''
  await lead.send(there, { item: [ticked], ...words, q: 'partenaires', chercher: 'oui' })
  assert.match(lead.text, /3 énoncés déjà choisis/)
  assert.match(lead.text, /value="Je suis écouté au lycée\."/)
  const [other = ''] = keysIn(lead.text).filter((key) => ![ticked, worded, dropped].includes(key))
  // The key of the form before the search: as after going back.
  await lead.send(there, { _form: form, item: [ticked, worded], [`mots-${other}`]: 'Je rencontre des entreprises.' })
  const { questions } = (await read(id)).definition
  assert.deepEqual(questions.map((question) => question.item?.code).toSorted(), [ticked, worded, other].map((key) => key.split(':')[1]).toSorted())
  assert.ok(questions.some((question) => question.words.fr === 'Je suis écouté au lycée.'))
  assert.ok(questions.every((question) => question.words.fr !== 'À la réflexion, non.'))
})

test('the preview says that nothing goes, leads back, promises no arrival and links to nothing that is not there', async () => {
  const id = await blank('Aperçu', 'pupil')
  const code = await ask(id, 'Je rencontre des entreprises.')
  const here = { questionnaire: id }
  await lead.open(urls.questionnaire.preview(here))
  assert.match(lead.text, /class="phone"/)
  assert.match(lead.text, /Je rencontre des entreprises\./)
  const strip = new RegExp(`Essai : rien n’est envoyé\\. <a href="${urls.questionnaire.show(here)}">Revenir</a>`)
  for (const step of ['', `?${code}=1&_step=review`, `?${code}=1&_step=send`]) {
    await lead.open(`${urls.questionnaire.preview(here)}${step}`)
    assert.match(lead.text, strip)
    assert.doesNotMatch(lead.text, /href="\/anonymat/)
  }
  assert.match(lead.text, /rien n’a été envoyé ni gardé/)
  assert.doesNotMatch(lead.text, /Ta réponse est bien arrivée/)
})

test('a survey made from a questionnaire proposes it as its first part, among others of the same name', async () => {
  const id = await blank('Homonyme')
  await blank('Homonyme')
  await ask(id, 'Une question.')
  await lead.open(urls.questionnaire.show({ questionnaire: id }))
  const create = urls.survey.create({ organisation: schoolId }, { questionnaire: id })
  assert.match(lead.text, new RegExp(`href="${create.replace('?', '\\?')}"`))
  await lead.open(create)
  await lead.send(create, { title: '' })
  assert.equal(lead.status, 422)
  await lead.send(create, { title: 'Notre enquête' })
  assert.match(lead.path, /\/publics\?questionnaire=/)
  assert.match(lead.text, new RegExp(`<option value="${id}" selected>Homonyme \\(Familles, 1 question, `))
  assert.match(lead.text, /Homonyme \(Familles, 0 question, /)
})

test('a translation made at home comes back by a file beside what was being typed, and is read again before it is saved', async () => {
  const id = await blank('Par fichier')
  await ask(id, 'Une question.')
  await ask(id, 'Je rencontre des entreprises.')
  const here = { questionnaire: id, tag: 'it' }
  await lead.open(urls.questionnaire.language(here))
  assert.match(lead.text, new RegExp(`href="${urls.questionnaire.languageFile(here)}"`))
  const csv = 'code;fr;it\nq.Q2;Je rencontre des entreprises.;Incontro delle aziende.\nq.Q9;Perdue;Persa\n'
  await lead.send(urls.questionnaire.languageFile(here), { 'q.Q1': 'Una domanda.', 'q.Q2': 'Vedo aziende.', file: new File([csv], 'it.csv') })
  assert.match(lead.text, /1 texte lu/)
  assert.match(lead.text, /« Perdue » n’est pas/)
  assert.match(lead.text, /value="Incontro delle aziende\."/)
  assert.match(lead.text, /value="Una domanda\."/)
  assert.match(lead.text, /Dans le formulaire, avant le fichier : <bdi[^>]*>Vedo aziende\./)
  await lead.send(urls.questionnaire.language(here))
  assert.deepEqual(
    (await read(id)).definition.questions.map((question) => question.words['it']),
    ['Una domanda.', 'Incontro delle aziende.'],
  )
})

test('a questionnaire goes out in the form of another tool and comes back from it, with what did not go', async () => {
  const id = await blank('Qui voyage')
  await ask(id, 'Combien d’heures ?', { kind: 'number', from: '0 ; 1 ; 3' })
  await ask(id, 'Qu’en pensez-vous ?', { kind: 'text' })
  await lead.open(urls.questionnaire.export({ questionnaire: id }))
  assert.match(lead.text, /KoboToolbox/)
  assert.match(lead.text, /<strong>« Combien d’heures \? »<\/strong> : Les intervalles\. L’autre outil/)
  await lead.open(urls.questionnaire.exportFile({ questionnaire: id, format: 'lss' }))
  const there = urls.questionnaire.import({ organisation: schoolId })
  const file = new File([lead.text], 'regards.lss')
  await lead.open(there)
  await lead.send(there, { file: new File(['<!DOCTYPE a [<!ENTITY b "c">]><document/>'], 'mauvais.lss'), audience: 'pupil' })
  assert.equal(lead.status, 422)
  assert.match(lead.text, /id="file-error"/)
  await lead.send(there, { file, audience: 'pupil' })
  assert.deepEqual(await wordsOf(idIn(lead.path)), await wordsOf(id))
  assert.match(lead.text, /Repris de « regards\.lss »/)
  assert.match(lead.text, /<strong>« Combien d’heures \? »<\/strong> : Le nombre exact\. /)
})
