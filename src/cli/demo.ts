import postgres from 'postgres'
import { loadDemo } from '../demo/load-demo.ts'
import { publishFrameworks } from '../features/frameworks/load-frameworks.ts'
import { connectDatabase } from '../platform/database.ts'
import { findRunningPostgres } from '../platform/embedded-postgres.ts'
import { filesOf } from '../platform/files.ts'
import { migrate } from '../platform/migrate.ts'
import { CommandError, useDatabase } from './command.ts'
import type { Command } from './command.ts'

export const demoReset: Command = {
  words: ['demo', 'reset'],
  usage: 'demo reset',
  summary: 'Remet la démonstration à neuf : efface tout, puis recharge l’académie inventée.',
  details: 'Seulement en démonstration (MODE=demo), site arrêté. Les dates sont recalculées autour d’aujourd’hui.',
  run: async (_, { config }) => {
    if (config.mode !== 'demo') throw new CommandError('Cette commande n’existe qu’en démonstration : elle efface tout.')
    if (config.databaseUrl) throw new CommandError('Cette commande n’agit que sur la base du dossier de données, pas sur celle que nomme DATABASE_URL.')
    if (findRunningPostgres(config.dataDir)) throw new CommandError('Arrêtez d’abord le site : cette commande efface tout.')
    return useDatabase(config, async ({ ownerUrl }) => {
      const client = postgres(ownerUrl, { max: 1, onnotice: () => {} })
      await client.unsafe('drop schema if exists graphile_worker cascade; drop schema public cascade; create schema public')
      await client.end()
      await migrate(ownerUrl)
      await publishFrameworks(ownerUrl)
      const owner = connectDatabase(ownerUrl, { max: 1 })
      await loadDemo(owner, { files: filesOf(config), dataDir: config.dataDir }, new Date())
      await owner.destroy()
      return { ok: true, sentences: ['La démonstration est remise à neuf. Démarrez le site : npm start'], data: { reset: true } }
    })
  },
}
