import type { Services } from './route.ts'
import type { CookieChange } from './answer.ts'
import type { AppOptions } from './app.ts'
import type { Outcome } from './decide.ts'
import { formMarks } from './forgery.ts'
import { problemPage } from './problems.ts'
import { fileResponse, headersOf, textResponse } from './response.ts'
import { languageOf } from './visit.ts'
import type { Visit } from './visit.ts'

const noticeCookie = 'notice'

/** An answer as HTTP: the page in its house, the redirect with its sentence, the file. */
export async function respond(options: AppOptions, visit: Visit, outcome: Outcome): Promise<Response> {
  const { answer, caller } = outcome
  const { secure } = visit
  const encoding = visit.header('accept-encoding')
  const language = languageOf(visit, caller)
  switch (answer.kind) {
    case 'page': {
      const noticeText = visit.cookies[noticeCookie]
      const cookies: CookieChange[] = [...(answer.cookies ?? [])]
      if (noticeText) cookies.push({ name: noticeCookie, value: null })
      const text = await options.shell({
        page: answer.page,
        caller,
        language,
        notice: noticeText ? readNotice(options.services, noticeText) : null,
        hidden: () => formMarks(options.services.secrets, caller),
        assets: options.assets,
        services: options.services,
      })
      const extra: Record<string, string> = answer.status === 503 ? { 'retry-after': '5' } : {}
      return textResponse(String(text), 'text/html', encoding, { status: answer.status, secure, cookies, extra })
    }
    case 'redirect': {
      const cookies: CookieChange[] = [...(answer.cookies ?? [])]
      if (answer.notice) cookies.push({ name: noticeCookie, value: writeNotice(options.services, answer.notice), maxAge: 60 })
      return new Response(null, { status: 303, headers: headersOf({ status: 303, secure, cookies, extra: { location: answer.to } }) })
    }
    case 'document':
      return textResponse(String(answer.html), 'text/html', encoding, { status: 200, secure, cookies: [] })
    case 'file':
      return fileResponse(answer.name, answer.mediaType, answer.bytes, { status: 200, secure, cookies: [] })
    case 'json':
      return textResponse(JSON.stringify(answer.body), 'application/json', encoding, { status: answer.status, secure, cookies: [] })
    case 'problem': {
      const { status, page } = answer.problem === 'forbidden' ? problemPage('forbidden', language, answer) : problemPage('not-found', language)
      return respond(options, visit, { ...outcome, answer: { kind: 'page', status, page } })
    }
  }
}

// The sentence travels in a cookie of one minute, signed so that nobody else can make our pages say something.
function writeNotice(services: Services, text: string): string {
  const plain = Buffer.from(text).toString('base64url')
  return `${plain}.${services.secrets.sign('notice', plain)}`
}

function readNotice(services: Services, cookie: string): string | null {
  const [plain = '', signature = ''] = cookie.split('.')
  return services.secrets.verify('notice', plain, signature) ? Buffer.from(plain, 'base64url').toString('utf8') : null
}
