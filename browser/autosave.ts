// Saves answers as they are typed, and says so beside the field. What is typed stays in the browser until the server has it.

interface Words {
  pending: string
  saving: string
  lost: string
  seconds: string
  session: string
  signIn: string
  retry: string
  other: string
  refused: string
  tooLong: string
  copy: string
  copied: string
  conflictTitle: string
  keepMine: string
  takeStored: string
}

type Values = Record<string, string>

/** What the server says of one save. */
interface Reply {
  saved: boolean
  reason?: string
  message?: string
  version?: number
  fields?: Values
  shown?: string[]
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const firstRetry = 2
const longestRetry = 30
const typingPause = 900

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
const same = (one: Values, other: Values): boolean => JSON.stringify(one) === JSON.stringify(other)

function make<Name extends keyof HTMLElementTagNameMap>(name: Name, text: string, className = ''): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.textContent = text
  if (className) element.className = className
  return element
}

/** Fields that are saved together, with their own version, state and draft. */
class Unit {
  element: HTMLElement
  page: AutoSave
  state: HTMLElement
  version: HTMLInputElement
  to: string
  suffix: string
  acknowledged: Values
  /** Sent, not yet acknowledged: sent again as it was, so that a lost answer is not taken for somebody else's change. */
  underWay: Values | null = null
  working: Promise<void> | null = null
  /** Waits for a person: signed out, refused, two texts to choose from. */
  halted = ''
  wake: () => void = () => {}
  timer: ReturnType<typeof setTimeout> | undefined

  constructor(element: HTMLElement, page: AutoSave) {
    this.element = element
    this.page = page
    this.to = element.dataset['saveTo'] ?? ''
    this.suffix = element.dataset['suffix'] ?? ''
    this.state = element.querySelector<HTMLElement>('.q-saved__state') ?? element.appendChild(make('div', '', 'q-status'))
    this.version = element.querySelector(`input[name="version${this.suffix}"]`) ?? document.createElement('input')
    this.version.value = this.version.defaultValue
    this.resetToServer()
    this.acknowledged = this.read()
    this.restoreDraft()
    element.addEventListener('input', (event) => this.changed(event.target instanceof HTMLTextAreaElement ? typingPause : 0))
    element.addEventListener('focusout', () => this.isUnsaved() && this.changed(0))
  }

  controls(): Control[] {
    const all = [...this.element.querySelectorAll<Control>('input, textarea, select')]
    return all.filter((control) => control !== this.version && control.name.endsWith(this.suffix))
  }

  nameOf(control: Control): string {
    return control.name.slice(0, control.name.length - this.suffix.length)
  }

  read(): Values {
    const values: Values = {}
    for (const control of this.controls()) {
      if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox') && !control.checked) continue
      values[this.nameOf(control)] = control.value
    }
    return values
  }

  write(values: Values): void {
    for (const control of this.controls()) {
      const value = values[this.nameOf(control)] ?? ''
      if (control instanceof HTMLInputElement && control.type === 'radio') control.checked = control.value === value
      else control.value = value
    }
  }

  // A browser may fill the fields again with what they held before a reload; what counts is the server's text and our own draft.
  resetToServer(): void {
    for (const control of this.controls()) {
      if (control instanceof HTMLInputElement && control.type === 'radio') control.checked = control.defaultChecked
      else if (!(control instanceof HTMLSelectElement)) control.value = control.defaultValue
    }
  }

  draftKey(): string {
    return `draft ${this.page.person} ${this.to}`
  }

  keepDraft(): void {
    try {
      if (this.isUnsaved())
        sessionStorage.setItem(this.draftKey(), JSON.stringify({ values: this.read(), underWay: this.underWay, version: this.version.value }))
      else sessionStorage.removeItem(this.draftKey())
    } catch {
      // The browser keeps nothing, or the text is too large for it: leaving the page still asks first.
    }
  }

  restoreDraft(): void {
    const kept = sessionStorage.getItem(this.draftKey())
    if (!kept) return
    const draft: { values: Values; underWay: Values | null; version: string } = JSON.parse(kept)
    if (!same(draft.values, this.acknowledged)) {
      this.write(draft.values)
      const arrived = draft.underWay !== null && same(draft.underWay, this.acknowledged)
      if (!arrived) this.version.value = draft.version
    }
    this.keepDraft()
    if (this.isUnsaved()) this.changed(0)
  }

  isUnsaved(): boolean {
    return this.underWay !== null || !same(this.read(), this.acknowledged)
  }

  changed(pause: number): void {
    this.keepDraft()
    if (!this.isUnsaved() || this.halted === 'conflict' || this.halted === 'other') return
    if (Object.values(this.read()).some((text) => text.length > this.page.limit)) return this.say(this.page.words.tooLong)
    if (!this.working) this.say(this.page.words.pending)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), pause)
  }

  /** Ends when everything is saved, or when it cannot be without a person. */
  save(): Promise<void> {
    this.halted = ''
    clearTimeout(this.timer)
    this.working ??= this.saveAll().finally(() => (this.working = null))
    return this.working
  }

  async saveAll(): Promise<void> {
    let pause = firstRetry
    while (this.isUnsaved() && !this.halted) {
      this.say(this.page.words.saving)
      const values = this.underWay ?? this.read()
      this.underWay = values
      this.keepDraft()
      const reply = await this.page.post(this.to, { ...values, version: this.version.value })
      if (reply === 'lost') {
        await this.countDown(pause)
        pause = Math.min(pause * 2, longestRetry)
        continue
      }
      pause = firstRetry
      this.underWay = null
      if (reply.saved) this.accept(values, reply)
      else this.halt(reply)
      this.keepDraft()
    }
  }

  accept(values: Values, reply: Reply): void {
    this.acknowledged = values
    this.version.value = String(reply.version ?? this.version.value)
    if (!this.isUnsaved()) this.say(reply.message ?? '')
    this.page.showProgress()
  }

  halt(reply: Reply): void {
    const { words } = this.page
    this.halted = reply.reason ?? 'refused'
    const again = make('button', words.retry, 'q-button-quiet')
    again.type = 'button'
    again.addEventListener('click', () => void this.save())
    if (this.halted === 'conflict') return this.showBoth(reply)
    if (this.halted === 'other') return this.say(words.other, this.copyButton())
    if (this.halted !== 'session') return this.say(reply.message ? `${reply.message} ${words.refused}` : words.refused, this.copyButton())
    const link = make('a', words.signIn, 'govuk-link')
    link.href = this.page.getAttribute('sign-in') ?? '/'
    link.target = '_blank'
    this.say(words.session, link, again)
  }

  showBoth(reply: Reply): void {
    const { words } = this.page
    const lines = (reply.shown ?? []).map((line) => make('p', line, 'govuk-body'))
    const mine = make('button', words.keepMine, 'govuk-button govuk-button--secondary')
    const stored = make('button', words.takeStored, 'govuk-button govuk-button--secondary')
    const buttons = make('div', '', 'q-buttons')
    mine.type = stored.type = 'button'
    mine.addEventListener('click', () => this.settle(reply, this.read()))
    stored.addEventListener('click', () => this.settle(reply, reply.fields ?? {}))
    buttons.append(mine, stored)
    const block = make('div', '', 'q-callout q-callout--info')
    block.append(make('h2', words.conflictTitle, 'govuk-heading-s'), ...lines, buttons)
    this.say(reply.message ?? '', block)
  }

  settle(reply: Reply, values: Values): void {
    this.version.value = String(reply.version ?? this.version.value)
    this.acknowledged = { ...this.acknowledged, ...reply.fields }
    this.write(values)
    this.halted = ''
    this.say('')
    this.keepDraft()
    void this.save()
  }

  copyButton(): HTMLElement {
    const copy = make('button', this.page.words.copy, 'q-button-quiet')
    copy.type = 'button'
    copy.addEventListener('click', () => {
      void navigator.clipboard.writeText(Object.values(this.read()).join('\n\n')).then(() => (copy.textContent = this.page.words.copied))
    })
    return copy
  }

  async countDown(seconds: number): Promise<void> {
    const left = make('span', '')
    left.ariaHidden = 'true'
    this.say(`${this.page.words.lost} `, left)
    let skip = false
    const woken = new Promise<void>((done) => {
      this.wake = () => {
        skip = true
        done()
      }
    })
    for (let second = seconds; second > 0 && !skip; second--) {
      left.textContent = `${second} ${this.page.words.seconds}`
      await Promise.race([wait(1000), woken])
    }
  }

  say(text: string, ...more: Node[]): void {
    this.state.replaceChildren(text, ...more.flatMap((node) => [' ', node]))
  }
}

class AutoSave extends HTMLElement {
  words: Words = JSON.parse(this.getAttribute('words') ?? '{}')
  person = this.getAttribute('person') ?? ''
  limit = Number(this.getAttribute('limit') ?? Infinity)
  units: Unit[] = []
  leaving = false

  connectedCallback(): void {
    if (this.units.length > 0) return
    this.units = [...this.querySelectorAll<HTMLElement>('[data-save-to]')].map((element) => new Unit(element, this))
    this.addEventListener('submit', (event) => this.submitted(event))
    addEventListener('beforeunload', (event) => {
      if (!this.leaving && this.units.some((unit) => unit.isUnsaved())) event.preventDefault()
    })
    addEventListener('online', () => this.units.forEach((unit) => unit.wake()))
    addEventListener('pageshow', (event) => event.persisted && location.reload())
    document.addEventListener('visibilitychange', () => this.units.filter((unit) => unit.isUnsaved()).forEach((unit) => this.resume(unit)))
  }

  // Leaving for another tab saves at once; coming back from signing in tries again.
  resume(unit: Unit): void {
    unit.wake()
    if (document.hidden ? !unit.halted : unit.halted === 'session') void unit.save()
  }

  // The button sends the form once everything typed is saved, so that the page it leads to is up to date.
  submitted(event: SubmitEvent): void {
    const form = event.target
    if (this.leaving || !(form instanceof HTMLFormElement)) return
    const unsaved = this.units.filter((unit) => unit.isUnsaved() && form.contains(unit.element))
    if (unsaved.length === 0) {
      this.leaving = true
      return
    }
    event.preventDefault()
    void Promise.all(unsaved.map((unit) => unit.save())).then(() => {
      if (unsaved.some((unit) => unit.isUnsaved())) return unsaved.find((unit) => unit.isUnsaved())?.state.scrollIntoView({ block: 'center' })
      form.requestSubmit(event.submitter)
    })
  }

  // A page with a single question does not know of the others.
  showProgress(): void {
    const bar = this.querySelector('progress')
    const text = this.querySelector('.q-progress__text')
    if (!bar || !text || this.units.length < 2) return
    bar.value = this.units.filter((unit) => Object.values(unit.acknowledged).some((value) => value !== '' && value !== 'worded')).length
    text.textContent = (text.textContent ?? '').replace(/^\d+/, String(bar.value))
  }

  /** 'lost' when the server could not be reached or was not ready: to be sent again as it is. */
  async post(to: string, values: Values, secondTry = false): Promise<Reply | 'lost'> {
    const token = this.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value ?? ''
    try {
      const body = new URLSearchParams({ ...values, _csrf: token })
      const response = await fetch(to, { method: 'POST', body, headers: { accept: 'application/json' }, signal: AbortSignal.timeout(15_000) })
      if (response.status >= 500 || response.status === 429) return 'lost'
      const isJson = (response.headers.get('content-type') ?? '').startsWith('application/json')
      const reply: Reply = isJson ? await response.json() : { saved: false, reason: 'refused' }
      const stale = reply.reason === 'session' || (!isJson && response.status === 403)
      return stale && !secondTry ? await this.renew(to, values, reply) : reply
    } catch {
      return 'lost'
    }
  }

  /** Signed in again in another tab: takes the new page's token, unless the new page is somebody else's. */
  async renew(to: string, values: Values, refused: Reply): Promise<Reply | 'lost'> {
    const response = await fetch(location.href, { headers: { accept: 'text/html' } })
    if (response.status >= 500) return 'lost'
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html')
    const person = fresh.querySelector('auto-save')?.getAttribute('person')
    const token = fresh.querySelector<HTMLInputElement>('auto-save input[name="_csrf"]')?.value
    if (!person || !token)
      return refused.reason === 'session' ? refused : { saved: false, reason: 'refused', message: `${fresh.querySelector('h1')?.textContent ?? ''}.` }
    if (person !== this.person) return { saved: false, reason: 'other' }
    for (const field of this.querySelectorAll<HTMLInputElement>('input[name="_csrf"]')) field.value = token
    return this.post(to, values, true)
  }
}

customElements.define('auto-save', AutoSave)
export {}
