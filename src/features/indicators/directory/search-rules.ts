import type { Indicator } from '../pack/indicator.ts'

export interface Wish {
  words: string
  theme: string
  source: string
  framework: string
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Indicators whose code, names, question or what is counted hold the beginning of every word. */
export function searchIndicators(indicators: readonly Indicator[], wish: Wish): Indicator[] {
  const words = fold(wish.words).match(/[\p{L}\p{N}]+/gu) ?? []
  return indicators.filter((indicator) => {
    if (wish.theme && !indicator.themes.includes(wish.theme)) return false
    if (wish.source && indicator.source !== wish.source) return false
    if (wish.framework && !indicator.items.some((item) => item.framework === wish.framework)) return false
    const all = ` ${fold([indicator.code, indicator.name, indicator.short_name, indicator.question, indicator.numerator ?? '', indicator.cohort].join(' ')).replace(/[^\p{L}\p{N}]+/gu, ' ')}`
    return words.every((word) => all.includes(` ${word}`))
  })
}
