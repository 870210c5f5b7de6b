import type { Definition, Question } from '../questionnaire/definition.ts'
import type { Part, Survey } from '../store.ts'

/** Under eleven answers nothing is shown (safety.md, survey anonymity); five at the very least, by decision of who asks. */
export const usualThreshold = 11
export const lowestThreshold = 5
export const highestThreshold = 100

/** Breakdowns of one audience at most: each one more makes people easier to find. */
export const mostBreakdowns = 3

/** What is missing before a survey may be offered or opened. */
export type Missing = 'promise' | 'closing-day' | 'closing-passed' | 'results-day' | 'results-early' | 'parts' | 'questions' | 'schools'

interface Readiness {
  survey: Pick<Survey, 'promise' | 'closesOn' | 'resultsOn'>
  parts: readonly Pick<Part, 'definition' | 'freeText'>[]
  schools: number
  today: string
}

/** What a survey lacks to be offered or opened; empty when nothing. `today`: 'YYYY-MM-DD'. */
export function missingBefore({ survey, parts, schools, today }: Readiness): Missing[] {
  const missing: Missing[] = []
  if (!survey.promise) missing.push('promise')
  if (!survey.closesOn) missing.push('closing-day')
  else if (survey.closesOn < today) missing.push('closing-passed')
  if (!survey.resultsOn) missing.push('results-day')
  else if (survey.closesOn && survey.resultsOn < survey.closesOn) missing.push('results-early')
  if (parts.length === 0) missing.push('parts')
  if (parts.some((part) => askedQuestions(part.definition, part.freeText).length === 0)) missing.push('questions')
  if (schools === 0) missing.push('schools')
  return missing
}

/** The one next step of who asks. */
export type SurveyStep = 'complete' | 'offer' | 'open' | 'invite' | 'schools-invite' | 'wait' | 'close' | 'wait-release' | 'read'

export interface Standing {
  state: Survey['state']
  missing: number
  forItself: boolean
  /** Whether the last day is over. */
  passed: boolean
  /** Whether anybody was given a way in. */
  invited: boolean
}

/** The first thing that whoever asks has to do now. */
export function nextSurveyStep({ state, missing, forItself, passed, invited }: Standing): SurveyStep {
  switch (state) {
    case 'draft':
      return missing > 0 ? 'complete' : forItself ? 'open' : 'offer'
    case 'offered':
      return missing > 0 ? 'complete' : 'open'
    case 'open':
      if (passed) return 'close'
      return invited ? 'wait' : forItself ? 'invite' : 'schools-invite'
    case 'closed':
      return 'wait-release'
    case 'released':
      return 'read'
  }
}

/** Without those in words where words are not asked. */
export const askedQuestions = (definition: Pick<Definition, 'questions'>, freeText: boolean): readonly Question[] =>
  freeText ? definition.questions : definition.questions.filter((question) => question.kind !== 'text')

/** Where people answer for an organisation: a number shown under this is « moins de 11 ». */
export const leastShown = 11
