import { randomUUID } from 'node:crypto'
import { recordActivity } from '../../platform/activity.ts'
import { applyScope, nobody } from '../../platform/database.ts'
import type { Db } from '../../platform/database.ts'
import { dayOf } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import { queueMail } from '../../platform/mail.ts'
import type { Caller, Role } from '../../platform/session.ts'
import { urls } from '../../urls.ts'
import { createLink, findLinkHolder, useLink, voidLinks } from './access-links.ts'
import { invitationMail, newRoleMail } from './mails.ts'
import { may } from './permissions.ts'
import { hashPassword } from './passwords.ts'
import { invitationDays, isEmail, isName, lastDayWhenEnded, roleFits, rolesGivenBy } from './rules.ts'
import {
  createMandate,
  createPerson,
  findMandate,
  findNation,
  findOrganisationName,
  findSignIn,
  getPerson,
  listMandatesOf,
  lockMandates,
  saveMandateEnd,
  savePassword,
  saveProfile,
} from './store.ts'
import type { OrganisationName } from './store.ts'

export interface Invitation {
  email: string
  /** The name that a new person will be asked to confirm; an existing one keeps her own. */
  name: string
  organisationId: string
  role: Role
  /** Language of the mail to a new person; an existing one is written to in her own. */
  language: Language
  actor: Caller
  /** Address of the site, without a slash at the end. */
  baseUrl: string
  now: Date
}

export type InvitationRefusal = 'bad-email' | 'bad-name' | 'no-such-organisation' | 'not-yours-to-give' | 'already-there'

/**
 * Gives a person a role in an organisation, from today. Somebody new gets an invitation by mail; somebody known gets a mail that says
 * so. The answer is the same in both cases: the inviter never learns whether the address had an account.
 */
export async function invitePerson(db: Db, invitation: Invitation): Promise<{ invited: true; mandateId: string } | { refused: InvitationRefusal }> {
  const { actor, organisationId, role, now } = invitation
  if (!isEmail(invitation.email)) return { refused: 'bad-email' }
  if (!isName(invitation.name)) return { refused: 'bad-name' }
  const organisation = await findOrganisationName(db, organisationId)
  if (!organisation) return { refused: 'no-such-organisation' }
  if (!rolesGivenBy(actor, organisation).includes(role)) return { refused: 'not-yours-to-give' }
  const given = await giveRole(db, { ...invitation, organisation, createdBy: actor.personId, inviter: actor.name })
  if ('refused' in given) return given
  await recordActivity(db, {
    organisationId,
    actorId: actor.personId,
    kind: 'mandate.given',
    subjectKind: 'mandate',
    subjectId: given.mandateId,
    detail: { role, day: dayOf(now) },
  })
  return { invited: true, mandateId: given.mandateId }
}

interface GivenRole {
  email: string
  name: string
  role: Role
  language: Language
  organisation: OrganisationName
  createdBy: string | null
  inviter: string | null
  baseUrl: string
  now: Date
}

/** `link` is null for somebody who can already sign in. */
async function giveRole(db: Db, given: GivenRole): Promise<{ mandateId: string; personId: string; link: string | null } | { refused: 'already-there' }> {
  const { organisation, role, now } = given
  const known = await findOrCreate(db, given)
  const today = dayOf(now)
  await lockMandates(db, organisation.id)
  const running = await listMandatesOf(db, organisation.id, today)
  if (running.some((mandate) => mandate.personId === known.personId && mandate.role === role)) return { refused: 'already-there' }
  const mandateId = randomUUID()
  await createMandate(db, { id: mandateId, personId: known.personId, organisationId: organisation.id, role, validFrom: today, createdBy: given.createdBy })
  const words = { role, organisation: organisation.name, inviter: given.inviter, language: known.language }
  if (known.passwordHash) {
    await queueMail(db, { to: given.email, ...newRoleMail({ ...words, link: `${given.baseUrl}${urls.signIn()}` }) })
    return { mandateId, personId: known.personId, link: null }
  }
  const expiresAt = new Date(now.getTime() + invitationDays * 86_400_000)
  const token = await createLink(db, { purpose: 'invitation', personId: known.personId, now, expiresAt })
  const link = `${given.baseUrl}${urls.invitation({ token })}`
  await queueMail(db, { to: given.email, ...invitationMail({ ...words, link, until: dayOf(expiresAt) }) })
  return { mandateId, personId: known.personId, link }
}

async function findOrCreate(db: Db, given: GivenRole): Promise<{ personId: string; passwordHash: string | null; language: Language }> {
  const known = await findSignIn(db, given.email)
  if (known) return known
  const id = randomUUID()
  if (await createPerson(db, { id, email: given.email, name: given.name, language: given.language }))
    return { personId: id, passwordHash: null, language: given.language }
  const meanwhile = await findSignIn(db, given.email)
  if (!meanwhile) throw new Error('an address is taken and yet not found')
  return meanwhile
}

export interface NewAccount {
  email: string
  name: string
  role: Role
  /** Absent for the operator and the national team, who belong to the nation. */
  organisationId?: string
  language: Language
  baseUrl: string
  now: Date
}

export type AccountRefusal = 'bad-email' | 'bad-name' | 'no-such-organisation' | 'role-does-not-fit' | 'already-there'

/**
 * The operator's own door (`create-account`): gives a role without an inviter, in a transaction whose scope is the operator's. `link` is the
 * invitation to hand over, null for somebody who can already sign in; the mail is queued all the same.
 */
export async function createAccount(
  db: Db,
  account: NewAccount,
): Promise<{ created: true; personId: string; mandateId: string; link: string | null } | { refused: AccountRefusal }> {
  if (!isEmail(account.email)) return { refused: 'bad-email' }
  if (!isName(account.name)) return { refused: 'bad-name' }
  const organisation = account.organisationId ? await findOrganisationName(db, account.organisationId) : await findNation(db)
  if (!organisation) return { refused: 'no-such-organisation' }
  if (!roleFits(account.role, organisation.kind)) return { refused: 'role-does-not-fit' }
  const given = await giveRole(db, { ...account, organisation, createdBy: null, inviter: null })
  if ('refused' in given) return given
  await recordActivity(db, {
    organisationId: organisation.id,
    actorId: null,
    kind: 'mandate.given',
    subjectKind: 'mandate',
    subjectId: given.mandateId,
    detail: { role: account.role },
  })
  return { created: true, ...given }
}

/** Sets the name, the language and the password of somebody invited; the link is used up. Null: the link no longer works. */
export async function acceptInvitation(
  db: Db,
  token: string,
  chosen: { name: string; language: Language; password: string; now: Date },
): Promise<{ personId: string } | null> {
  const holder = await findLinkHolder(db, token, 'invitation', chosen.now)
  if (!holder) return null
  await applyScope(db, { ...nobody, personId: holder.personId })
  if (!(await useLink(db, token, chosen.now))) return null
  const person = await getPerson(db, holder.personId)
  await saveProfile(db, holder.personId, { name: chosen.name, language: chosen.language }, person.version)
  await savePassword(db, holder.personId, await hashPassword(chosen.password))
  await voidLinks(db, holder.personId, chosen.now)
  await recordActivity(db, { organisationId: null, actorId: holder.personId, kind: 'invitation.accepted', subjectKind: 'person', subjectId: holder.personId })
  return { personId: holder.personId }
}

export type MandateRefusal = 'not-found' | 'not-yours-to-end' | 'last-head' | 'already-over'

/** Ends a mandate: access stops at the person's next request. A school never loses its last head this way, except by the operator. */
export async function endMandate(db: Db, ending: { mandateId: string; actor: Caller; now: Date }): Promise<{ ended: true } | { refused: MandateRefusal }> {
  const { actor, now } = ending
  const mandate = await findMandate(db, ending.mandateId)
  if (!mandate) return { refused: 'not-found' }
  const organisation = await findOrganisationName(db, mandate.organisationId)
  const own = mandate.personId === actor.personId && may(actor, 'school.inside', mandate)
  if (!organisation || !(own || rolesGivenBy(actor, organisation).includes(mandate.role))) return { refused: 'not-yours-to-end' }
  const today = dayOf(now)
  if (mandate.validTo !== null && mandate.validTo < today) return { refused: 'already-over' }
  await lockMandates(db, mandate.organisationId)
  const operator = actor.mandates.some((one) => one.role === 'operator')
  if (mandate.role === 'head' && !operator && !(await hasOtherHead(db, mandate.organisationId, mandate.id, today))) return { refused: 'last-head' }
  await saveMandateEnd(db, mandate.id, lastDayWhenEnded(today, mandate.validFrom))
  await recordActivity(db, {
    organisationId: mandate.organisationId,
    actorId: actor.personId,
    kind: 'mandate.ended',
    subjectKind: 'mandate',
    subjectId: mandate.id,
    detail: { role: mandate.role },
  })
  return { ended: true }
}

async function hasOtherHead(db: Db, organisationId: string, mandateId: string, today: string): Promise<boolean> {
  const running = await listMandatesOf(db, organisationId, today)
  return running.some((mandate) => mandate.role === 'head' && mandate.id !== mandateId)
}
