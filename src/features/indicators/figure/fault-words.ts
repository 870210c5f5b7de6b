import type { Language } from '../../../platform/language.ts'
import type { KnownMeasure } from '../known.ts'
import { textsIn } from '../texts.en.ts'
import { bounds, examplePeriod } from './enter-rules.ts'
import type { Checked } from './enter-rules.ts'

/** Why a value that was typed, or stands in a file, is not taken. */
export function faultWords(fault: Checked['faults'][number]['fault'], { unit, indicator }: KnownMeasure, language: Language): string {
  const t = textsIn(language).enter
  const limits = bounds[unit]
  const words: Record<typeof fault, string> = {
    period: t.badPeriod(examplePeriod(indicator.period)),
    value: t.badValue,
    none: t.noValue,
    both: t.both,
    people: t.badPeople,
    range: t.outOfRange(limits?.low ?? 0, limits?.high ?? 0),
    few: t.tooFew(indicator.smallest_group ?? 0),
  }
  return words[fault]
}
