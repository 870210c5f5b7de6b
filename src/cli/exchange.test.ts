import assert from 'node:assert/strict'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseConfig } from '../config.ts'
import { CommandError } from './command.ts'
import { frameworksConvert, frameworksExport } from './exchange.ts'

const context = { config: parseConfig({}), progress: () => {} }
const folder = await mkdtemp(join(tmpdir(), 'qualeduc-exchange-'))
const at = (name: string): string => join(folder, name)

test('a framework goes through every format that loses nothing, and comes back the same, byte for byte', async () => {
  const first = await frameworksExport.run(['rnq', '2023', 'yaml', at('first.yaml')], context)
  assert.deepEqual([first.ok, first.sentences], [true, [`Fichier écrit : ${at('first.yaml')}.`]])
  const way = ['first.yaml', 'second.json', 'third.xlsx', 'fourth.ods', 'last.yaml']
  for (const [index, format] of ['case', 'xlsx', 'ods', 'yaml'].entries())
    assert.equal((await frameworksConvert.run([at(way[index] ?? ''), format, at(way[index + 1] ?? '')], context)).sentences.length, 1)
  assert.equal(await readFile(at('last.yaml'), 'utf8'), await readFile(at('first.yaml'), 'utf8'))
})

test('what a format cannot carry is said', async () => {
  const { sentences } = await frameworksExport.run(['rnq', '2023', 'ciso', at('rnq.yaml')], context)
  assert.match(sentences.join('\n'), /Non repris : Qui peut parler de 32 énoncés/)
})

test('a crosswalk is converted too, its ends being looked for among the frameworks of the product', async () => {
  const { sentences } = await frameworksConvert.run(['frameworks/crosswalks/qualeduc-2017--rnq-2023.yaml', 'ods', at('lien.ods')], context)
  assert.equal(sentences.length, 1)
})

test('an unknown framework or format, a missing file, a file that is there already and one that cannot be read are refused with a sentence', async () => {
  await frameworksExport.run(['rnq', '2023', 'yaml', at('taken.yaml')], context)
  for (const [words, sentence] of [
    [['rnq', '1999', 'yaml', at('x')], /Il n’y a pas de référentiel « rnq » en version « 1999 »/],
    [['rnq', '2023', 'pdf', at('x')], /Dites le format : yaml, case, ciso, xlsx, ods/],
    [['rnq', '2023', 'yaml'], /Dites où écrire/],
    [['rnq', '2023', 'yaml', at('taken.yaml')], /existe déjà/],
  ] as const)
    await assert.rejects(frameworksExport.run([...words], context), (error) => error instanceof CommandError && sentence.test(error.message))
  await assert.rejects(frameworksConvert.run([at('nulle-part'), 'yaml', at('x')], context), /n’existe pas/)
  await assert.rejects(frameworksConvert.run(['package.json', 'yaml', at('x')], context), /Nous ne reconnaissons pas/)
})
