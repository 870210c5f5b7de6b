import type { Indicator, ItemReference } from './pack/indicator.ts'

/** So many are looked at, to show the few that have a figure: each costs the reading of its whole series. */
const mostLooked = 18

/** Indicators that inform one of these items, or the theme of one: « QF13 » for « QF13-C2 ». Those of the items themselves come first; eighteen at most. */
export function nearestIndicators(indicators: readonly Indicator[], items: readonly ItemReference[]): Indicator[] {
  const informs = (whole: boolean) => (indicator: Indicator) =>
    indicator.items.some((one) =>
      items.some((item) => one.framework === item.framework && (whole ? one.code === item.code : item.code.startsWith(`${one.code}-`))),
    )
  return [...new Set([...indicators.filter(informs(true)), ...indicators.filter(informs(false))])].slice(0, mostLooked)
}
