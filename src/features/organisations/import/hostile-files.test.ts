import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDirectoryFile } from './directory-file.ts'
import { readingLimits } from './refused-file.ts'

type Outcome = { reason: string; line: number | null }

async function refusalOf(source: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, limits = readingLimits): Promise<Outcome> {
  const reading = await readDirectoryFile(source, { limits })
  assert.ok(!reading.ok, 'the file was read')
  return { reason: reading.reason, line: reading.line }
}

const text = (...lines: string[]) => [Buffer.from(lines.join('\n'))]
const header = 'uai;nom;academie'
const row = '0359901X;Lycée;Rennes'

function* repeat(piece: Buffer, times: number): Generator<Uint8Array> {
  for (let count = 0; count < times; count += 1) yield piece
}

test('a workbook, an archive, a PDF, an image, a compressed file or other bytes are called what they are', async () => {
  const cases: [number[], RegExp][] = [
    [[0x50, 0x4b, 0x03, 0x04, 0x14, 0x00], /classeur \(XLSX, ODS\) ou une archive ZIP/],
    [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1], /ancien classeur Excel/],
    [[0x25, 0x50, 0x44, 0x46, 0x2d, 0x31], /document PDF/],
    [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], /image/],
    [[0x1f, 0x8b, 0x08, 0x00], /compressé/],
    [[0x61, 0x3b, 0x00, 0x62], /n’est pas du texte/],
  ]
  for (const [bytes, sentence] of cases) assert.match((await refusalOf([Buffer.from(bytes)])).reason, sentence)
})

test('an empty file and one with titles only are told apart', async () => {
  assert.equal((await refusalOf([])).reason, 'Ce fichier est vide.')
  assert.equal((await refusalOf(text(''))).reason, 'Ce fichier est vide.')
  assert.match((await refusalOf(text('\n\n'))).reason, /vide/)
  assert.match((await refusalOf(text(header, ''))).reason, /aucun établissement/)
})

test('200 MB in a single line are refused after the first pieces, in little memory', async () => {
  let served = 0
  async function* endless() {
    for (const piece of repeat(Buffer.alloc(65_536, 'a;'), 3200)) {
      served += 1
      yield piece
    }
  }
  const before = process.memoryUsage().rss
  assert.match((await refusalOf(endless())).reason, /^La première ligne dépasse 65\s536 caractères/)
  assert.ok(served < 5, `${served} pieces were read`)
  assert.ok(process.memoryUsage().rss - before < 50_000_000)
})

test('a second line that never ends is refused with its number', async () => {
  function* endless() {
    yield Buffer.from(`${header}\n${row}\n0359902Y;`)
    yield* repeat(Buffer.alloc(65_536, 'a'), 3200)
  }
  const { reason, line } = await refusalOf(endless())
  assert.equal(line, 3)
  assert.match(reason, /À partir de la ligne 3.*guillemet/)
})

test('a quotation mark that is never closed is located', async () => {
  assert.deepEqual(await refusalOf(text(header, row, '0359902Y;"Lycée;Rennes', row)), {
    line: 3,
    reason: 'Un guillemet ouvert à partir de la ligne 3 n’est jamais refermé.',
  })
  assert.match((await refusalOf(text('uai;"nom;academie', row))).reason, /guillemet|titres|colonne/)
})

test('ten thousand columns, too many lines and too many bytes are refused with figures', async () => {
  assert.match(
    (
      await refusalOf(
        text(
          Array.from({ length: 10_000 }, (_, index) => `c${index}`)
            .join(';')
            .slice(0, 60_000),
        ),
      )
    ).reason,
    /colonnes\. Un annuaire en compte moins de 500/,
  )
  const small = { ...readingLimits, rows: 2, bytes: 1024 * 1024 }
  assert.match((await refusalOf(text(header, row, row, row), small)).reason, /plus de 2 lignes/)
  assert.match((await refusalOf(repeat(Buffer.from(`${header}\n`), 100_000), small)).reason, /plus de 2 lignes|dépasse 1 Mo/)
})

test('warnings beyond the limit are counted and not kept', async () => {
  const wrongKey = '0359901A;Lycée;Rennes'
  const reading = await readDirectoryFile(text(header, wrongKey, wrongKey, wrongKey), { limits: { ...readingLimits, warnings: 2 } })
  assert.ok(reading.ok)
  assert.deepEqual([reading.warnings.length, reading.furtherWarnings], [2, 1])
})

test('a stray quotation mark inside a name is kept', async () => {
  const reading = await readDirectoryFile(text(header, '0359901X;Lycée "Les Pins";Rennes', '0359902Y;"Lycée "" Le Port";Rennes'))
  assert.ok(reading.ok)
  assert.deepEqual(
    reading.rows.map((school) => school.name),
    ['Lycée "Les Pins"', 'Lycée " Le Port'],
  )
})

test('an error of the source is not mistaken for a wrong file', async () => {
  async function* broken() {
    yield Buffer.from(`${header}\n${row}\n`)
    throw new Error('disk gone')
  }
  await assert.rejects(readDirectoryFile(broken()), /disk gone/)
})

test('other work runs while a large file held in memory is read', async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1), 1)
  const lines = Array.from({ length: 20_000 }, () => row).join('\n')
  const reading = await readDirectoryFile(text(header, lines))
  clearInterval(timer)
  assert.ok(reading.ok && reading.read === 20_000)
  assert.ok(turns >= 5, `${turns} turns`)
})
