import { requeueMails } from '../platform/mail.ts'
import { resumeMail } from '../platform/mail-pause.ts'
import { useDatabase } from './command.ts'
import type { Command } from './command.ts'

export const mailResume: Command = {
  words: ['mail', 'resume'],
  usage: 'mail resume',
  summary: 'Laisse de nouveau partir les courriels d’une copie restaurée.',
  details: 'Les courriels en attente partent aussitôt que le site est ouvert.',
  run: (_, { config }) =>
    useDatabase(config, async ({ pool }) => {
      await resumeMail(config.dataDir)
      const waiting = await requeueMails(pool)
      return { ok: true, sentences: [`Les courriels peuvent partir. En attente : ${waiting}.`], data: { waiting } }
    }),
}
