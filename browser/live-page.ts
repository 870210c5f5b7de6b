/**
 * Sends the forms inside it that say so (data-live) without leaving the page: the answer's own main part takes the place of this one, and what has just changed
 * is brought into view and read aloud. Anything unexpected falls back to the plain way.
 */
class LivePage extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('submit', (event) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || !('live' in form.dataset)) return
      event.preventDefault()
      void this.#send(form, event instanceof SubmitEvent ? event.submitter : null)
    })
  }

  async #send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
    const data = new FormData(form, submitter)
    const body = new URLSearchParams([...data].map(([name, value]) => [name, String(value)]))
    this.setAttribute('aria-busy', 'true')
    try {
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'text/html' } })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      const next = page.querySelector('main')
      const now = document.querySelector('main')
      if (!next || !now || !page.querySelector('live-page')) {
        // Another page than this one (sign-in, an action's sheet): go there as a browser would.
        if (answer.redirected) location.assign(answer.url)
        else this.#plain(form, submitter)
        return
      }
      if (answer.redirected) history.replaceState(null, '', answer.url)
      document.title = page.title
      const said = page.querySelector<HTMLElement>('.q-notice')
      for (const old of document.querySelectorAll('.q-notice')) old.remove()
      now.replaceWith(next)
      if (said) next.before(said)
      const target = next.querySelector<HTMLElement>('[data-live-focus], .govuk-error-summary') ?? said
      target?.setAttribute('tabindex', '-1')
      target?.focus()
      target?.scrollIntoView({ block: 'nearest' })
    } catch {
      this.#plain(form, submitter)
    }
  }

  #plain(form: HTMLFormElement, submitter: HTMLElement | null): void {
    this.removeAttribute('aria-busy')
    if (submitter instanceof HTMLButtonElement && submitter.name) {
      const field = document.createElement('input')
      field.type = 'hidden'
      field.name = submitter.name
      field.value = submitter.value
      form.append(field)
    }
    HTMLFormElement.prototype.submit.call(form)
  }
}

customElements.define('live-page', LivePage)
