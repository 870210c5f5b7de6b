import { html } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'

/** An address that breaks before its @ where the line is too short for it. */
export function mailAddress(text: string): Html {
  const at = text.lastIndexOf('@')
  return html`${text.slice(0, at)}<wbr>${text.slice(at)}`
}
