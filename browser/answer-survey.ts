// The answering page, easier: one question at a time on a small screen, read aloud, kept on this device, sent once the network is back.
// The page works without it. Nothing goes anywhere but to the page's own address.
// A question's code may be called as a form's own methods are: nothing is ever asked of the form itself.

/** An answer that has to go, and since when (ms) it waits. */
interface Waiting {
  url: string
  body: string
  at: number
}

interface Draft {
  at: number
  values: [string, string][]
}

/** What the site answered; else what failed, so that it is asked again later. */
type Answered = { page: Document; url: string | null } | 'offline' | 'down'

const queueName = 'answers-to-send'
const draftOf = (path: string): string => `answers ${path}`
const day = 86_400_000
const draftDays = 7
const queueDays = 30
const retryMs = 15_000
const patienceMs = 30_000

/** False with cookies blocked, or on a full device: then nothing is kept, and everything else goes on. */
function keep(name: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

function kept<T>(name: string): T | null {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

const queued = (): Waiting[] => (kept<Waiting[]>(queueName) ?? []).filter(({ at }) => !(at < Date.now() - queueDays * day))
const sameAs =
  (one: Waiting | null) =>
  (other: Waiting): boolean =>
    one?.url === other.url && one.body === other.body
const pathOf = ({ url }: Waiting): string => url.split('?')[0] ?? ''

function forgetOldDrafts(): void {
  try {
    for (const name of Object.keys(localStorage)) {
      if (name.startsWith('answers /') && !((kept<Draft>(name)?.at ?? 0) > Date.now() - draftDays * day)) keep(name, null)
    }
  } catch {
    /* nothing is kept */
  }
}

const said = (name: string): string => document.querySelector('main')?.dataset[name] ?? ''

function makeButton(words: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = words
  button.addEventListener('click', press)
  return button
}

const state = document.createElement('p')
const sentence = document.createElement('span')
const action = document.createElement('span')
state.className = 'state'
sentence.setAttribute('role', 'status')
state.append(sentence, ' ', action)

/** Says where the answer is, with what can be done about it. */
function say(words: string, button?: HTMLButtonElement): void {
  if (!state.isConnected) document.querySelector('.end')?.after(state)
  if (sentence.textContent !== words) sentence.textContent = words
  action.replaceChildren(...(button ? [button] : []))
  if (button) button.className = 'second'
}

const entriesOf = (form: HTMLFormElement): [string, string][] => [...new FormData(form)].map(([name, value]) => [name, String(value)])

function waitingOf(form: HTMLFormElement, step: string, to = ''): Waiting {
  const { pathname, search } = new URL(to, location.href)
  const body = new URLSearchParams(entriesOf(form))
  body.set('_step', step)
  return { url: pathname + search, body: String(body), at: Date.now() }
}

/** The page of a gateway, or of a site that is out of breath, is no answer. */
async function post({ url, body }: Waiting): Promise<Answered> {
  const limit = new AbortController()
  const timer = setTimeout(() => limit.abort(), patienceMs)
  try {
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body, signal: limit.signal })
    if (answer.status >= 500 || answer.status === 429) return 'down'
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    return page.querySelector('main form, [data-over]') ? { page, url: answer.redirected ? answer.url : null } : 'down'
  } catch {
    return 'offline'
  } finally {
    clearTimeout(timer)
  }
}

const isEnded = (page: Document): boolean => !page.querySelector('[data-answers], [data-review]')

/** What this very page has sent and the site has not taken yet: on a shared tablet, others may wait beside it. */
let own: Waiting | null = null
let isSending = false

/** Sends what waits, oldest first. The site takes each once, however often it is sent; so ours goes too when another tab has sent it. */
async function sendQueue(): Promise<void> {
  if (isSending) return
  isSending = true
  const queue = queued()
  let failed = ''
  for (const one of own && !queue.some(sameAs(own)) ? [...queue, own] : queue) {
    const answer = await post(one)
    if (typeof answer !== 'string') settle(one, answer)
    else failed = answer
    if (answer === 'offline') break
  }
  isSending = false
  if (own && failed) sendLater(own, failed)
}

function settle(one: Waiting, answer: Exclude<Answered, string>): void {
  const rest = queued().filter((other) => !sameAs(one)(other))
  keep(queueName, rest.length > 0 ? rest : null)
  if (isEnded(answer.page)) keep(draftOf(pathOf(one)), null)
  if (!sameAs(own)(one)) return
  own = null
  show(answer, '')
}

/** The answer waits on this device, or where it cannot, in this page. */
function sendLater(one: Waiting, why: string): void {
  own = one
  const queue = queued()
  const isKept = queue.some(sameAs(one)) || keep(queueName, [...queue, one])
  say(`${said(why)} ${said(isKept ? 'waiting' : 'unkept')}`)
  if (!isKept) return
  for (const button of document.querySelectorAll<HTMLButtonElement>('[type=submit]')) button.disabled = true
  for (const section of document.querySelectorAll('section')) section.inert = true
}

/** The form behind the page where it is read again; browsers go back to it. */
let behind: { main: HTMLElement; title: string } | null = null
let isOver = false
let wished = ''
/** Leads to a question (« #q3 »), or where it is not asked to the first. */
let goTo: (question: string) => void = () => undefined
let current = ''

function swap(main: HTMLElement, title: string): void {
  stopReading()
  document.title = title
  say('')
  state.remove()
  document.querySelector('main')?.replaceWith(main)
  scrollTo(0, 0)
}

/** Puts what the site answered in this page's place. */
function show({ page, url }: Exclude<Answered, string>, question: string): void {
  const [main, now] = [page.querySelector('main'), document.querySelector('main')]
  if (!main || !now) return
  for (const name of ['lang', 'dir', 'class']) document.documentElement.setAttribute(name, page.documentElement.getAttribute(name) ?? '')
  isOver = isEnded(page)
  const isReview = main.querySelector('[data-review]') !== null
  behind = isReview ? { main: now, title: document.title } : null
  if (isReview && history.state !== 'review') history.pushState('review', '')
  if (url) history.replaceState(null, '', url)
  swap(main, page.title)
  setUpPage(question)
  if (question && !main.querySelector('.bad')) return
  const first = main.querySelector<HTMLElement>('.bad, h1')
  first?.setAttribute('tabindex', '-1')
  first?.focus()
}

async function submit(form: HTMLFormElement, button: HTMLElement | null): Promise<void> {
  const step = button?.getAttribute('value') || 'review'
  const to = button?.getAttribute('formaction') ?? ''
  const isDisplay = to.startsWith('?')
  if (step !== 'send') own = null
  if (step === 'change' && behind && !isDisplay) {
    wished = to || '#'
    history.back()
    return
  }
  say(step === 'send' ? said('sending') : '…')
  const one = waitingOf(form, step, to)
  const answer = await post(one)
  if (typeof answer !== 'string') {
    if (isDisplay) history.replaceState(history.state, '', to)
    if (step === 'send') own = one
    if (step === 'send') settle(one, answer)
    else show(answer, to.startsWith('#') ? to : isDisplay ? current : '')
  } else if (step === 'send') sendLater(one, answer)
  else if (step === 'review') {
    const send = makeButton(said('send'), () => {
      sendLater(waitingOf(form, 'send'), answer)
      void sendQueue()
    })
    say(`${said(answer)} ${said('unsent')}`, send)
  } else say(`${said(answer)} ${said('again')}`)
}

function setUpForm(form: HTMLFormElement, main: HTMLElement, question: string): void {
  // A code that stands for nobody is opened by many on one device: nothing of one is shown to the next. Nothing of a trial is kept.
  const isPersonal = main.querySelector('form[method=post]') !== null && !main.querySelector('[name=_ticket]')
  const questions = [...main.querySelectorAll<HTMLFieldSetElement>('.q')]
  // Here a question is only shown where it is asked.
  for (const condition of main.querySelectorAll('.if')) condition.remove()
  if (isPersonal) {
    restore()
    own ??= queued().find((one) => pathOf(one) === location.pathname) ?? null
  }
  const erase = makeButton(said('erase'), () => {
    keep(draftOf(location.pathname), null)
    empty(questions)
    refresh()
    say('')
    goTo('')
  })
  let showCards = (): void => undefined
  const refresh = (): void => {
    choose(questions)
    showCards()
  }
  main.addEventListener('change', () => {
    // What waited in this page alone is no longer what is meant.
    own = null
    refresh()
    const values = entriesOf(form).filter(([name]) => !name.startsWith('_'))
    if (isPersonal && keep(draftOf(location.pathname), { at: Date.now(), values })) say(said('saved'), erase)
    else say('')
  })
  choose(questions)
  if ('speechSynthesis' in window) for (const one of questions) addReader(one)
  if (matchMedia('(max-width: 40em)').matches && questions.length > 3 && !main.querySelector('.bad')) showCards = cards(main, questions)
  else goTo = (id) => document.getElementById(id.slice(1))?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  if (question) goTo(question)
}

function restore(): void {
  const draft = kept<Draft>(draftOf(location.pathname))
  if (!draft?.values || document.querySelector('input:checked, .bad')) return
  for (const [name, value] of draft.values) {
    for (const field of document.querySelectorAll<HTMLInputElement>(`.q [name="${CSS.escape(name)}"]`)) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked ||= field.value === value
      else field.value = value
    }
  }
}

function empty(questions: readonly HTMLFieldSetElement[]): void {
  for (const question of questions) {
    for (const field of question.querySelectorAll<HTMLInputElement>('[name]')) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = false
      else field.value = ''
    }
  }
}

function isAsked(question: HTMLFieldSetElement): boolean {
  const [code = '', answers = ''] = (question.dataset['when'] ?? '').split('=')
  if (!code) return true
  const chosen = [...document.querySelectorAll<HTMLInputElement>(`.q [name="${CSS.escape(code)}"]:checked:not(:disabled)`)].map((field) => field.value)
  return chosen.some((value) => answers.split(',').includes(value))
}

/** Asks what is to be asked, which may hang on what is asked, and numbers that alone. */
function choose(questions: readonly HTMLFieldSetElement[]): void {
  let changed = true
  while (changed) {
    changed = false
    for (const question of questions) {
      if (isAsked(question) !== question.disabled) continue
      question.disabled = !question.disabled
      changed = true
    }
  }
  const asked = questions.filter((question) => !question.disabled)
  for (const question of questions) question.hidden = question.disabled
  for (const [index, { id }] of asked.entries()) {
    for (const place of document.querySelectorAll(`#${id} .n, a[href="#${id.replace('q', 'f')}"]`)) {
      place.textContent = (place.textContent ?? '').replace(/\d+/, String(index + 1)).replace(/\d+(?=\D*$)/, String(asked.length))
    }
  }
}

let reading: { button: HTMLButtonElement; left: Set<SpeechSynthesisUtterance> } | null = null

function stopReading(): void {
  if (!reading) return
  reading.button.textContent = said('read')
  reading = null
  speechSynthesis.cancel()
}

/** Every sentence of a question, each in the voice of its own language. */
function speechOf(question: HTMLFieldSetElement): Set<SpeechSynthesisUtterance> {
  const walker = document.createTreeWalker(question, NodeFilter.SHOW_TEXT)
  const speech = new Set<SpeechSynthesisUtterance>()
  while (walker.nextNode()) {
    const [text, place] = [walker.currentNode.textContent?.trim(), walker.currentNode.parentElement]
    if (!text || place?.closest('.n, [aria-hidden], button, select, textarea')) continue
    const part = new SpeechSynthesisUtterance(text)
    part.lang = place?.closest('[lang]')?.getAttribute('lang') ?? ''
    speech.add(part)
  }
  return speech
}

function addReader(question: HTMLFieldSetElement): void {
  const button = makeButton(said('read'), () => {
    const isOurs = reading?.button === button
    stopReading()
    if (isOurs) return
    const run = (reading = { button, left: speechOf(question) })
    button.textContent = said('stop')
    for (const part of run.left) {
      const done = (): void => {
        run.left.delete(part)
        if (run.left.size === 0 && reading === run) stopReading()
      }
      part.addEventListener('end', done)
      part.addEventListener('error', done)
      speechSynthesis.speak(part)
    }
  })
  button.className = 'second'
  question.append(button)
}

/** What stands above the questions, in one line that opens again. */
function foldTop(main: HTMLElement): HTMLDetailsElement {
  const fold = document.createElement('details')
  const title = document.createElement('summary')
  title.append(...main.querySelectorAll('main > header h1'))
  main.querySelector('.how')?.before(fold)
  fold.append(title, ...main.querySelectorAll('main > header, main > .safe, .how'))
  return fold
}

let following: HTMLButtonElement | null = null

/** One question at a time: forward, back, and the way that is left. Gives what shows the card again after a change. */
function cards(main: HTMLElement, questions: readonly HTMLFieldSetElement[]): () => void {
  let place = 0
  const end = main.querySelector<HTMLElement>('.end')
  const bar = document.createElement('progress')
  const steps = document.createElement('p')
  steps.className = 'steps'
  const back = makeButton(said('previous'), () => go(place - 1))
  const next = (following = makeButton(said('next'), () => go(place + 1)))
  back.className = 'second'
  steps.append(back, next)
  const fold = foldTop(main)
  const asked = (): HTMLFieldSetElement[] => questions.filter((question) => !question.disabled)
  const draw = (): void => {
    const list = asked()
    place = Math.max(0, Math.min(place, list.length - 1))
    const card = list[place] ?? null
    current = `#${card?.id}`
    for (const question of questions) question.hidden = question !== card
    for (const section of main.querySelectorAll('section')) section.hidden = !section.contains(card)
    bar.max = list.length
    bar.value = place + 1
    bar.setAttribute('aria-label', card?.querySelector('.n')?.textContent ?? '')
    back.hidden = place === 0
    next.hidden = place === list.length - 1
    if (end) end.hidden = !next.hidden
  }
  const go = (to: number): void => {
    stopReading()
    place = to
    draw()
    fold.open = place === 0
    scrollTo(0, 0)
    asked()[place]?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }
  goTo = (id) => go(asked().findIndex((question) => `#${question.id}` === id))
  fold.after(bar)
  end?.before(steps)
  draw()
  fold.open = true
  return draw
}

function setUpPage(question: string): void {
  const main = document.querySelector('main')
  const form = document.querySelector<HTMLFormElement>('form[data-answers]')
  if (isEnded(document)) keep(draftOf(location.pathname), null)
  if (main && form) setUpForm(form, main, question)
}

let isAsking = false

function ask(form: HTMLFormElement, button: HTMLElement | null): void {
  if (isAsking) return
  isAsking = true
  void submit(form, button).finally(() => (isAsking = false))
}

/** Not a trial, which is sent as any question is asked. */
const postedForm = (): HTMLFormElement | null => document.querySelector('form[method=post]')

document.addEventListener('submit', (event) => {
  const form = postedForm()
  // The « OK » of a phone leads to the next question, not past all that are left.
  const isOnwards = following?.isConnected && !following.hidden && !event.submitter?.getAttribute('value')
  if (isOnwards || event.target === form) event.preventDefault()
  if (isOnwards) following?.click()
  else if (form && event.target === form) ask(form, event.submitter)
})

addEventListener('popstate', () => {
  const form = postedForm()
  if (isOver) location.reload()
  else if (behind && !own) {
    swap(behind.main, behind.title)
    behind = null
    if (wished) goTo(wished)
    wished = ''
  } else if (form && !behind && history.state === 'review') ask(form, null)
})
addEventListener('pagehide', stopReading)
addEventListener('online', () => void sendQueue())
// Another tab has sent, or was asked to: what waits here may be over.
addEventListener('storage', ({ key }) => void (own && key === queueName && sendQueue()))
setInterval(() => void sendQueue(), retryMs)

// Loaded anew where answers were read again: the form stands here now.
if (history.state) history.replaceState(null, '')
forgetOldDrafts()
setUpPage(location.hash)
void sendQueue()
