/** Files may be dropped on the field, and those chosen are listed, each with a way to take it out. The field itself sends them. */
class DropFiles extends HTMLElement {
  #field: HTMLInputElement | null = null
  #list = document.createElement('ul')
  #status = document.createElement('p')
  #chosen: File[] = []

  connectedCallback(): void {
    this.#field = this.querySelector<HTMLInputElement>('input[type=file]')
    if (!this.#field) return
    const hint = document.createElement('p')
    hint.className = 'q-drop__hint'
    hint.textContent = this.dataset['here'] ?? ''
    this.#list.className = 'q-drop__files'
    this.#list.setAttribute('aria-label', this.dataset['chosen'] ?? '')
    this.#status.className = 'q-status'
    this.#status.setAttribute('role', 'status')
    this.#field.after(hint, this.#list, this.#status)
    this.classList.add('q-drop')
    this.#field.addEventListener('change', () => this.#add([...(this.#field?.files ?? [])]))
    // Going back to this page, the browser may have kept the files of the field.
    if (this.#field.files?.length) this.#add([...this.#field.files])
    this.addEventListener('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      this.classList.add('q-drop--over')
    })
    this.addEventListener('dragleave', () => this.classList.remove('q-drop--over'))
    this.addEventListener('drop', (event) => {
      event.preventDefault()
      this.classList.remove('q-drop--over')
      this.#add([...(event.dataTransfer?.files ?? [])])
    })
  }

  /** Choosing again adds to what was chosen; the same file is taken once. */
  #add(files: readonly File[]): void {
    const isNew = (file: File): boolean =>
      !this.#chosen.some((one) => one.name === file.name && one.size === file.size && one.lastModified === file.lastModified)
    this.#show([...this.#chosen, ...files.filter(isNew)])
  }

  #show(files: File[]): void {
    this.#chosen = files
    const transfer = new DataTransfer()
    for (const file of files) transfer.items.add(file)
    if (this.#field) this.#field.files = transfer.files
    this.#list.replaceChildren(...files.map((file) => this.#line(file)))
    this.#status.textContent = this.#trouble()
  }

  #line(file: File): HTMLLIElement {
    const line = document.createElement('li')
    const name = document.createElement('span')
    const trouble = file.size > Number(this.dataset['largest']) ? ` – ${this.dataset['tooLarge']}` : ''
    name.textContent = `${file.name} (${this.#size(file.size)})${trouble}`
    const out = document.createElement('button')
    out.type = 'button'
    out.className = 'q-button-quiet'
    out.textContent = this.dataset['remove'] ?? ''
    out.setAttribute('aria-label', `${this.dataset['remove']} ${file.name}`)
    out.addEventListener('click', () => {
      this.#show(this.#chosen.filter((one) => one !== file))
      this.#field?.focus()
    })
    line.append(name, ' ', out)
    return line
  }

  #size(bytes: number): string {
    const [words, value] =
      bytes < 1_000_000 ? [this.dataset['kilobytes'], Math.max(1, Math.round(bytes / 1000))] : [this.dataset['megabytes'], bytes / 1_000_000]
    return (words ?? '').replace('{n}', value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 }))
  }

  #trouble(): string {
    if (this.#chosen.length > Number(this.dataset['most'])) return this.dataset['tooMany'] ?? ''
    const all = this.#chosen.reduce((sum, file) => sum + file.size, 0)
    return all > Number(this.dataset['all']) ? (this.dataset['tooHeavy'] ?? '') : ''
  }
}

customElements.define('drop-files', DropFiles)
