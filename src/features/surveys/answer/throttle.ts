/** What one address may spend on wrong codes before it must wait, and how fast it is given back. */
const most = 60
const oneMoreEachMs = 10_000
/** Addresses remembered at most; the oldest are forgotten first. */
const mostAddresses = 10_000

/** A code that could be one: mistyped, or of a survey whose codes were destroyed at its end. A late school tries hundreds, each its own. */
const costOfPossible = 1 / 5
const costOfImpossible = 1

/**
 * Slows down who tries codes at random, never who has one: a class of thirty behind one address is welcome, late or not. With 59 bits a code cannot be
 * found by trying.
 */
export class WrongCodes {
  #left = new Map<string, { tries: number; at: number }>()

  /** Whether this address may still try a code that may be wrong. */
  mayTry(address: string, now: number): boolean {
    return this.#of(address, now) >= 1
  }

  /** `possible`: it has the signs of a code. */
  wasWrong(address: string, possible: boolean, now: number): void {
    const tries = this.#of(address, now) - (possible ? costOfPossible : costOfImpossible)
    this.#left.delete(address)
    this.#left.set(address, { tries, at: now })
    const oldest = this.#left.keys().next()
    if (this.#left.size > mostAddresses && !oldest.done) this.#left.delete(oldest.value)
  }

  #of(address: string, now: number): number {
    const known = this.#left.get(address)
    return known ? Math.min(most, known.tries + (now - known.at) / oneMoreEachMs) : most
  }
}
