import type { Language } from '../../../platform/language.ts'
import type { DefinitionProblem } from './check-definition.ts'
import { textsIn } from './texts.en.ts'

/** In a sentence; `alone` beside the question itself, where its number would say nothing. */
export function sayProblem({ place, fault, about, most }: DefinitionProblem, language: Language, alone = false): string {
  const t = textsIn(language)
  const sentence = t.faults[fault](about, most)
  if (place === null) return sentence
  return alone ? `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}` : t.ofQuestion(place, sentence)
}
