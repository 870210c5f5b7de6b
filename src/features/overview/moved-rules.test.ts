import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { tellable, toldAtOnce, toldKinds } from './moved-rules.ts'
import type { Told } from './moved-rules.ts'

const line = (rest: Partial<Told>): Told => ({
  kind: 'evaluation.opened',
  organisationId: 'o',
  organisationName: 'Lycée',
  subject: { id: 'e', title: 'Accueil' },
  count: 1,
  lastAt: new Date(),
  ...rest,
})

test('what is gone is not told, since it has no page; what needs no page is', () => {
  assert.deepEqual(tellable([line({ subject: null })]), [])
  assert.equal(tellable([line({ kind: 'mandate.given', subject: null })]).length, 1)
})

test('no more is told than can be read between two meetings', () => {
  assert.equal(tellable(Array.from({ length: toldAtOnce + 1 }, () => line({}))).length, toldAtOnce)
})

test('every sort of line that is told is one that the product writes, and none is an answer', () => {
  const sources = globSync('src/features/**/*.ts', { cwd: new URL('../../..', import.meta.url).pathname })
    .filter((file) => !file.includes('.test.') && !file.includes('features/overview/moved') && !file.includes('journal'))
    .map((file) => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'))
    .join('\n')
  const written = (kind: string): boolean => {
    const [subject = '', verb = ''] = kind.split('.')
    // The diagnosis builds its kinds from a verb: `finding.${verb}`.
    return sources.includes(`'${kind}'`) || (sources.includes(`\`${subject}.\${`) && sources.includes(`'${verb}'`))
  }
  assert.deepEqual(
    toldKinds.filter((kind) => !written(kind)),
    [],
  )
  assert.equal(written('evaluation.invented'), false)
  const told: readonly string[] = toldKinds
  assert.ok(!told.includes('answer.saved'))
})
