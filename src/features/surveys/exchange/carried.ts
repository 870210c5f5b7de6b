import { parseDefinition } from '../questionnaire/parse-definition.ts'
import type { Definition } from '../questionnaire/definition.ts'
import { sayProblem } from '../questionnaire/say-problem.ts'

/** Something of a questionnaire that does not go over from one tool to the other, for the person who brings it. French, one sentence each. */
export interface NotCarried {
  /** Where in the questionnaire, as its author reads it: « Comment venez-vous ? », « Tout le questionnaire ». */
  place: string
  /** A few words, without a full stop. */
  what: string
  why: string
}

/** What, then why, each a sentence. */
export const sayNotCarried = ({ what, why }: NotCarried): string => `${/[.!?…]$/.test(what) ? what : `${what}.`} ${why}`

export interface ReadQuestionnaire {
  definition: Definition
  notCarried: NotCarried[]
}

export type ReadOutcome = ReadQuestionnaire | { refused: string }

export const everywhere = 'Tout le questionnaire'

/** The last gate of every reader: what stands in the way becomes a sentence. */
export function acceptDefinition(value: unknown, notCarried: NotCarried[]): ReadOutcome {
  const parsed = parseDefinition(value)
  if ('definition' in parsed) return { definition: parsed.definition, notCarried }
  const [first, ...others] = parsed.problems
  const more = others.length > 0 ? ` Il y a ${others.length === 1 ? 'une autre difficulté' : `${others.length} autres difficultés`} de cette sorte.` : ''
  return { refused: `Ce questionnaire ne peut pas être repris. ${first ? sayProblem(first, 'fr') : ''}${more}` }
}

/** How a file is refused from deep inside; each reader turns it into its outcome. */
class RefusedQuestionnaire extends Error {}

/** Throws RefusedQuestionnaire with a sentence for the person who sent the file. */
export function refuse(sentence: string): never {
  throw new RefusedQuestionnaire(sentence)
}

/** What reading gives, or the sentence of the refusal met on the way. */
export function orRefusal(read: () => ReadOutcome): ReadOutcome {
  try {
    return read()
  } catch (error) {
    if (error instanceof RefusedQuestionnaire) return { refused: error.message }
    throw error
  }
}
