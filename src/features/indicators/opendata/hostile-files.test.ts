import assert from 'node:assert/strict'
import { test } from 'node:test'
import { utils, write } from '@e965/xlsx'
import { zipSync } from 'fflate'
import { datasetLimits } from './open-source.ts'
import { readDataset } from './read-dataset.ts'

async function refusalOf(source: Iterable<Uint8Array>, limits = datasetLimits) {
  const outcome = await readDataset(source, { limits })
  assert.ok(!outcome.ok, 'the file was read')
  return outcome
}

const text = (...lines: string[]) => [Buffer.from(lines.join('\n'))]
const titles = 'UAI;Session;Nb candidats G;Taux de réussite G'
const row = '0359901X;2024;12;80'

test('a first line of 2 100 characters and 500 columns are read', async () => {
  const unknown = Array.from({ length: 496 }, (_, index) => `x${index}`)
  const header = `${titles};${unknown.join(';')}`
  assert.ok(header.length > 2100)
  const outcome = await readDataset(text(header, row + ';'.repeat(496)))
  assert.ok(outcome.ok && outcome.unknown.length === 496)
  assert.match((await refusalOf(text(`${header};y`, row + ';'.repeat(497)))).reason, /501 colonnes/)
})

test('300 MB in a single line are refused after the first pieces, quickly and in little memory', async () => {
  for (const start of [titles, `${titles}\n${row}\n0359901X;2024;"`]) {
    let served = 0
    function* endless(): Generator<Uint8Array> {
      yield Buffer.from(start)
      for (let count = 0; count < 4800; count += 1) {
        served += 1
        yield Buffer.alloc(65_536, 'a')
      }
    }
    const before = process.memoryUsage().rss
    const began = performance.now()
    const { reason } = await refusalOf(endless())
    assert.match(reason, /dépasse 65\s536 caractères|guillemet/)
    assert.ok(served < 50, `${served} pieces were read`)
    assert.ok(performance.now() - began < 2000)
    assert.ok(process.memoryUsage().rss - before < 100_000_000)
  }
})

test('a JSON answer that never ends is refused at its limit, one that is cut or strange with a sentence', async () => {
  function* endless(): Generator<Uint8Array> {
    yield Buffer.from('[{"uai":"')
    for (;;) yield Buffer.alloc(65_536, 'a')
  }
  assert.match((await refusalOf(endless(), { ...datasetLimits, wholeBytes: 1024 * 1024 })).reason, /dépasse 1 Mo/)
  for (const strange of ['[{"uai":"0359901X"', '{"results":12}', '[{"a":1},3]', `[{"a":${'['.repeat(100_000)}`])
    assert.match((await refusalOf(text(strange))).reason, /incomplet ou abîmé/, strange.slice(0, 20))
  assert.match((await refusalOf(text('{"results":[]}'))).reason, /aucun enregistrement/)
})

test('a workbook that unfolds into too much, is damaged, or is another archive', async () => {
  const zeros = new Uint8Array(4 * 1024 * 1024)
  const bomb = zipSync({ 'xl/workbook.xml': zeros, 'xl/worksheets/sheet1.xml': zeros })
  assert.match((await refusalOf([bomb], { ...datasetLimits, workbookBytes: 5 * 1024 * 1024 })).reason, /plus de 5 Mo/)
  assert.match((await refusalOf([bomb.subarray(0, 200)])).reason, /abîmé/)
  assert.match((await refusalOf([zipSync({ 'photo.png': zeros.subarray(0, 10) })])).reason, /abîmé|vide/)
})

test('a sheet that repeats a cell a million times, or has a cell very far, is refused quickly', async () => {
  const cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>UAI</text:p></table:table-cell>'
  const rows = `<table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row>`
  const spaces =
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
  const content = `<office:document-content ${spaces}><office:body><office:spreadsheet><table:table table:name="a">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`
  const bytes = (part: string) => new TextEncoder().encode(part)
  const repeated = zipSync({ mimetype: bytes('application/vnd.oasis.opendocument.spreadsheet'), 'content.xml': bytes(content) })
  const began = performance.now()
  assert.match((await refusalOf([repeated])).reason, /plus de 64 Mo/)
  const far = utils.aoa_to_sheet([['UAI', 'Session']])
  far.XFC1 = { t: 's', v: 'loin' }
  far['!ref'] = 'A1:XFC1'
  const workbook: unknown = write({ SheetNames: ['a'], Sheets: { a: far } }, { type: 'buffer', bookType: 'xlsx' })
  assert.ok(workbook instanceof Uint8Array)
  assert.match((await refusalOf([workbook])).reason, /16\s383 colonnes/)
  assert.ok(performance.now() - began < 2000)
})

test('empty files, titles alone, other files and too many rows are told apart', async () => {
  assert.equal((await refusalOf([])).reason, 'Ce fichier est vide.')
  assert.match((await refusalOf(text('\n \n'))).reason, /vide/)
  assert.match((await refusalOf(text(titles))).reason, /aucun chiffre/)
  assert.match((await refusalOf(text('id;nom', '1;2'))).reason, /Aucune colonne ne porte l’UAI/)
  assert.match((await refusalOf([Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d])])).reason, /document PDF/)
  const rows = Array.from({ length: 20 }, (_, index) => `0359901X;${2000 + index};1;1`)
  assert.match((await refusalOf(text(titles, ...rows), { ...datasetLimits, rows: 5 })).reason, /plus de 5 lignes/)
})

test('findings beyond the limit are counted and not kept', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => (index % 2 === 0 ? `0359901A;${2000 + index};1;1` : 'x;2024;1;1'))
  const outcome = await readDataset(text(titles, ...rows), { limits: { ...datasetLimits, warnings: 4 } })
  assert.ok(outcome.ok)
  assert.deepEqual([outcome.refused.length, outcome.furtherRefused, outcome.warnings.length, outcome.furtherWarnings], [4, 11, 4, 11])
})

test('a long value is cut in what is told of it', async () => {
  const outcome = await readDataset(text(titles, `0359901X;2024;12;${'9'.repeat(5000)}`, row))
  assert.ok(outcome.ok && (outcome.refused[0]?.value.length ?? 999) <= 120)
})

test('an error of the source or of who saves is not mistaken for a wrong file', async () => {
  const failing = () => {
    throw new Error('disk gone')
  }
  await assert.rejects(readDataset(text(titles, row), { onRow: failing }), /disk gone/)
})
