import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import type { CookieChange } from './answer.ts'
import type { Assets } from './assets.ts'
import { formatCookie } from './cookies.ts'

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

/** Headers of every answer (safety.md, sign-in). */
export function securityHeaders(secure: boolean): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}

type Encoding = 'br' | 'gzip' | null

export function acceptedEncoding(header: string | undefined): Encoding {
  const accepted = (header ?? '').split(',').map((part) => part.split(';')[0]?.trim())
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : null
}

/** Below this many bytes, compressing costs more than it saves. */
const worthCompressing = 1024

/** Up to this many characters, a page is compressed at once, in well under a millisecond: handing it to another thread costs twice as much. */
const quickToCompress = 128 * 1024

async function compress(text: string, encoding: Encoding): Promise<Uint8Array<ArrayBuffer> | string> {
  if (!encoding || text.length < worthCompressing) return text
  const quick = text.length <= quickToCompress
  if (encoding === 'gzip') return quick ? gzipSync(text, gzipOptions) : new Uint8Array(await gzipped(text, gzipOptions))
  const options = brotliOptions(text.length)
  return quick ? brotliCompressSync(text, options) : new Uint8Array(await brotli(text, options))
}

const gzipOptions = { level: 4 }

// A page needs no window of 4 MB, which would be set up and thrown away for each.
const brotliOptions = (length: number) => ({
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 1,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_LGWIN]: 16,
    [constants.BROTLI_PARAM_SIZE_HINT]: length,
  },
})

export interface Head {
  status: number
  secure: boolean
  cookies: readonly CookieChange[]
  extra?: Record<string, string>
}

/** A text answer that nobody on the way may keep. */
export async function textResponse(text: string, mediaType: string, encodingHeader: string | undefined, head: Head): Promise<Response> {
  const encoding = acceptedEncoding(encodingHeader)
  const body = await compress(text, encoding)
  const headers = headersOf(head)
  headers.set('content-type', `${mediaType}; charset=utf-8`)
  headers.set('vary', 'Accept-Encoding')
  if (typeof body !== 'string' && encoding) headers.set('content-encoding', encoding)
  return new Response(body, { status: head.status, headers })
}

export function headersOf(head: Head): Headers {
  const headers = new Headers({ ...securityHeaders(head.secure), 'cache-control': 'no-store', ...head.extra })
  for (const cookie of head.cookies) headers.append('set-cookie', formatCookie(cookie, head.secure))
  return headers
}

/** Content-Disposition for a name that people gave: an ASCII form and the true one (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\/]/g, '_')
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain || 'document'}"; filename*=UTF-8''${exact}`
}

export function fileResponse(name: string, mediaType: string, bytes: Uint8Array | ReadableStream<Uint8Array>, head: Head): Response {
  const headers = headersOf(head)
  headers.set('content-type', mediaType)
  headers.set('content-disposition', attachment(name))
  return new Response(bytes instanceof Uint8Array ? new Uint8Array(bytes) : bytes, { status: head.status, headers })
}

export function assetResponse(assets: Assets, path: string, encodingHeader: string | undefined, secure: boolean): Response | null {
  const asset = assets.find(path)
  if (!asset) return null
  const encoding = acceptedEncoding(encodingHeader)
  const small = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : null
  const headers = new Headers({
    ...securityHeaders(secure),
    'content-type': asset.mediaType,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  })
  if (small && encoding) headers.set('content-encoding', encoding)
  return new Response(new Uint8Array(small ?? asset.bytes), { headers })
}
