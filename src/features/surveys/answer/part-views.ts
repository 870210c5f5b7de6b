import { nobody, withScope } from '../../../platform/database.ts'
import type { Pool } from '../../../platform/database.ts'
import { findPartView } from './part-view.ts'
import type { PartView } from './part-view.ts'

/** What is asked does not change once a survey is open; its dates may, and are read again after this. */
const freshForMs = 30_000
/** Parts and schools kept at most. */
const most = 500

/** What lately answered surveys ask, so that a class that opens its page costs the database one reading. */
export class PartViews {
  #pool: Pool
  #known = new Map<string, { view: Promise<PartView | null>; until: number }>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  /** `open`: whether the survey is; before, schools still add questions, and nothing is kept of what is read. */
  async find(partId: string, schoolId: string, open: boolean): Promise<PartView | null> {
    if (!open) return this.#read(partId, schoolId)
    const name = `${partId} ${schoolId}`
    const known = this.#known.get(name)
    if (known && known.until > Date.now()) return known.view
    const view = this.#read(partId, schoolId)
    this.#known.delete(name)
    this.#known.set(name, { view, until: Date.now() + freshForMs })
    const oldest = this.#known.keys().next()
    if (this.#known.size > most && !oldest.done) this.#known.delete(oldest.value)
    view.catch(() => this.#known.delete(name))
    return view
  }

  #read(partId: string, schoolId: string): Promise<PartView | null> {
    return withScope(this.#pool, nobody, (db) => findPartView(db, partId, schoolId))
  }
}
