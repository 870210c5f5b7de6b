import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { OrganisationKind, SchoolType } from '../tables.ts'

/** What the directory says of an organisation. */
export interface Sheet {
  id: string
  kind: OrganisationKind
  name: string
  uai: string | null
  code: string | null
  authorityId: string | null
  authorityName: string | null
  schoolType: SchoolType | null
  sector: 'public' | 'private' | null
  town: string | null
  postcode: string | null
  departmentCode: string | null
  motherUai: string | null
  validFrom: string | null
  validTo: string | null
  source: string | null
  sourceDate: string | null
}

const sheets = sql`
  select o.id, o.kind, o.name, o.uai, o.code, o.authority_id as "authorityId", a.name as "authorityName", o.school_type as "schoolType", o.sector, o.town,
    o.postcode, o.department_code as "departmentCode", o.mother_uai as "motherUai", o.valid_from as "validFrom", o.valid_to as "validTo", o.source,
    o.source_date as "sourceDate"
  from organisations o left join organisations a on a.id = o.authority_id`

export async function findSheet(db: Db, id: string): Promise<Sheet | null> {
  const { rows } = await sql<Sheet>`${sheets} where o.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Locked until the end of the transaction: two people do not change the links of one school at the same moment. */
export async function lockSheets(db: Db, ids: readonly string[]): Promise<Sheet[]> {
  const { rows } = await sql<Sheet>`${sheets} where o.id = any (${ids}::uuid[]) order by o.id for update of o`.execute(db)
  return rows
}

export async function listSheetsByUai(db: Db, uais: readonly string[]): Promise<Sheet[]> {
  const { rows } = await sql<Sheet>`${sheets} where o.uai = any (${uais}::text[])`.execute(db)
  return rows
}

export type LinkKind = 'part_of' | 'member_of'

/** One organisation belonging to another for a time. */
export interface Link {
  childId: string
  parentId: string
  kind: LinkKind
  /** 'YYYY-MM-DD', both days included; null is without end. */
  validFrom: string
  validTo: string | null
}

export interface NamedLink extends Link {
  name: string
  organisationKind: OrganisationKind
  town: string | null
  uai: string | null
}

const linkColumns = sql`l.child_id as "childId", l.parent_id as "parentId", l.kind, l.valid_from as "validFrom", l.valid_to as "validTo"`

/** What an organisation belongs or has belonged to, the latest first. */
export async function listParents(db: Db, childId: string): Promise<NamedLink[]> {
  const { rows } = await sql<NamedLink>`
    select ${linkColumns}, p.name, p.kind as "organisationKind", p.town, p.uai from organisation_links l join organisations p on p.id = l.parent_id
    where l.child_id = ${childId} order by l.valid_from desc, p.name collate "fr-x-icu"`.execute(db)
  return rows
}

/** Schools that belong or have belonged to a network, a campus or a district, by name. */
export async function listSchoolsOf(db: Db, parentId: string, limit = 500): Promise<NamedLink[]> {
  const { rows } = await sql<NamedLink>`
    select ${linkColumns}, c.name, c.kind as "organisationKind", c.town, c.uai from organisation_links l join organisations c on c.id = l.child_id
    where l.parent_id = ${parentId} and c.kind = 'school' order by c.name collate "fr-x-icu", l.valid_from limit ${limit}`.execute(db)
  return rows
}

export async function listLinks(db: Db, childIds: readonly string[]): Promise<Link[]> {
  const { rows } = await sql<Link>`select ${linkColumns} from organisation_links l where l.child_id = any (${childIds}::uuid[]) order by l.valid_from`.execute(
    db,
  )
  return rows
}

/** A link that ended where this one begins again lasts on. */
export async function insertLink(db: Db, link: Link): Promise<void> {
  await sql`insert into organisation_links (child_id, parent_id, kind, valid_from, valid_to)
    values (${link.childId}, ${link.parentId}, ${link.kind}, ${link.validFrom}, ${link.validTo})
    on conflict (child_id, parent_id, kind, valid_from) do update set valid_to = excluded.valid_to`.execute(db)
}

const isLink = (link: Link) => sql`child_id = ${link.childId} and parent_id = ${link.parentId} and kind = ${link.kind} and valid_from = ${link.validFrom}`

export async function saveLinkEnd(db: Db, link: Link, lastDay: string): Promise<void> {
  await sql`update organisation_links set valid_to = ${lastDay} where ${isLink(link)}`.execute(db)
}

/** The same days, another place: for a link that would otherwise have lasted no day. */
export async function saveLinkParent(db: Db, link: Link, parentId: string, validTo: string | null): Promise<void> {
  await sql`update organisation_links set parent_id = ${parentId}, valid_to = ${validTo} where ${isLink(link)}`.execute(db)
}

export interface GroupName {
  id: string
  kind: OrganisationKind
  name: string
  authorityId: string | null
}

/** Open organisations of these kinds, by name. */
export async function listOpen(db: Db, kinds: readonly OrganisationKind[]): Promise<GroupName[]> {
  const { rows } = await sql<GroupName>`
    select id, kind, name, authority_id as "authorityId" from organisations
    where kind = any (${kinds}::text[]) and valid_to is null order by name collate "fr-x-icu"`.execute(db)
  return rows
}

export async function findNamesake(db: Db, group: { kind: OrganisationKind; name: string; authorityId: string | null }): Promise<{ id: string } | null> {
  const { rows } = await sql<{ id: string }>`
    select id from organisations where kind = ${group.kind} and fold_name(name) = fold_name(${group.name})
      and authority_id is not distinct from ${group.authorityId} limit 1`.execute(db)
  return rows[0] ?? null
}

export interface NewGroup {
  id: string
  kind: OrganisationKind
  name: string
  authorityId: string | null
  validFrom: string
}

export async function insertGroup(db: Db, group: NewGroup): Promise<void> {
  await sql`insert into organisations (id, kind, name, authority_id, valid_from)
    values (${group.id}, ${group.kind}, ${group.name}, ${group.authorityId}, ${group.validFrom})`.execute(db)
}

export interface HeldRole {
  mandateId: string
  personId: string
  name: string
  role: string
  validFrom: string
}

/** Who has a role there on the day. */
export async function listHolders(db: Db, organisationId: string, day: string): Promise<HeldRole[]> {
  const { rows } = await sql<HeldRole>`
    select m.id as "mandateId", p.id as "personId", p.name, m.role, m.valid_from as "validFrom" from mandates m join persons p on p.id = m.person_id
    where m.organisation_id = ${organisationId} and m.valid_from <= ${day} and (m.valid_to is null or m.valid_to >= ${day})
    order by p.name collate "fr-x-icu"`.execute(db)
  return rows
}
