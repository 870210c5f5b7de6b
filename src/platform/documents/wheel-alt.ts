import { quarterNames, type Quarters } from './document.ts'
import type { Texts } from './texts.fr.ts'

/** What the wheel shows, said in one sentence. */
export function wheelAlt(quarters: Quarters, words: Texts): string {
  const parts = quarterNames.map((name) => `${quarters[name].label} ${words.fill[quarters[name].fill]}`)
  return `${words.wheelAlt}${words.colon}${parts.join(', ')}.`
}
