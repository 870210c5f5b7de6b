import type { Language } from '../../../platform/language.ts'
import { faultWords } from '../figure/fault-words.ts'
import type { Refusal } from './read-figures.ts'
import { textsIn } from './texts.en.ts'

/** Why a cell is refused, in a sentence. */
export function refusalWords(refusal: Refusal, language: Language): string {
  const t = textsIn(language)
  if (refusal.kind === 'repeated') return t.repeated(refusal.line)
  return refusal.kind === 'fault' ? faultWords(refusal.fault, refusal.measure, language) : t.refusals[refusal.kind]
}
