import type { CookieChange } from './answer.ts'

/** Over https, names carry the __Host- prefix, so that no other site of the domain can set them. */
export const cookieName = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name)

export function parseCookies(header: string | undefined, secure: boolean): Record<string, string> {
  const cookies: Record<string, string> = {}
  const prefix = secure ? '__Host-' : ''
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim()
    if (at > 0 && name.startsWith(prefix)) cookies[name.slice(prefix.length)] = part.slice(at + 1).trim()
  }
  return cookies
}

export function formatCookie(change: CookieChange, secure: boolean): string {
  const parts = [`${cookieName(change.name, secure)}=${change.value ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax']
  if (secure) parts.push('Secure')
  if (change.value === null) parts.push('Max-Age=0')
  else if (change.maxAge !== undefined) parts.push(`Max-Age=${change.maxAge}`)
  return parts.join('; ')
}
