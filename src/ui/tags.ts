import { html, type Html } from './html.ts'

/** States of work, never a verdict: `plain` not begun, `active` under way, `done` finished, `attention` awaits someone, `closed` put away. */
export type TagKind = 'plain' | 'active' | 'done' | 'attention' | 'closed'

export function tag(text: string, kind: TagKind = 'plain'): Html {
  return html`<strong class="q-tag q-tag--${kind}">${text}</strong>`
}
