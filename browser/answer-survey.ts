// The answering page, easier: one question at a time on a small screen, read aloud, kept on this device, sent once the network is back.
// The page works without it. Nothing goes anywhere but to the page's own address.

interface Queued {
  url: string
  body: string
}

const queueName = 'answers-to-send'
const said = (name: string): string => document.querySelector('main')?.dataset[name] ?? ''

/** Private browsing, or a full device: then nothing is kept, and everything else goes on. */
function keep(store: Storage, name: string, value: string | null): void {
  try {
    if (value === null) store.removeItem(name)
    else store.setItem(name, value)
  } catch {
    /* nothing to do */
  }
}

function kept<T>(store: Storage, name: string): T | null {
  try {
    return JSON.parse(store.getItem(name) ?? 'null')
  } catch {
    return null
  }
}

const state = document.createElement('p')
state.className = 'state'
state.setAttribute('role', 'status')

const entriesOf = (form: HTMLFormElement, step: string): URLSearchParams => {
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]))
  body.set('_step', step)
  return body
}

/** Sends what waits, oldest first. The site takes each once, however often it is sent. */
async function sendQueue(): Promise<void> {
  const queue = kept<Queued[]>(localStorage, queueName) ?? []
  for (const { url, body } of queue) {
    try {
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })
      if (answer.status >= 500 || answer.status === 429) return
      keep(localStorage, queueName, JSON.stringify((kept<Queued[]>(localStorage, queueName) ?? []).filter((one) => one.body !== body)))
      if (url.split('?')[0] === location.pathname) await show(answer)
    } catch {
      return
    }
  }
}

/** Goes where the answer of the site leads: to the thanks, or to the page that it gives. */
async function show(answer: Response): Promise<void> {
  if (answer.redirected) {
    keep(localStorage, draftName, null)
    location.replace(answer.url)
    return
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const main = page.querySelector('main')
  if (!main) return location.reload()
  document.title = page.title
  document.querySelector('main')?.replaceWith(main)
  setUpPage()
  scrollTo(0, 0)
  const first = document.querySelector<HTMLElement>('.bad, h1')
  first?.setAttribute('tabindex', '-1')
  first?.focus()
}

const draftName = `answers ${location.pathname}`

function setUpForm(form: HTMLFormElement): void {
  form.append(state)
  // A code that stands for nobody is opened by many on one device: nothing of one is shown to the next.
  const personal = !form.querySelector('[name=_ticket]')
  if (personal) restore(form)
  const questions = [...form.querySelectorAll<HTMLFieldSetElement>('.q')]
  const refresh = (): void => {
    for (const question of questions) question.disabled = question.hidden = !isAsked(form, question)
  }
  form.addEventListener('change', () => {
    refresh()
    if (!personal) return
    const values = [...new FormData(form)].filter(([name]) => !name.startsWith('_')).map(([name, value]) => [name, String(value)])
    keep(localStorage, draftName, JSON.stringify(values))
    state.textContent = said('saved')
  })
  refresh()
  if ('speechSynthesis' in window) for (const question of questions) addReader(question)
  if (matchMedia('(max-width: 40em)').matches && questions.length > 3 && !document.querySelector('.bad')) cards(form, questions)
}

function restore(form: HTMLFormElement): void {
  const values = kept<[string, string][]>(localStorage, draftName)
  if (!values || form.querySelector(':checked, .bad')) return
  for (const [name, value] of values) {
    for (const field of form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked ||= field.value === value
      else field.value = value
    }
  }
}

function isAsked(form: HTMLFormElement, question: HTMLFieldSetElement): boolean {
  const [code = '', answers = ''] = (question.dataset['when'] ?? '').split('=')
  if (!code) return true
  const chosen = [...form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(code)}"]:checked`)].map((field) => field.value)
  return chosen.some((value) => answers.split(',').includes(value))
}

function addReader(question: HTMLFieldSetElement): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'second'
  button.textContent = said('read')
  button.addEventListener('click', () => {
    const reading = speechSynthesis.speaking
    speechSynthesis.cancel()
    if (reading) return
    const text = [question.querySelector('.t'), ...question.querySelectorAll('label span')].map((part) => part?.textContent ?? '').join('. ')
    const speech = new SpeechSynthesisUtterance(text)
    speech.lang = document.documentElement.lang
    speech.addEventListener('end', () => (button.textContent = said('read')))
    button.textContent = said('stop')
    speechSynthesis.speak(speech)
  })
  question.append(button)
}

/** One question at a time: forward, back, and the way that is left. */
function cards(form: HTMLFormElement, questions: readonly HTMLFieldSetElement[]): void {
  let place = 0
  const end = form.querySelector<HTMLElement>('.end')
  const bar = document.createElement('progress')
  const steps = document.createElement('p')
  steps.className = 'steps'
  const [back, next] = ['previous', 'next'].map((name) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = said(name)
    steps.append(button)
    return button
  })
  back?.classList.add('second')
  const asked = (): HTMLFieldSetElement[] => questions.filter((question) => !question.disabled)
  const go = (to: number, focus: boolean): void => {
    const list = asked()
    place = Math.max(0, Math.min(to, list.length - 1))
    for (const question of questions) question.hidden = question !== list[place]
    for (const section of form.querySelectorAll('section')) section.hidden = !section.contains(list[place] ?? null)
    bar.max = list.length
    bar.value = place + 1
    if (back) back.hidden = place === 0
    if (next) next.hidden = place === list.length - 1
    if (end) end.hidden = place < list.length - 1
    if (focus) list[place]?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }
  back?.addEventListener('click', () => go(place - 1, true))
  next?.addEventListener('click', () => go(place + 1, true))
  form.addEventListener('change', () => go(place, false))
  form.prepend(bar)
  end?.before(steps)
  go(0, false)
}

/** Without a network the answer waits on this device; it goes by itself. */
function sendLater(form: HTMLFormElement): void {
  const queue = kept<Queued[]>(localStorage, queueName) ?? []
  const body = String(entriesOf(form, 'send'))
  if (!queue.some((one) => one.body === body)) keep(localStorage, queueName, JSON.stringify([...queue, { url: location.pathname + location.search, body }]))
  form.append(state)
  state.textContent = said('waiting')
  for (const button of form.querySelectorAll('button')) button.disabled = true
}

/** Before sending without a network: said, and sent only if the person says so. */
function offerLater(form: HTMLFormElement): void {
  form.append(state)
  state.textContent = said('waiting')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = said('send')
  button.addEventListener('click', () => sendLater(form))
  state.append(' ', button)
}

function setUpPage(): void {
  for (const form of document.forms) {
    if ('answers' in form.dataset) setUpForm(form)
    // A trial is sent as any question is asked: nothing of it is kept.
    if (form.method !== 'post') continue
    form.addEventListener('submit', (event) => {
      const step = event.submitter instanceof HTMLButtonElement ? event.submitter.value : 'review'
      event.preventDefault()
      form.append(state)
      state.textContent = said('sending')
      const body = entriesOf(form, step)
      fetch(location.href, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body })
        .then(show)
        .catch(() => (step === 'send' ? sendLater(form) : offerLater(form)))
    })
  }
}

setUpPage()
addEventListener('online', () => void sendQueue())
setInterval(() => void sendQueue(), 15_000)
void sendQueue()
