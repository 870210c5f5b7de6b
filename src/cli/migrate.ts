import type { Command } from './command.ts'
import { useDatabase } from './command.ts'
import { migrate } from '../platform/migrate.ts'

export const migrateCommand: Command = {
  words: ['migrate'],
  usage: 'migrate',
  summary: 'Met la base de données à jour.',
  details: 'Le site le fait aussi de lui-même au démarrage.',
  run: (_, { config }) =>
    useDatabase(config, async ({ ownerUrl }) => {
      const applied = await migrate(ownerUrl)
      return { ok: true, sentences: ['La base de données est à jour.'], data: { applied } }
    }),
}
