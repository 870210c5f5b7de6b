import type { Form } from '../../../platform/web/form.ts'
import type { Scale } from '../../frameworks/scale.ts'
import { readGiven } from './rules.ts'
import type { SentAnswer } from './store.ts'

export const readVersion = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : 0)

/** What a form sends for one question; `suffix` ends the names of its fields where the form holds several. */
export function readSent(form: Form, itemId: string, scale: Scale | null, suffix = ''): SentAnswer {
  const given = readGiven(scale ?? { kind: 'none' }, form.text(`choice${suffix}`), form.text(`reason${suffix}`))
  return { itemId, version: readVersion(form.text(`version${suffix}`)), ...given }
}
