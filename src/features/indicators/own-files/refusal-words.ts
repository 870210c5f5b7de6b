import type { Language } from '../../../platform/language.ts'
import { bounds, examplePeriod } from '../figure/enter-rules.ts'
import type { Checked } from '../figure/enter-rules.ts'
import type { KnownMeasure } from '../known.ts'
import { textsIn as indicatorTexts } from '../texts.en.ts'
import type { Refusal } from './read-figures.ts'
import { textsIn } from './texts.en.ts'

/** Why a cell is refused, in a sentence. */
export function refusalWords(refusal: Refusal, language: Language): string {
  const t = textsIn(language)
  if (refusal.kind === 'repeated') return t.repeated(refusal.line)
  return refusal.kind === 'fault' ? faultWords(refusal.fault, refusal.measure, language) : t.refusals[refusal.kind]
}

function faultWords(fault: Checked['faults'][number]['fault'], { unit, indicator }: KnownMeasure, language: Language): string {
  const t = indicatorTexts(language).enter
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
