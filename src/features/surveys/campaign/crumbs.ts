import type { Crumb } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import type { Survey } from '../store.ts'
import { textsIn } from './texts.en.ts'

export const listCrumb = (ask: SignedIn, organisationId: string): Crumb => ({
  text: textsIn(ask.language).list.title,
  href: urls.survey.list({ organisation: organisationId }),
})

export const surveyCrumbs = (ask: SignedIn, survey: Survey): Crumb[] => [
  listCrumb(ask, survey.organisationId),
  { text: survey.title, href: urls.survey.show({ survey: survey.id }) },
]
