import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { restoreBackup } from '../platform/backup/restore-backup.ts'
import { filesOf } from '../platform/files.ts'
import { CommandError, useDatabase } from './command.ts'
import type { Command } from './command.ts'

export const restore: Command = {
  words: ['restore'],
  usage: 'restore FICHIER.tar.gz',
  summary: 'Remet une sauvegarde en place dans un dossier de données vide.',
  details: 'Arrêtez le site, choisissez un DATA_DIR (ou une DATABASE_URL) vide. La copie n’envoie aucun courriel avant : npm run qualeduc -- mail resume',
  run: async ([name], { config, progress }) => {
    if (!name || !existsSync(resolve(name))) throw new CommandError('Dites quelle sauvegarde lire : npm run qualeduc -- restore FICHIER.tar.gz')
    return useDatabase(config, async ({ ownerUrl }) => {
      const report = await restoreBackup({ ownerUrl, dataDir: config.dataDir, files: filesOf(config) }, resolve(name), (part) =>
        progress(`Restauration : ${part}`),
      )
      return {
        ok: true,
        sentences: [
          `Sauvegarde remise en place : ${report.tables} tables, ${report.files} fichiers.`,
          'Aucun courriel ne partira avant : npm run qualeduc -- mail resume',
        ],
        data: report,
      }
    })
  },
}
