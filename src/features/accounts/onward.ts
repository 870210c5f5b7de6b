import { authorField } from '../../platform/web/form.ts'
import { authorMark } from '../../platform/web/forgery.ts'
import { addressOf } from '../../platform/web/route.ts'
import type { Ask, SignedIn } from '../../platform/web/route.ts'
import { hiddenField } from '../../ui/form.ts'
import { html, join } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { urls } from '../../urls.ts'

/** A change that was being sent when the session ended: where to, by whom, and its fields. */
export interface Kept {
  to: string
  /** The mark of the person for whom the form was drawn. */
  author: string
  entries: readonly [string, string][]
}

/** What comes after sign-in: a page, and perhaps a change to take up again. */
export interface Onward {
  next: string
  kept: Kept | null
}

/** A path of ours, never another site, never sign-in itself; the home page otherwise. */
export const safePath = (path: string): string => (/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(path) && !path.startsWith(urls.signIn()) ? path : urls.home())

export const onwardFromQuery = (ask: Ask): Onward => ({ next: safePath(ask.query.get('suite') ?? '/'), kept: null })

/** From the request that was interrupted. A button alone leaves nothing to keep: the person comes back to its page. */
export function onwardFromInterrupted(ask: Ask, entries: readonly [string, string][]): Onward {
  if (ask.method === 'get') return { next: safePath(addressOf(ask)), kept: null }
  if (entries.length === 0) return { next: safePath(ask.cameFrom ?? '/'), kept: null }
  return { next: urls.home(), kept: { to: addressOf(ask), author: ask.form.text(authorField), entries } }
}

/** Repeated hidden fields, so that the largest text travels as it is. */
export function onwardFields({ next, kept }: Onward): Html {
  if (!kept) return hiddenField({ name: 'next', value: next })
  const entries = join(
    kept.entries.map(([name, value]) => html`${hiddenField({ name: 'kept-name[]', value: name })}${hiddenField({ name: 'kept-value[]', value })}`),
  )
  return html`${hiddenField({ name: 'next', value: next })}${hiddenField({ name: 'kept-to', value: kept.to })}${hiddenField({ name: 'kept-author', value: kept.author })}${entries}`
}

export function onwardFromForm(ask: Ask): Onward {
  const next = safePath(ask.form.text('next'))
  const to = ask.form.text('kept-to')
  if (!to || safePath(to) !== to) return { next, kept: null }
  const values = ask.form.all('kept-value[]')
  const entries = ask.form.all('kept-name[]').map((name, index): [string, string] => [name, values[index] ?? ''])
  return { next, kept: { to, author: ask.form.text('kept-author'), entries } }
}

export const isAuthor = (ask: SignedIn, kept: Kept): boolean => kept.author === authorMark(ask.services.secrets, ask.caller.personId)
