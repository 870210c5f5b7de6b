import { get, post } from '../../../platform/web/route.ts'
import type { Guarded, Route, SignedIn } from '../../../platform/web/route.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { urls } from '../../../urls.ts'
import { onObject } from '../../accounts/guard.ts'
import type { PermissionName } from '../../accounts/permissions.ts'
import { onPlace } from '../guard.ts'
import type { Place } from '../store.ts'
import { sendResultFile } from './file.ts'
import { saveAction, savePropose, showPropose } from './finding-pages.ts'
import { keepAsProof } from './proof-pages.ts'
import { findReadingPlace } from './results-store.ts'
import { showResult, showResults } from './results-pages.ts'
import { showViews } from './views-page.ts'

const onReading = (permission: PermissionName, handle: (ask: SignedIn, place: Place) => Promise<Answer>): Guarded =>
  onObject('surveyPlace', permission, (ask) => findReadingPlace(ask.db, ask.params['survey'] ?? '', ask.params['organisation'] ?? ''), handle)

/** What a survey says, once and for all. */
export const resultRoutes: readonly Route[] = [
  get(urls.survey.results, onReading('survey.results', showResults)),
  get(urls.survey.result, onReading('survey.results', showResult)),
  get(urls.survey.resultFile, onReading('survey.results', sendResultFile)),
  get(urls.survey.views, onReading('survey.results', showViews)),
  get(urls.survey.toDiagnosis, onPlace('survey.reply', showPropose)),
  post(urls.survey.toDiagnosis, onPlace('survey.reply', savePropose)),
  post(urls.survey.toEvidence, onPlace('survey.reply', keepAsProof)),
  post(urls.survey.toAction, onPlace('survey.reply', saveAction)),
]
