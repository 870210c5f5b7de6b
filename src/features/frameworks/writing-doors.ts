import type { SignedIn } from '../../platform/web/route.ts'
import { may } from '../accounts/permissions.ts'

export interface WritingPlace {
  organisationId: string
  name: string
}

/** The organisations that the caller may write frameworks for, each once. */
export function writingPlaces(ask: SignedIn): WritingPlace[] {
  const open = ask.caller.mandates.filter((mandate) => may(ask.caller, 'framework.edit', mandate))
  return [...new Map(open.map(({ organisationId, name }) => [organisationId, { organisationId, name }])).values()]
}
