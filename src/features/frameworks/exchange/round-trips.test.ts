import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { frameworks } from '../../../../test/arbitrary-framework.ts'
import { checkContentValue } from '../check-value.ts'
import { checkVersion } from '../check-version.ts'
import type { FrameworkHeader, ItemContent } from '../content.ts'
import { formatProblem } from '../problem.ts'
import { decodeText, readYaml } from '../read-yaml.ts'
import { openNotebook } from './formats.ts'
import { openCase, readCaseFramework } from './read-case.ts'
import { openCiso, readCisoFramework } from './read-ciso.ts'
import { readGrids } from './read-grids.ts'
import { readJson } from './read-json.ts'
import { readWorkbookFramework } from './read-workbook-framework.ts'
import { writeFramework } from './write-framework.ts'

const options = { changedAt: new Date('2026-01-05T08:00:00Z') }
const runs = { numRuns: 40 }

const textOf = (bytes: Uint8Array): string => decodeText(bytes) ?? assert.fail('the file is not text')

function contentOf(read: { content: FrameworkHeader } | { problems: readonly object[] }): FrameworkHeader {
  if ('problems' in read) assert.fail(JSON.stringify(read.problems))
  return read.content
}

test('the example frameworks of these tests have no fault', () => {
  fc.assert(
    fc.property(frameworks, (content) => assert.deepEqual(checkContentValue(content).problems, [])),
    runs,
  )
})

test('a framework written as YAML is a file that the checks accept, and says the same', () => {
  fc.assert(
    fc.property(frameworks, (content) => {
      const text = textOf(writeFramework(content, 'yaml', options).bytes)
      const header = { path: `${content.id}/${content.version}.yaml`, text, tooLarge: false }
      const checked = checkVersion({ framework: content.id, version: content.version, header, themes: [], sha256: '' })
      assert.deepEqual(checked.problems.map(formatProblem), [])
      assert.deepEqual(checked.content, content)
    }),
    runs,
  )
})

test('a framework that went through CASE comes back the same, and nothing is reported lost', () => {
  fc.assert(
    fc.property(frameworks, (content) => {
      const written = writeFramework(content, 'case', options)
      const notes = openNotebook()
      const file = openCase(readJson(textOf(written.bytes)))
      assert.ok(file)
      assert.deepEqual(contentOf(readCaseFramework(file, notes)), content)
      assert.deepEqual([written.notes, notes.list()], [[], []])
    }),
    runs,
  )
})

for (const kind of ['xlsx', 'ods'] as const)
  test(`a framework that went through a workbook (${kind}) comes back the same`, () => {
    fc.assert(
      fc.property(frameworks, (content) => {
        const written = writeFramework(content, kind, options)
        const notes = openNotebook()
        assert.deepEqual(contentOf(readWorkbookFramework(readGrids(written.bytes), 'essai.xlsx', notes)), content)
        assert.deepEqual([written.notes, notes.list()], [[], []])
      }),
      { numRuns: 12 },
    )
  })

/** What a library of CISO Assistant has a place for. */
function carried(content: FrameworkHeader): object {
  const first = content.grades?.[0]?.value
  return {
    names: [content.id, content.version],
    scale: content.scale.kind === 'levels' ? content.scale : { kind: 'none' },
    grades: content.grades,
    codes: content.themes.map((theme) => theme.code),
    items: content.themes.flatMap((theme) =>
      theme.items.map((item: ItemContent) => ({
        code: item.code,
        statement: item.statement,
        grade: item.grade === first ? undefined : item.grade,
        everywhere: item.conditions === undefined || item.conditions.length === (content.conditions ?? []).length,
      })),
    ),
  }
}

test('what a library of CISO Assistant can carry comes back the same, and the rest is reported', () => {
  fc.assert(
    fc.property(frameworks, (content) => {
      const written = writeFramework(content, 'ciso', options)
      const read = readYaml(textOf(written.bytes))
      assert.ok('text' in read)
      const library = openCiso(read.text.value)
      const [framework] = library?.frameworks ?? []
      assert.ok(library && framework)
      const back = contentOf(readCisoFramework(library, framework, read.text.lineOf, openNotebook()))
      assert.deepEqual(carried(back), carried(content))
      assert.ok(written.notes.some((note) => note.kind === 'audiences-lost'))
    }),
    runs,
  )
})
