import type { Phase } from '../../../ui/phases.ts'
import type { Indicator } from '../pack/indicator.ts'

export interface Wish {
  words: string
  theme: string
  source: string
  framework: string
  /** Of the wheel, of one of its items. */
  phase: Phase | ''
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** `ofPhase`: « framework code » of the items of the wished phase; null where none is wished. Indicators whose code, names, question or what is counted hold the beginning of every word. */
export function searchIndicators(indicators: readonly Indicator[], wish: Wish, ofPhase: ReadonlySet<string> | null): Indicator[] {
  const words = fold(wish.words).match(/[\p{L}\p{N}]+/gu) ?? []
  return indicators.filter((indicator) => {
    if (wish.theme && !indicator.themes.includes(wish.theme)) return false
    if (wish.source && indicator.source !== wish.source) return false
    if (wish.framework && !indicator.items.some((item) => item.framework === wish.framework)) return false
    if (ofPhase && !indicator.items.some((item) => ofPhase.has(`${item.framework} ${item.code}`))) return false
    const all = ` ${fold([indicator.code, indicator.name, indicator.short_name, indicator.question, indicator.numerator ?? '', indicator.cohort].join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')}`
    return words.every((word) => all.includes(` ${word}`))
  })
}
