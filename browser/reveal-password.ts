/** A button that shows what is typed in a password field, and hides it again. */
class RevealPassword extends HTMLElement {
  connectedCallback(): void {
    const field = document.getElementById(this.dataset['field'] ?? '')
    if (!(field instanceof HTMLInputElement) || this.firstChild) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'q-button-quiet'
    button.textContent = this.dataset['show'] ?? ''
    button.setAttribute('aria-controls', field.id)
    button.addEventListener('click', () => {
      const shown = field.type === 'text'
      field.type = shown ? 'password' : 'text'
      button.textContent = (shown ? this.dataset['show'] : this.dataset['hide']) ?? ''
    })
    // A shown password must not be remembered as ordinary text by the browser.
    field.form?.addEventListener('submit', () => {
      field.type = 'password'
    })
    this.append(button)
  }
}

customElements.define('reveal-password', RevealPassword)
