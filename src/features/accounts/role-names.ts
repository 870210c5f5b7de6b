import type { Language } from '../../platform/language.ts'
import type { Role } from '../../platform/session.ts'

/** What each role is called on screen and in mails. */
export const roleNames: Record<Language, Record<Role, string>> = {
  fr: {
    head: 'Chef d’établissement',
    lead: 'Pilote de la démarche',
    member: 'Membre d’équipe',
    referent: 'Référent Qualéduc',
    national: 'Équipe nationale',
    operator: 'Exploitation du site',
  },
  en: {
    head: 'Head of school',
    lead: 'Quality lead',
    member: 'Team member',
    referent: 'Qualéduc referent',
    national: 'National team',
    operator: 'Site operation',
  },
}
