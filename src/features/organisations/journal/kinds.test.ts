import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { en } from './texts.en.ts'
import { fr } from './texts.fr.ts'

const features = new URL('../..', import.meta.url).pathname

/** Lines that belong to a person or to the site, never to an organisation, and those that the journal counts without showing. */
const elsewhere = ['account', 'session', 'second_factor', 'password', 'invitation', 'directory', 'framework']
const unlisted = ['answer.saved']

/** Kinds written in code where a line is recorded: after `kind:`, or as an argument of a function whose name begins with record. */
function kindsInCode(): string[] {
  const kinds = new Set<string>()
  for (const file of globSync('**/*.ts', { cwd: features }).filter((name) => !name.endsWith('.test.ts'))) {
    const text = readFileSync(join(features, file), 'utf8')
    if (!text.includes('recordActivity') && !/\brecord\w*\(/.test(text)) continue
    for (const match of text.matchAll(/\bkind(?:: | = )[^\n]*?'([a-z_]+\.[a-z_]+)'(?:[^\n']*'([a-z_]+\.[a-z_]+)')?/g))
      for (const kind of match.slice(1)) if (kind) kinds.add(kind)
    for (const match of text.matchAll(/\brecord\w*\([^\n]*?'([a-z_]+\.[a-z_]+)'/g)) kinds.add(match[1] ?? '')
  }
  return [...kinds].filter((kind) => !elsewhere.includes(kind.split('.')[0] ?? '') && !unlisted.includes(kind))
}

test('every kind of change that a school can make has a sentence in the journal, in both languages', () => {
  const kinds = kindsInCode()
  assert.ok(kinds.length > 20, `only ${kinds.length} kinds found: the search is broken`)
  assert.deepEqual(
    kinds.filter((kind) => !fr.sentences[kind] || !en.sentences[kind]),
    [],
  )
})

test('French and English say the same kinds with the same parts', () => {
  assert.deepEqual(Object.keys(en.sentences).sort(), Object.keys(fr.sentences).sort())
  const parts = (sentence: string | undefined): string[] => (sentence?.match(/\{\w+\}/g) ?? []).sort()
  for (const kind of Object.keys(fr.sentences)) assert.deepEqual(parts(en.sentences[kind]), parts(fr.sentences[kind]), kind)
})
