import assert from 'node:assert/strict'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { frameworksFolder } from '../../frameworks/version-files.ts'
import { answeringLanguages, answeringWords } from '../questionnaire/answering-words.ts'
import { audiences } from '../questionnaire/definition.ts'
import { scales } from '../questionnaire/scales.ts'
import { missingIn } from '../write/translations.ts'
import { checkBank, surveysFolder } from './check-bank.ts'
import { estimateMinutes } from './estimate.ts'
import { listKnownItems } from './known-items.ts'
import { loadBank } from './load-bank.ts'
import { readingLevel } from './reading-level.ts'

const bank = await loadBank()
const items = await listKnownItems(frameworksFolder)
const problemsOf = async (folder: string): Promise<string[]> => {
  const { problems } = await checkBank(folder, (code) => items.has(code))
  return problems.map(({ file, where, problem }) => [file, where, problem].filter(Boolean).join(' | '))
}

test('every file of the bank is in order: form, codes, conditions, items of the guide, translations', async () => {
  assert.ok(items.size > 200)
  assert.deepEqual(await problemsOf(surveysFolder), [])
})

test('there is a ready questionnaire for every audience, of ten to eighteen short questions that are easy to read', () => {
  assert.ok(bank.length >= 12)
  for (const audience of audiences) assert.ok(bank.some((one) => one.audience === audience))
  for (const { code, definition, audience } of bank) {
    const { questions } = definition
    assert.ok(questions.length >= 10 && questions.length <= 18, code)
    assert.ok(estimateMinutes(definition) <= 5, code)
    assert.ok(questions.filter((question) => question.kind === 'text').length <= 1, code)
    for (const question of questions) assert.ok(question.pictogram, `${code} ${question.code}`)
    if (audience !== 'pupil') continue
    assert.equal(readingLevel(definition)?.level, 'easy', code)
    for (const { words } of questions) assert.ok((words.fr.match(/[\p{L}’]+/gu) ?? []).length <= 12, words.fr)
  }
})

test('many statements of the guide are asked to three audiences or more', () => {
  const asked = new Map<string, Set<string>>()
  for (const { audience, definition } of bank) {
    for (const { item } of definition.questions) if (item) asked.set(item.code, (asked.get(item.code) ?? new Set()).add(audience))
  }
  assert.ok([...asked.values()].filter((who) => who.size >= 3).length >= 5)
})

test('pupils and families are asked in nine languages, adults in two; no translation claims to have been read by somebody whose language it is', () => {
  const others = answeringLanguages.slice(1).toSorted()
  for (const { code, definition } of bank) {
    const tags = definition.languages.slice(1).map((language) => language.tag)
    const whole = ['climat-eleves', 'climat-familles', 'accueil-eleves', 'accueil-familles', 'stage-eleves'].includes(code)
    assert.deepEqual(tags.toSorted(), whole ? others : ['en'], code)
    for (const tag of tags) assert.equal(missingIn(definition, tag), 0, `${code} ${tag}`)
    assert.ok(definition.languages.slice(1).every((language) => !language.reviewed))
  }
})

test('the answering pages and every scale speak all nine languages', () => {
  assert.deepEqual([...answeringLanguages], ['fr', 'en', 'ar', 'pt', 'tr', 'uk', 'es', 'ro', 'zh'])
  for (const tag of answeringLanguages) {
    for (const scale of scales) for (const level of scale.levels) assert.ok(level[tag], `${scale.code} ${tag}`)
    assert.match(answeringWords(tag, 'family').anonymous(11).join(' '), /11/)
  }
})

for (const [name, file, from, to, told] of [
  [
    'an item that is not in the guide',
    'climat-eleves.yaml',
    'QF02-P4',
    'QF02-P9',
    /climat-eleves.yaml \| question parler \| L’énoncé « QF02-P9 » n’existe pas/,
  ],
  ['a code that is not the name of the file', 'climat-eleves.yaml', 'code: climat-eleves', 'code: climat', /pas le nom du fichier/],
  ['an audience that nobody is', 'climat-eleves.yaml', 'audience: pupil', 'audience: mayor', /mayor/],
  ['a condition on a later question', 'orientation-eleves.yaml', 'when: envies', 'when: mot', /dépend d’une question/],
  ['two kinds of answer', 'lien-entreprises.yaml', 'alone: rien', 'scale: ten', /deux sortes de réponse/],
  ['an answer alone that is not there', 'lien-entreprises.yaml', 'alone: rien', 'alone: tout', /« tout » n’est pas une de ses réponses/],
  ['a text that is not translated', 'translations/climat-eleves.yaml', '    pause: "I have', '    #', /en, questions, pause \| Ce texte manque/],
  ['a translation of nothing', 'translations/climat-eleves.yaml', '    pause: "I have', '    repos: "I have', /en, questions, repos \| Rien ne porte ce code/],
  ['a key written twice', 'climat-eleves.yaml', 'status: confirmed', 'status: confirmed\nstatus: draft', /écrit deux fois/],
] as const) {
  test(`a file with ${name} is told so`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'surveys-'))
    try {
      await cp(surveysFolder, folder, { recursive: true })
      const text = await readFile(join(folder, file), 'utf8')
      assert.ok(text.includes(from))
      await writeFile(join(folder, file), text.replace(from, to))
      assert.match((await problemsOf(folder)).join('\n'), told)
    } finally {
      await rm(folder, { recursive: true })
    }
  })
}
