import type { Generated } from 'kysely'
import type { Language } from '../../platform/language.ts'
import type { Role } from '../../platform/session.ts'

export type AccountTables = {
  persons: {
    id: string
    email: string
    name: string
    language: Language
    password_hash: string | null
    totp_secret: Uint8Array | null
    totp_confirmed_at: Date | null
    totp_last_step: number | null
    deactivated_at: Date | null
    created_at: Generated<Date>
    version: Generated<number>
  }
  mandates: {
    id: string
    person_id: string
    organisation_id: string
    role: Role
    /** 'YYYY-MM-DD' */
    valid_from: string
    valid_to: string | null
    created_by: string | null
    created_at: Generated<Date>
  }
  sessions: {
    id: string
    token_hash: Uint8Array
    person_id: string
    created_at: Generated<Date>
    seen_at: Generated<Date>
    expires_at: Date
    second_factor_at: Date | null
    device: string
  }
  access_tokens: {
    token_hash: Uint8Array
    purpose: 'invitation' | 'reset'
    person_id: string
    created_at: Generated<Date>
    expires_at: Date
    used_at: Date | null
  }
  recovery_codes: { person_id: string; code_hash: Uint8Array; used_at: Date | null }
  sign_in_failures: { at: Generated<Date>; address_hash: Uint8Array; account_hash: Uint8Array }
}
