import { loadBank } from '../bank/load-bank.ts'
import { itemName } from '../questionnaire/definition.ts'
import type { Audience, Language, Question } from '../questionnaire/definition.ts'

export interface Wording {
  question: Question
  /** Those in which it is said. */
  languages: readonly Language[]
}

/** How the ready questionnaires ask an audience about an item of a framework, so that the same question is asked to all; the first that does. */
export async function listWordings(audience: Audience): Promise<ReadonlyMap<string, Wording>> {
  const found = new Map<string, Wording>()
  for (const ready of (await loadBank()).filter((one) => one.audience === audience)) {
    for (const question of ready.definition.questions) {
      if (question.kind !== 'scale' || !question.item || question.when) continue
      const key = itemName(question.item)
      if (!found.has(key)) found.set(key, { question, languages: ready.definition.languages })
    }
  }
  return found
}
