import type { Language } from '../../platform/language.ts'
import type { Crumb } from '../../platform/web/answer.ts'
import { urls } from '../../urls.ts'
import type { Evaluation } from './store.ts'
import { textsIn } from './texts.en.ts'

/** The way to an evaluation's page, itself included: for the pages below it. */
export const evaluationCrumbs = (evaluation: Evaluation, language: Language): Crumb[] => [
  { text: evaluation.organisationName, href: urls.school.show({ organisation: evaluation.organisationId }) },
  { text: textsIn(language).evaluations, href: urls.school.evaluations({ organisation: evaluation.organisationId }) },
  { text: evaluation.title, href: urls.evaluation.show({ evaluation: evaluation.id }) },
]
