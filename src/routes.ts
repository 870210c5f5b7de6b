import { accountRoutes } from './features/accounts/routes.ts'
import { exchangeRoutes } from './features/crosswalks/exchange/routes.ts'
import { versionRoutes } from './features/crosswalks/versions/version-pages.ts'
import { composingRoutes } from './features/evaluations/compose/routes.ts'
import { evaluationListRoutes } from './features/evaluations/list-pages.ts'
import { overviewRoutes } from './features/evaluations/overview/show-page.ts'
import type { BesideQuestion } from './features/evaluations/agree/handlers.ts'
import { agreeRoutes } from './features/evaluations/agree/routes.ts'
import { answerRoutes } from './features/evaluations/answer/routes.ts'
import { actionEditRoutes } from './features/plans/edit-pages.ts'
import { actionListRoutes } from './features/plans/list-pages.ts'
import { actionRoutes } from './features/plans/action-pages.ts'
import { labelVersionRoutes } from './features/labels/versions/routes.ts'
import { labelRoutes } from './features/labels/routes.ts'
import { listFollowedIds } from './features/labels/store.ts'
import { crosswalkEditRoutes } from './features/crosswalks/edit/routes.ts'
import { crosswalkReadRoutes } from './features/crosswalks/read/routes.ts'
import { draftRoutes } from './features/frameworks/edit/routes.ts'
import { frameworkRoutes } from './features/frameworks/pages.ts'
import { authorityRoutes } from './features/overview/authority-pages.ts'
import { networkRoutes } from './features/overview/network-pages.ts'
import { nameJournalSubjects } from './features/overview/journal-subjects.ts'
import { myPageRoutes } from './features/overview/my-page.ts'
import { schoolPageRoutes } from './features/overview/school-page.ts'
import { searchRoutes } from './features/overview/search-page.ts'
import { siteRoutes } from './features/site/pages.ts'
import { diagnosisRoutes } from './features/evaluations/diagnosis/pages.ts'
import { attachRoutes } from './features/evaluations/evidence/pages.ts'
import { questionUses } from './features/evaluations/evidence/uses.ts'
import { reportRoutes } from './features/evaluations/report/report-routes.ts'
import { sheetRoutes } from './features/evaluations/report/sheet-page.ts'
import { validationRoutes } from './features/evaluations/validation/routes.ts'
import { campaignRoutes } from './features/surveys/campaign/routes.ts'
import { inviteRoutes } from './features/surveys/invite/routes.ts'
import { figuresBeside } from './features/indicators/beside.ts'
import { actionIndicators } from './features/indicators/action/section.ts'
import { indicatorRoutes } from './features/indicators/routes.ts'
import { evidenceRoutes } from './features/evidence/routes.ts'
import { organisationRoutes } from './features/organisations/routes.ts'
import { replyRoutes } from './features/surveys/replies/routes.ts'
import { saidSection } from './features/surveys/results/said-section.ts'
import { resultRoutes } from './features/surveys/results/routes.ts'
import { questionnaireRoutes } from './features/surveys/write/routes.ts'
import { listActionsOfEvaluation } from './features/plans/store.ts'
import type { Route } from './platform/web/route.ts'
import { html } from './ui/html.ts'

/** Beside a question of the team: what people said in surveys, then the figures. */
const besideQuestion: BesideQuestion = async (ask, organisationId, items) =>
  html`${await saidSection(ask, organisationId, items)}${await figuresBeside(ask, organisationId, items)}`

/** Every route of the product, feature by feature. */
export const routes: readonly Route[] = [
  ...myPageRoutes,
  ...schoolPageRoutes,
  ...searchRoutes,
  ...accountRoutes,
  ...siteRoutes,
  ...organisationRoutes(nameJournalSubjects),
  ...authorityRoutes,
  ...networkRoutes,
  ...draftRoutes,
  ...crosswalkReadRoutes,
  ...crosswalkEditRoutes,
  ...exchangeRoutes,
  ...versionRoutes,
  ...frameworkRoutes,
  ...evaluationListRoutes,
  ...overviewRoutes,
  ...composingRoutes,
  ...answerRoutes,
  ...agreeRoutes(besideQuestion),
  ...actionListRoutes,
  ...actionEditRoutes,
  ...actionRoutes(actionIndicators),
  ...indicatorRoutes,
  ...campaignRoutes,
  ...inviteRoutes,
  ...labelRoutes,
  ...labelVersionRoutes,
  ...evidenceRoutes([questionUses], listFollowedIds),
  ...questionnaireRoutes,
  ...resultRoutes,
  ...replyRoutes,
  ...diagnosisRoutes(listActionsOfEvaluation),
  ...attachRoutes,
  ...sheetRoutes,
  ...validationRoutes,
  ...reportRoutes(listActionsOfEvaluation),
]
