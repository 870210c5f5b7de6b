/** Lets the lines of a list be moved by drag or by keyboard, saying each move aloud, and saves the order as the form would. */
class OrderList extends HTMLElement {
  #list: HTMLOListElement | null = null
  #status = document.createElement('p')
  /** The line being moved, and the order to come back to. */
  #held: { line: HTMLElement; before: HTMLElement[] } | null = null
  /** Moving an element in the page takes the focus away for a moment: that is not the person leaving it. */
  #moving = false

  connectedCallback(): void {
    this.#list = this.querySelector('ol')
    if (!this.#list || this.#list.children.length < 2) return
    this.#status.className = 'govuk-visually-hidden'
    this.#status.setAttribute('role', 'status')
    this.append(this.#status)
    this.querySelector('[data-drag-help]')?.removeAttribute('hidden')
    for (const line of this.#lines()) line.prepend(this.#handle(line))
    this.#number()
  }

  #lines(): HTMLElement[] {
    return [...(this.#list?.querySelectorAll<HTMLElement>(':scope > li') ?? [])]
  }

  #handle(line: HTMLElement): HTMLButtonElement {
    const handle = document.createElement('button')
    handle.type = 'button'
    handle.className = 'q-handle'
    handle.innerHTML =
      '<svg viewBox="0 0 16 24" width="16" height="24" aria-hidden="true" focusable="false"><path d="M4 5h2v2H4zm6 0h2v2h-2zM4 11h2v2H4zm6 0h2v2h-2zM4 17h2v2H4zm6 0h2v2h-2z" fill="currentColor"/></svg>'
    handle.addEventListener('keydown', (event) => this.#key(event, line))
    handle.addEventListener('pointerdown', (event) => this.#drag(event, line, handle))
    handle.addEventListener('blur', () => {
      if (!this.#moving && this.#held && !this.#held.line.classList.contains('q-dragged')) this.#drop()
    })
    return handle
  }

  #key(event: KeyboardEvent, line: HTMLElement): void {
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault()
      if (!this.#held) this.#hold(line)
      this.#step(line, event.key === 'ArrowUp' ? -1 : 1)
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      if (this.#held) this.#drop()
      else this.#hold(line)
    } else if (event.key === 'Escape' && this.#held) {
      event.preventDefault()
      this.#cancel()
    }
  }

  #hold(line: HTMLElement): void {
    this.#held = { line, before: this.#lines() }
    line.classList.add('q-held')
    this.#say('grabbed', line)
  }

  #step(line: HTMLElement, by: -1 | 1): void {
    const lines = this.#lines()
    const other = lines[lines.indexOf(line) + by]
    if (!other) return
    this.#move(line, () => (by < 0 ? other.before(line) : other.after(line)))
    this.#number()
    this.#say('moved', line)
  }

  #move(line: HTMLElement, work: () => void): void {
    this.#moving = true
    work()
    line.querySelector<HTMLElement>('.q-handle')?.focus()
    this.#moving = false
  }

  #drag(event: PointerEvent, line: HTMLElement, handle: HTMLElement): void {
    if (event.button !== 0) return
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    this.#held = { line, before: this.#lines() }
    line.classList.add('q-held', 'q-dragged')
    const move = (moved: PointerEvent): void => this.#follow(moved.clientY, line)
    const end = (): void => {
      handle.removeEventListener('pointermove', move)
      line.classList.remove('q-dragged')
      this.#drop()
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', end, { once: true })
  }

  #follow(y: number, line: HTMLElement): void {
    if (y < 60) window.scrollBy(0, -16)
    if (y > window.innerHeight - 60) window.scrollBy(0, 16)
    const previous = line.previousElementSibling
    const next = line.nextElementSibling
    if (previous && y < middle(previous)) previous.before(line)
    else if (next && y > middle(next)) next.after(line)
    this.#number()
  }

  #drop(): void {
    const held = this.#held
    if (!held) return
    this.#held = null
    held.line.classList.remove('q-held')
    if (this.#lines().some((line, index) => line !== held.before[index])) void this.#save(held.line, held.before)
  }

  #cancel(): void {
    const held = this.#held
    if (!held) return
    this.#held = null
    this.#move(held.line, () => this.#list?.append(...held.before))
    held.line.classList.remove('q-held')
    this.#number()
    this.#say('cancelled', held.line)
  }

  async #save(line: HTMLElement, before: HTMLElement[]): Promise<void> {
    const body = new URLSearchParams([['_csrf', this.dataset['token'] ?? ''], ...this.#lines().map((one) => ['item', one.dataset['id'] ?? ''])])
    try {
      const response = await fetch(this.dataset['action'] ?? '', { method: 'POST', body, headers: { accept: 'application/json' } })
      if (!response.ok) throw new Error(String(response.status))
      this.#say('dropped', line)
    } catch {
      this.#list?.append(...before)
      this.#number()
      this.#say('failed', line)
      this.#status.className = 'q-status'
      this.#list?.before(this.#status)
    }
  }

  #number(): void {
    this.#lines().forEach((line, index) => {
      const number = line.querySelector('[data-number]')
      if (number) number.textContent = String(index + 1)
      line.querySelector('.q-handle')?.setAttribute('aria-label', (this.dataset['handle'] ?? '').replace('{n}', String(index + 1)))
    })
  }

  #say(word: string, line: HTMLElement): void {
    const lines = this.#lines()
    this.#status.textContent = (this.dataset[word] ?? '').replace('{n}', String(lines.indexOf(line) + 1)).replace('{total}', String(lines.length))
  }
}

const middle = (element: Element): number => {
  const box = element.getBoundingClientRect()
  return box.top + box.height / 2
}

customElements.define('order-list', OrderList)
