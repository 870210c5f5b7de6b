/** Wrong codes from one address before it must wait, and how fast it may try again. */
const mostWrong = 60
const oneMoreEachMs = 10_000
/** Addresses remembered at most; the oldest are forgotten first. */
const mostAddresses = 10_000

/**
 * Slows down who tries codes at random, never who has one: a class of thirty behind one address is welcome, since only wrong codes count. With 59 bits
 * a code cannot be found by trying; this spares the database.
 */
export class WrongCodes {
  #left = new Map<string, { tries: number; at: number }>()

  /** Whether this address may still try a code that may be wrong. */
  mayTry(address: string, now: number): boolean {
    return this.#of(address, now) >= 1
  }

  wasWrong(address: string, now: number): void {
    const tries = this.#of(address, now) - 1
    this.#left.delete(address)
    this.#left.set(address, { tries, at: now })
    const oldest = this.#left.keys().next()
    if (this.#left.size > mostAddresses && !oldest.done) this.#left.delete(oldest.value)
  }

  #of(address: string, now: number): number {
    const known = this.#left.get(address)
    return known ? Math.min(mostWrong, known.tries + (now - known.at) / oneMoreEachMs) : mostWrong
  }
}
