import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { CrosswalkState } from '../src/features/crosswalks/tables.ts'
import type { CrosswalkTables } from '../src/features/crosswalks/tables.ts'
import type { FrameworkHeader, ItemContent } from '../src/features/frameworks/content.ts'
import type { DraftState, DraftTables } from '../src/features/frameworks/edit/tables.ts'
import type { FreshDatabase } from './fresh-database.ts'

export const smallItem = (code: string, statement: string): ItemContent => ({
  code,
  phase: 'plan',
  statement,
  audiences: ['staff'],
  evidence: ['Compte rendu de réunion'],
  indicators: [],
})

/** A framework without a fault, of one theme and one statement, to be changed. */
export const smallContent = (more: Partial<FrameworkHeader> = {}): FrameworkHeader => ({
  id: 'accueil',
  version: '2026',
  locale: 'fr',
  title: 'Lycée accueillant',
  short_title: 'Accueil',
  status: 'confirmed',
  valid_from: null,
  valid_to: null,
  source: { title: 'Lycée accueillant', publisher: 'Lycée des Tilleuls', reference: 'Première édition', note: 'Textes écrits par le lycée.' },
  licence: 'Réutilisation libre.',
  kind: 'guide',
  scale: { kind: 'none' },
  themes: [
    {
      code: 'QF10',
      title: 'Accueillir',
      purpose: 'Ce que vit un élève à son arrivée.',
      keywords: ['accueil'],
      status: 'confirmed',
      items: [smallItem('QF10-P1', 'Chaque nouvel élève est attendu par son nom.')],
    },
  ],
  ...more,
})

interface DraftWish {
  organisationId: string
  content?: FrameworkHeader
  state?: DraftState
  basedOnId?: string
  extendsId?: string
  sentBy?: string
}

export async function makeDraft(site: FreshDatabase, wish: DraftWish): Promise<string> {
  const id = randomUUID()
  const person = randomUUID()
  await site.owner
    .withTables<DraftTables>()
    .insertInto('framework_drafts')
    .values({
      id,
      organisation_id: wish.organisationId,
      content: wish.content ?? smallContent(),
      based_on_id: wish.basedOnId ?? null,
      extends_id: wish.extendsId ?? null,
      state: wish.state ?? 'draft',
      sent_by: wish.sentBy ?? null,
      created_by: person,
      updated_by: person,
    })
    .execute()
  return id
}

interface CrosswalkWish {
  ownerId: string
  fromId: string
  toId: string
  state?: CrosswalkState
  links?: readonly { from: string; to: string }[]
}

export async function makeCrosswalk(site: FreshDatabase, wish: CrosswalkWish): Promise<string> {
  const id = randomUUID()
  const tables = site.owner.withTables<CrosswalkTables>()
  await tables
    .insertInto('crosswalks')
    .values({
      id,
      from_id: wish.fromId,
      to_id: wish.toId,
      author: 'Lycée des Tilleuls',
      status: 'proposed',
      source: { title: 'Lecture de deux textes', note: 'Faite en équipe.' },
      licence: 'Réutilisation libre.',
      owner_id: wish.ownerId,
      state: wish.state ?? 'draft',
    })
    .execute()
  for (const { from, to } of wish.links ?? [])
    await tables
      .insertInto('crosswalk_links')
      .values({ crosswalk_id: id, from_code: from, to_code: to, type: 'overlaps', reason: 'Les deux en parlent.' })
      .execute()
  return id
}

/** Id of a framework that comes with the product, the newest edition. */
export async function idOfFramework(site: FreshDatabase, framework: string): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`select id from frameworks where framework = ${framework} and owner_id is null order by version desc limit 1`.execute(site.owner)
  return rows[0]?.id ?? ''
}
