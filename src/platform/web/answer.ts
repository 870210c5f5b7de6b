import type { Html } from '../../ui/html.ts'

export interface Crumb {
  text: string
  href: string
}

/** One page as a feature gives it; the shell puts the house around it. */
export interface Page {
  title: string
  body: Html
  breadcrumbs?: readonly Crumb[]
  /** Which entry of the main navigation is current. */
  here?: string
  /** Custom elements that this page gains from: names of files in browser/, without ending. */
  scripts?: readonly string[]
  /** Sign-in and error pages: no navigation. */
  plain?: boolean
  /** Boards and tables that want the whole width. */
  wide?: boolean
}

export interface CookieChange {
  name: string
  /** null deletes the cookie. */
  value: string | null
  /** Seconds; absent means until the browser closes. */
  maxAge?: number
}

export type Answer =
  | { kind: 'page'; status: number; page: Page; cookies?: readonly CookieChange[]; keep?: boolean }
  /** A whole page of its own, without the house around it. */
  | { kind: 'document'; html: Html }
  | { kind: 'redirect'; to: string; notice?: string; cookies?: readonly CookieChange[] }
  /** A stream holds what the handler read: it is sent when the transaction is over. */
  | { kind: 'file'; name: string; mediaType: string; bytes: Uint8Array | ReadableStream<Uint8Array> }
  | { kind: 'json'; status: number; body: object }
  | { kind: 'problem'; problem: 'not-found' }
  | { kind: 'problem'; problem: 'forbidden'; sentence?: string; wayOut?: Crumb }

export const page = (value: Page): Answer => ({ kind: 'page', status: 200, page: value })

/** A form that comes back filled, with its reasons. Nothing that the handler did is kept, unless `keep`. */
export const invalid = (value: Page, options: { keep?: boolean } = {}): Answer => ({ kind: 'page', status: 422, page: value, ...options })

/** After a change: where to go (303), and the sentence said there once. */
export const redirect = (to: string, notice?: string): Extract<Answer, { kind: 'redirect' }> =>
  notice ? { kind: 'redirect', to, notice } : { kind: 'redirect', to }

export const json = (body: object, status = 200): Answer => ({ kind: 'json', status, body })

export const download = (name: string, mediaType: string, bytes: Uint8Array | ReadableStream<Uint8Array>): Answer => ({ kind: 'file', name, mediaType, bytes })

/** The same page, byte for byte, for what does not exist and for what belongs to others. */
export const notFound = (): Answer => ({ kind: 'problem', problem: 'not-found' })

/** The object is the caller's to see, but this step is not hers; says why and where to go instead. */
export const forbidden = (sentence?: string, wayOut?: Crumb): Answer => ({
  kind: 'problem',
  problem: 'forbidden',
  ...(sentence ? { sentence } : {}),
  ...(wayOut ? { wayOut } : {}),
})
