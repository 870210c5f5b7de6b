/** Adds a search field above a long list of boxes and shows only those whose words begin with what is typed. Ticked ones always stay. */
class FilterList extends HTMLElement {
  connectedCallback(): void {
    const items = [...this.querySelectorAll<HTMLElement>('.govuk-checkboxes__item')]
    if (items.length < 8) return
    const list = items[0]?.parentElement
    if (!list) return
    const id = `${list.querySelector('input')?.name ?? 'list'}-filter`
    const label = document.createElement('label')
    label.className = 'govuk-label'
    label.htmlFor = id
    label.textContent = this.dataset['label'] ?? ''
    const field = document.createElement('input')
    field.type = 'search'
    field.id = id
    field.className = 'govuk-input q-filter'
    field.autocomplete = 'off'
    const status = document.createElement('p')
    status.className = 'q-status'
    status.setAttribute('role', 'status')
    field.addEventListener('input', () => {
      const shown = filter(items, field.value)
      this.#unfold(field.value.trim() !== '')
      status.textContent = field.value.trim() ? (this.dataset['shown'] ?? '{n}').replace('{n}', String(shown)) : ''
    })
    // Enter in this field looks for something; it must not send the form around it.
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') event.preventDefault()
    })
    list.before(label, field, status)
  }

  /** What is found behind a name is shown; a name behind which nothing is found goes. Without a search, as they were. */
  #unfold(searching: boolean): void {
    for (const group of this.querySelectorAll('details')) {
      group.dataset['open'] ??= String(group.open)
      const found = [...group.querySelectorAll<HTMLElement>('.govuk-checkboxes__item')].some((item) => !item.hidden)
      group.hidden = searching && !found
      group.open = searching ? found : group.dataset['open'] === 'true'
    }
  }
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function filter(items: readonly HTMLElement[], typed: string): number {
  const wanted = fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  let shown = 0
  for (const item of items) {
    const words = fold(item.textContent ?? '').split(/[^\p{L}\p{N}]+/u)
    const ticked = item.querySelector('input')?.checked ?? false
    const fits = wanted.every((start) => words.some((word) => word.startsWith(start)))
    item.hidden = !fits && !ticked
    if (fits) shown += 1
  }
  return shown
}

customElements.define('filter-list', FilterList)
