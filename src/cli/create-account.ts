import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { createAccount } from '../features/accounts/invitations.ts'
import type { AccountRefusal } from '../features/accounts/invitations.ts'
import { nobody, withScope } from '../platform/database.ts'
import type { Db } from '../platform/database.ts'
import { roles } from '../platform/session.ts'
import type { Role } from '../platform/session.ts'
import { CommandError, useDatabase } from './command.ts'
import type { Command } from './command.ts'

const refusals: Record<AccountRefusal, string> = {
  'bad-email': 'Cette adresse électronique n’en est pas une.',
  'bad-name': 'Donnez le prénom et le nom : --name "Camille Martin".',
  'no-such-organisation':
    'Aucun établissement, réseau ou académie ne correspond à --in. Importez d’abord l’annuaire : npm run qualeduc -- import-schools FICHIER',
  'role-does-not-fit': 'Ce rôle ne va pas avec cette organisation : un référent se nomme dans une académie, un chef d’établissement dans un établissement.',
  'already-there': 'Cette personne tient déjà ce rôle ici.',
}

const isRole = (text: string | undefined): text is Role => roles.some((role) => role === text)

export const createAccountCommand: Command = {
  words: ['create-account'],
  usage: 'create-account --email ADRESSE --name NOM --role RÔLE [--in UAI-ou-CODE]',
  summary: 'Crée un compte ou donne un rôle, et envoie l’invitation.',
  details:
    `Rôles : ${roles.join(', ')}.\n` +
    '--in : UAI de l’établissement, code de l’académie (« 06 » pour Clermont-Ferrand), ou nom exact d’un réseau. Inutile pour operator et national.\n' +
    'Le lien d’invitation est aussi affiché ici, pour un site qui n’envoie pas encore de courriels.',
  run: async (words, { config }) => {
    const options = {
      email: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      in: { type: 'string' },
      language: { type: 'string' },
    } as const
    const { values } = parseArgs({ args: words, options })
    const { role } = values
    if (!isRole(role)) throw new CommandError(`--role vaut l’un de : ${roles.join(', ')}.`)
    return useDatabase(config, ({ pool }) =>
      withScope(pool, { ...nobody, operator: true }, async (db) => {
        const organisationId = values.in ? await findOrganisationId(db, values.in) : undefined
        if (values.in && !organisationId) throw new CommandError(refusals['no-such-organisation'])
        const account = {
          email: values.email ?? '',
          name: values.name ?? '',
          role,
          language: values.language === 'en' ? ('en' as const) : ('fr' as const),
          baseUrl: config.baseUrl,
          now: new Date(),
        }
        const result = await createAccount(db, { ...account, ...(organisationId ? { organisationId } : {}) })
        if ('refused' in result) throw new CommandError(refusals[result.refused])
        const sentences = result.link
          ? ['Le compte est créé. Lien d’invitation, à usage unique :', result.link]
          : ['Cette personne a déjà un compte : le rôle lui est donné.']
        return { ok: true, sentences, data: { personId: result.personId, mandateId: result.mandateId, link: result.link } }
      }),
    )
  },
}

async function findOrganisationId(db: Db, text: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from organisations where uai = upper(${text}) or (kind = 'authority' and code = ${text}) or (kind in ('network', 'campus', 'district', 'authority') and name = ${text})
    order by kind limit 1`.execute(db)
  return rows[0]?.id ?? null
}
