import { createReadStream, existsSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { importSchools } from '../features/organisations/import/import-schools.ts'
import type { ImportReport } from '../features/organisations/import/import-schools.ts'
import { nobody } from '../platform/database.ts'
import { dayOf } from '../platform/language.ts'
import { CommandError, useDatabase } from './command.ts'
import type { Command, CommandResult } from './command.ts'

/** Refused lines shown to a person; the rest is in --json. */
const shown = 20

export const importSchoolsCommand: Command = {
  words: ['import-schools'],
  usage: 'import-schools FICHIER [--complete authority|department]',
  summary: 'Lit un annuaire d’établissements (CSV) et crée, met à jour ou ferme les établissements.',
  details:
    'Le fichier est l’annuaire national de l’éducation ou la liste nationale simplifiée. Tout est enregistré, ou rien. Les lignes refusées sont dites une à une.\n' +
    '--complete : le fichier contient tous les établissements de ses académies (authority) ou de ses départements (department) ; ceux qui manquent sont datés comme fermés.',
  run: async (words, { config, progress }) => {
    const { values, positionals } = parseArgs({ args: words, options: { complete: { type: 'string' } }, allowPositionals: true })
    const [file] = positionals
    if (!file) throw new CommandError('Dites quel fichier lire : npm run qualeduc -- import-schools FICHIER')
    if (!existsSync(file)) throw new CommandError(`Le fichier ${file} n’existe pas.`)
    const { complete } = values
    if (complete !== undefined && complete !== 'authority' && complete !== 'department') throw new CommandError('--complete vaut authority ou department.')
    return useDatabase(config, async ({ pool }) => {
      const outcome = await importSchools(pool, { ...nobody, operator: true }, createReadStream(file), {
        fileName: basename(file),
        today: dayOf(new Date()),
        ...(complete ? { completeBy: complete } : {}),
        onProgress: ({ step, done, total }) => progress(step === 'reading' ? `Lecture : ${done} lignes` : `Enregistrement : ${done} sur ${total ?? '…'}`),
      })
      if (!outcome.ok) return { ok: false, sentences: [outcome.line ? `Ligne ${outcome.line} : ${outcome.reason}` : outcome.reason], data: outcome }
      return resultOf(outcome.report)
    })
  },
}

function resultOf(report: ImportReport): CommandResult {
  const { read, created, updated, closed, unchanged, refused, warnings } = report
  const lines = refused.slice(0, shown).map((one) => `  ligne ${one.line}, ${one.column ?? ''} « ${one.value ?? ''} » : ${one.reason}`)
  return {
    ok: true,
    sentences: [
      `${read} lignes lues : ${created} créés, ${updated} mis à jour, ${closed} fermés, ${unchanged} sans changement, ${refused.length} refusées.`,
      ...(warnings.length > 0 ? [`${warnings.length} remarques (--json pour les lire).`] : []),
      ...lines,
      ...(refused.length > shown ? [`  … et ${refused.length - shown} autres (--json pour tout lire).`] : []),
    ],
    data: { read, created, updated, closed, refused, unchanged, warnings },
  }
}
