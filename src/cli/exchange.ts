import { existsSync } from 'node:fs'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { readExchangeFile } from '../features/crosswalks/exchange/read-file.ts'
import type { KnownVersion } from '../features/crosswalks/exchange/known-versions.ts'
import type { Part } from '../features/crosswalks/exchange/reading.ts'
import { fr } from '../features/crosswalks/exchange/texts.fr.ts'
import { writeConversion, writeCrosswalk } from '../features/crosswalks/exchange/write-crosswalk.ts'
import { checkVersion } from '../features/frameworks/check-version.ts'
import type { FrameworkHeader } from '../features/frameworks/content.ts'
import { changedAtStart } from '../features/frameworks/exchange/case-package.ts'
import { exchangeFormats, isExchangeFormat } from '../features/frameworks/exchange/formats.ts'
import type { ExchangeFormat, Note, Written } from '../features/frameworks/exchange/formats.ts'
import { largestExchangeFile } from '../features/frameworks/exchange/refusal.ts'
import { writeFramework } from '../features/frameworks/exchange/write-framework.ts'
import { formatProblem } from '../features/frameworks/problem.ts'
import { frameworksFolder, listVersionFiles } from '../features/frameworks/version-files.ts'
import type { VersionFiles } from '../features/frameworks/version-files.ts'
import { CommandError } from './command.ts'
import type { Command, CommandResult } from './command.ts'

const formatNames = exchangeFormats.join(', ')

export const frameworksExport: Command = {
  words: ['frameworks', 'export'],
  usage: 'frameworks export RÉFÉRENTIEL VERSION FORMAT FICHIER',
  summary: `Écrit un référentiel du produit dans un fichier (${formatNames}).`,
  details: 'Par exemple : frameworks export rnq 2023 xlsx rnq.xlsx. Dit ce que le format ne peut pas emporter.',
  run: async ([framework, version, format, file]) => {
    const wanted = formatOf(format)
    const [content] = await listContents((files) => files.framework === framework && files.version === version)
    if (!content) throw new CommandError(`Il n’y a pas de référentiel « ${framework ?? ''} » en version « ${version ?? ''} » dans frameworks/.`)
    return save(writeFramework(content, wanted, changedAtStart(content.valid_from)), file)
  },
}

export const frameworksConvert: Command = {
  words: ['frameworks', 'convert'],
  usage: 'frameworks convert FICHIER FORMAT FICHIER',
  summary: `Convertit le fichier d’un référentiel ou d’une correspondance (${formatNames}).`,
  details: 'Lit YAML, CASE, bibliothèque CISO Assistant, XLSX et ODS. Les deux bouts d’une correspondance sont cherchés dans frameworks/.',
  run: async ([from, format, file]) => {
    const wanted = formatOf(format)
    const { part, notes } = await readOne(from)
    const written = writePart(part, wanted)
    return save({ ...written, notes: [...notes, ...written.notes] }, file)
  },
}

function formatOf(format: string | undefined): ExchangeFormat {
  if (format === undefined || !isExchangeFormat(format)) throw new CommandError(`Dites le format : ${formatNames}.`)
  return format
}

async function listContents(wanted: (files: VersionFiles) => boolean = () => true): Promise<FrameworkHeader[]> {
  const { versions } = await listVersionFiles(frameworksFolder)
  return versions.filter(wanted).flatMap((files) => checkVersion(files).content ?? [])
}

/** Read once: all of them take a second. */
let known: readonly KnownVersion[] | null = null

async function listKnown(): Promise<readonly KnownVersion[]> {
  known ??= (await listContents()).map(({ id, version, themes }) => ({
    framework: id,
    version,
    codes: themes.flatMap((theme) => theme.items.map((item) => item.code)),
  }))
  return known
}

async function readOne(from: string | undefined): Promise<{ part: Part; notes: readonly Note[] }> {
  if (!from || !existsSync(from)) throw new CommandError(`Le fichier « ${from ?? ''} » n’existe pas.`)
  if ((await stat(from)).size > largestExchangeFile) throw new CommandError(fr.refusal({ kind: 'too-large' }))
  const result = readExchangeFile(basename(from), await readFile(from), await listKnown())
  if ('refusal' in result) throw new CommandError(fr.refusal(result.refusal))
  const { parts, problems, notes } = result.reading
  if (problems.length > 0) throw new CommandError(problems.map(formatProblem).join('\n'))
  const [part, ...more] = parts
  if (!part || more.length > 0) throw new CommandError('Ce fichier contient plusieurs choses. Importez-le dans le site, qui demande laquelle reprendre.')
  return { part, notes }
}

function writePart(part: Part, format: ExchangeFormat): Written {
  switch (part.kind) {
    case 'framework':
      return writeFramework(part.content, format, changedAtStart(part.content.valid_from))
    case 'crosswalk':
      return writeCrosswalk(part.content, format, changedAtStart(null))
    case 'conversion':
      if (format !== 'yaml') throw new CommandError('Une table de conversion ne s’écrit qu’en yaml.')
      return writeConversion(part.content)
  }
}

async function save(written: Written, name: string | undefined): Promise<CommandResult> {
  if (!name) throw new CommandError('Dites où écrire le fichier.')
  const file = resolve(name)
  if (existsSync(file)) throw new CommandError(`Le fichier ${file} existe déjà. Choisissez un autre nom.`)
  await writeFile(file, written.bytes)
  return {
    ok: true,
    sentences: [`Fichier écrit : ${file}.`, ...written.notes.map((note) => `Non repris : ${fr.notes[note.kind](note.count)}`)],
    data: { file, notes: written.notes },
  }
}
