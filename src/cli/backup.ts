import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeBackup } from '../platform/backup/write-backup.ts'
import { filesOf } from '../platform/files.ts'
import { loadSecrets } from '../platform/secrets.ts'
import { CommandError, useDatabase } from './command.ts'
import type { Command } from './command.ts'

export const backup: Command = {
  words: ['backup'],
  usage: 'backup FICHIER.tar.gz',
  summary: 'Sauvegarde tout dans un fichier : base de données, preuves déposées, clé du site.',
  details: 'Le site peut rester ouvert : la sauvegarde est celle d’un seul instant. Gardez le fichier en lieu sûr, il vaut autant que le site.',
  run: async ([name], { config, progress }) => {
    if (!name) throw new CommandError('Dites où écrire la sauvegarde : npm run qualeduc -- backup FICHIER.tar.gz')
    const file = resolve(name)
    if (existsSync(file)) throw new CommandError(`Le fichier ${file} existe déjà. Choisissez un autre nom : une sauvegarde n’en écrase jamais une autre.`)
    return useDatabase(config, async ({ ownerUrl }) => {
      await loadSecrets(config.dataDir)
      const report = await writeBackup({ ownerUrl, dataDir: config.dataDir, files: filesOf(config) }, file, (part) => progress(`Sauvegarde : ${part}`))
      const size = (report.bytes / 1024 / 1024).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
      return { ok: true, sentences: [`Sauvegarde écrite : ${report.file} (${report.tables} tables, ${report.files} fichiers, ${size} Mo).`], data: report }
    })
  },
}
