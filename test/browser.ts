import type { FreshSite } from './fresh-database.ts'

/** A browser without JavaScript: keeps cookies, follows redirects, sends the forms of the page it is on with what they hold. */
export interface Browser {
  /** The page it is on. */
  readonly text: string
  readonly status: number
  /** Path and query it ended on. */
  readonly path: string
  open(path: string): Promise<void>
  /** Sends the form with this action, its fields as drawn but for those given; several values are boxes ticked. The values of hidden fields may be changed too. */
  send(action: string, fields?: Record<string, string | File | readonly string[]>): Promise<void>
  cookie(name: string): string | undefined
  setCookie(name: string, value: string | null): void
  /** Names and values of the fields of a form of the page. */
  fieldsOf(action: string): [string, string][]
}

export function browser(site: FreshSite, headers: Record<string, string> = {}): Browser {
  const jar = new Map<string, string>()
  const state = { text: '', status: 0, path: '/' }
  const request = async (path: string, init: RequestInit = {}): Promise<void> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const referer = `http://localhost:3000${state.path}`
    const sent = { 'accept-language': 'fr', 'sec-fetch-site': 'same-origin', referer, ...(cookie ? { cookie } : {}), ...headers }
    const response = await site.app.request(`http://localhost:3000${path}`, { ...init, headers: sent })
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line)
    const location = response.headers.get('location')
    if (response.status === 303 && location) return request(location)
    Object.assign(state, { text: await response.text(), status: response.status, path })
  }
  return {
    get text() {
      return state.text
    },
    get status() {
      return state.status
    },
    get path() {
      return state.path
    },
    open: (path) => request(path),
    send: async (action, fields = {}) => {
      const drawn = fieldsOf(state.text, action)
      const body = new FormData()
      for (const [name, value] of drawn) if (!(name in fields)) body.append(name, value)
      for (const [name, given] of Object.entries(fields))
        for (const value of typeof given === 'string' || given instanceof File ? [given] : given) body.append(name, value)
      await request(action, { method: 'POST', body })
    },
    cookie: (name) => jar.get(name),
    setCookie: (name, value) => {
      if (value === null) jar.delete(name)
      else jar.set(name, value)
    },
    fieldsOf: (action) => fieldsOf(state.text, action),
  }
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  if (/max-age=0/i.test(line)) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
}

const readText = (text: string): string =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name] ?? '')

const attribute = (tag: string, name: string): string | undefined => {
  const found = tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]
  return found === undefined ? undefined : readText(found)
}

/** What a browser would send of the form, as drawn. Throws when the page has no such form. */
function fieldsOf(page: string, action: string): [string, string][] {
  const forms = [...page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)]
  const found =
    forms.find((form) => attribute(form[1] ?? '', 'action') === action && attribute(form[1] ?? '', 'method') !== 'get') ??
    page.match(new RegExp(`<form([^>]*)>([\\s\\S]*?formaction="${action}"[\\s\\S]*?)</form>`))
  if (!found) throw new Error(`the page has no form for ${action}: ${forms.map((form) => attribute(form[1] ?? '', 'action')).join(', ')}`)
  return [...(found[2] ?? '').matchAll(/<input([^>]*)>|<textarea([^>]*)>\n?([\s\S]*?)<\/textarea>/g)].flatMap((match): [string, string][] => {
    const tag = match[1] ?? match[2] ?? ''
    const name = attribute(tag, 'name')
    const choice = /type="(radio|checkbox)"/.test(tag)
    if (!name || (choice && !/\schecked/.test(tag))) return []
    return [[name, match[3] === undefined ? (attribute(tag, 'value') ?? '') : readText(match[3])]]
  })
}
