import { randomBytes } from 'node:crypto'
import { gzipSync, brotliCompressSync, constants } from 'node:zlib'
import { batched } from '../../../platform/batched.ts'
import type { Assets } from '../../../platform/web/assets.ts'
import { doorHeaders } from '../../../platform/web/door.ts'
import type { Door, Knock } from '../../../platform/web/door.ts'
import type { Form } from '../../../platform/web/form.ts'
import { acceptedEncoding } from '../../../platform/web/response.ts'
import type { Services } from '../../../platform/web/route.ts'
import type { Html } from '../../../ui/html.ts'
import { urls } from '../../../urls.ts'
import { digestOfCode, digestOfTicket, readCode } from '../ballots/codes.ts'
import { answeringLanguages } from '../questionnaire/answering-words.ts'
import { findDoors } from './find-door.ts'
import type { Shut, SurveyDoor } from './find-door.ts'
import { formPage, nothingSent } from './form-page.ts'
import type { Filled } from './form-page.ts'
import { readingOf } from './frame.ts'
import type { Reading, Wished } from './frame.ts'
import { codePage, reviewPage, sentencePage, thanksPage } from './other-pages.ts'
import { PartViews } from './part-views.ts'
import type { PartView } from './part-view.ts'
import { readAnswers } from './read-answers.ts'
import type { Sent } from './read-answers.ts'
import { submitBallot } from './submit.ts'
import { WrongCodes } from './throttle.ts'

const addresses = new WeakMap<Services, Reading['assets']>()

/** What these pages load, for who shows one of them elsewhere. */
export const answeringAssets = (services: Services): Reading['assets'] => addresses.get(services) ?? { css: '', script: '' }

/** The ways in of who answers a survey: nothing here knows, keeps or logs who it is. */
export function answeringDoors(services: Services, assets: Assets): Door[] {
  const answering = new Answering(services, assets)
  addresses.set(services, answering.assets)
  const sorry: Door['sorry'] = (knock, status) => answering.sorry(knock, status)
  return [
    { method: 'get', pattern: urls.answering.door.pattern, answer: (knock) => answering.type(knock), sorry },
    { method: 'get', pattern: urls.answering.form.pattern, answer: (knock) => answering.open(knock), sorry },
    { method: 'post', pattern: urls.answering.form.pattern, answer: (knock) => answering.receive(knock), sorry },
  ]
}

interface Entered {
  door: SurveyDoor
  digest: Buffer
  view: PartView
  reading: Reading
}

class Answering {
  #services: Services
  readonly assets: Reading['assets']
  #findDoor: (digest: Uint8Array) => Promise<SurveyDoor | null>
  #views: PartViews
  #wrong = new WrongCodes()
  #headers: Record<string, string>
  /** Pages that are the same for everybody who opens them, as they are sent. */
  #pages = new Map<string, { view: PartView; bytes: Uint8Array<ArrayBuffer> }>()

  constructor(services: Services, assets: Assets) {
    this.#services = services
    this.assets = { css: assets.answerCss, script: assets.script('answer-survey') }
    this.#findDoor = batched(200, (digests: readonly Uint8Array[]) => findDoors(services.pool, digests))
    this.#views = new PartViews(services.pool)
    this.#headers = doorHeaders(services.config.baseUrl.startsWith('https://'))
  }

  /** Where a code from a sheet of paper is typed. */
  async type(knock: Knock): Promise<Response> {
    const typed = knock.query.get('code')
    if (typed === null) return this.#page(knock, codePage(this.#plain(knock), null), 200)
    const code = readCode(typed)
    if (!code) return this.#unknown(knock, typed)
    const { tag } = this.#plain(knock)
    return this.#redirect(`${urls.answering.form({ token: code })}${tag === 'fr' ? '' : `?l=${tag}`}`)
  }

  async open(knock: Knock): Promise<Response> {
    const entered = await this.#enter(knock)
    if (entered instanceof Response) return entered
    const { door, view, reading } = entered
    const thanked = knock.query.has('merci') && (door.shut === null || door.shut === 'ending' || door.shut === 'ended')
    if (thanked) return this.#page(knock, thanksPage(view, reading, door.kind === 'personal'), 200)
    if (door.shut) return this.#shut(knock, reading, door.shut)
    // A personal code that has served shows the same page: who gave the sheet to somebody does not learn whether it was used.
    if (door.kind !== 'personal' && door.used) return this.#page(knock, sentencePage(reading, reading.words.sessionFull), 409)
    return door.kind === 'personal' ? this.#shared(knock, entered) : this.#page(knock, formPage(view, reading, nothingSent, newTicket()), 200)
  }

  async receive(knock: Knock): Promise<Response> {
    const entered = await this.#enter(knock)
    if (entered instanceof Response) return entered
    const { door, view, reading } = entered
    // A session's end does not throw away what was being written.
    if (door.shut && door.shut !== 'ending') return this.#shut(knock, reading, door.shut)
    const form = await knock.form()
    if (!form) return this.#page(knock, sentencePage(reading, reading.words.problem['too-long']), 413)
    const sent = sentOf(view, form)
    const ticket = door.kind === 'personal' ? null : form.text('_ticket')
    const read = readAnswers(view.questions, sent, view.freeText)
    const step = form.text('_step')
    const again = (filled: Filled, status: number): Promise<Response> => this.#page(knock, formPage(view, reading, filled, ticket), status)
    // To change an answer, or to read the page in another way: nothing is held against what is still being written.
    if (step === 'change') return again({ sent, problems: [] }, 200)
    if (read.problems.length > 0) return again({ sent, problems: read.problems }, 422)
    if (step !== 'send') return this.#page(knock, reviewPage(view, reading, sent, read, ticket), 200)
    if (ticket !== null && !/^[0-9a-f]{32}$/.test(ticket)) return again({ sent, problems: [] }, 422)
    const entrance = { digest: entered.digest, ticket: ticket === null ? null : digestOfTicket(entered.digest, ticket), groups: door.groups }
    const outcome = await submitBallot(this.#services, view, entrance, read)
    if (outcome === 'taken' || outcome === 'before') return this.#redirect(`${urls.answering.form({ token: knock.params['token'] ?? '' })}${queryOf(reading)}`)
    if (outcome === 'full') return this.#page(knock, sentencePage(reading, reading.words.sessionFull), 409)
    return this.#shut(knock, reading, door.shut ?? 'over')
  }

  sorry(knock: Knock, status: 500 | 503): Response {
    const reading = this.#plain(knock)
    return new Response(String(sentencePage(reading, reading.words.comeBack)), { status, headers: { ...this.#headers, 'retry-after': '5' } })
  }

  async #enter(knock: Knock): Promise<Entered | Response> {
    const token = knock.params['token'] ?? ''
    const code = readCode(token)
    const now = Date.now()
    const digest = code ? digestOfCode(this.#services.secrets, code) : null
    const door = digest ? await this.#findDoor(digest) : null
    if (!door || !digest) {
      if (!this.#wrong.mayTry(knock.address, now)) {
        const plain = this.#plain(knock)
        return this.#page(knock, codePage(plain, { code: token, problem: plain.words.tooManyTries }), 429)
      }
      this.#wrong.wasWrong(knock.address, code !== null, now)
      return this.#unknown(knock, token)
    }
    const view = await this.#views.find(door.partId, door.schoolId, door.shut !== 'early')
    if (!view) return this.#unknown(knock, token)
    const reading = readingOf(wishedOf(knock, view), view.audience, this.assets)
    return { door, digest, view, reading }
  }

  #unknown(knock: Knock, code: string): Promise<Response> {
    const plain = this.#plain(knock)
    return this.#page(knock, codePage(plain, { code, problem: plain.words.codeUnknown }), 404)
  }

  #shut(knock: Knock, reading: Reading, why: Shut): Promise<Response> {
    const { words } = reading
    const sentences: Record<Shut, string> = { early: words.surveyEarly, ending: words.sessionEnded, ended: words.sessionEnded, over: words.surveyOver }
    return this.#page(knock, sentencePage(reading, sentences[why]), why === 'early' ? 409 : 410)
  }

  /** Nothing of the code is in the form's page, so that it is drawn and compressed once for all who read it the same way. */
  async #shared(knock: Knock, { view, reading }: Entered): Promise<Response> {
    const encoding = acceptedEncoding(knock.header('accept-encoding'))
    const name = [view.partId, view.schoolId, encoding, reading.tag, reading.besideFrench, reading.simple, reading.large].join(' ')
    let kept = this.#pages.get(name)
    if (kept?.view !== view) {
      kept = { view, bytes: compressed(formPage(view, reading, nothingSent, null), encoding, 9) }
      this.#pages.delete(name)
      this.#pages.set(name, kept)
      const oldest = this.#pages.keys().next()
      if (this.#pages.size > 300 && !oldest.done) this.#pages.delete(oldest.value)
    }
    return new Response(kept.bytes, { headers: encoding ? { ...this.#headers, 'content-encoding': encoding } : this.#headers })
  }

  async #page(knock: Knock, page: Html, status: number): Promise<Response> {
    const encoding = acceptedEncoding(knock.header('accept-encoding'))
    return new Response(compressed(page, encoding, 4), { status, headers: encoding ? { ...this.#headers, 'content-encoding': encoding } : this.#headers })
  }

  #redirect(to: string): Response {
    return new Response(null, { status: 303, headers: { ...this.#headers, location: to } })
  }

  /** Before anything is known: in the reader's language where it is one of ours. */
  #plain(knock: Knock): Reading {
    return readingOf({ tag: languageOf(knock, answeringLanguages), besideFrench: false, simple: false, large: false }, 'family', this.assets)
  }
}

function compressed(page: Html, encoding: 'br' | 'gzip' | null, quality: number): Uint8Array<ArrayBuffer> {
  const text = String(page)
  if (encoding === 'br') return new Uint8Array(brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }))
  return new Uint8Array(encoding === 'gzip' ? gzipSync(text, { level: quality }) : Buffer.from(text))
}

const newTicket = (): string => randomBytes(16).toString('hex')

function sentOf(view: PartView, form: Form): Sent {
  return Object.fromEntries(view.questions.map((question) => [question.code, form.all(question.code)]))
}

function wishedOf(knock: Knock, view: PartView): Wished {
  const { query } = knock
  return {
    tag: languageOf(
      knock,
      view.definition.languages.map((language) => language.tag),
    ),
    besideFrench: query.has('f'),
    simple: query.has('s'),
    large: query.has('g'),
  }
}

/** The one that was chosen, else French: a survey is never guessed into a language in which nobody has read it again. */
function languageOf(knock: Knock, known: readonly string[]): string {
  const wished = knock.query.get('l') ?? ''
  return known.includes(wished) ? wished : 'fr'
}

function queryOf({ tag, large }: Reading): string {
  return `?${new URLSearchParams([['merci', '1'], ...(tag === 'fr' ? [] : [['l', tag]]), ...(large ? [['g', '1']] : [])])}`
}
