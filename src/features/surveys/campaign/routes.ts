import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onOwnOrganisation } from '../../organisations/guard.ts'
import { onPart, onSurvey } from '../guard.ts'
import { showSurveys } from './list-page.ts'
import { saveClose, saveDelete, saveExtend, saveOffer, saveOpen, showClose, showDelete, showExtend, showOffer, showOpen } from './opening-pages.ts'
import { saveAddPart, saveEditPart, saveRemovePart, showAddPart, showPart, showRemovePart } from './part-pages.ts'
import { saveRemoveSchool, saveSchools, showRemoveSchool, showSchools } from './schools-pages.ts'
import { saveCreate, saveEditSettings, showCreate, showSettings } from './settings-pages.ts'
import { saveAgain, showSurvey } from './show-page.ts'
import { showTrial } from './trial-page.ts'

/** The life of a survey for the school, network or académie that asks. */
export const campaignRoutes: readonly Route[] = [
  get(urls.survey.list, onOwnOrganisation('survey.read', showSurveys)),
  get(urls.survey.create, onOwnOrganisation('survey.edit', showCreate)),
  post(urls.survey.create, onOwnOrganisation('survey.edit', saveCreate)),
  get(urls.survey.show, onSurvey('survey.read', showSurvey)),
  get(urls.survey.settings, onSurvey('survey.edit', showSettings)),
  post(urls.survey.settings, onSurvey('survey.edit', saveEditSettings)),
  get(urls.survey.addPart, onSurvey('survey.edit', showAddPart)),
  post(urls.survey.addPart, onSurvey('survey.edit', saveAddPart)),
  get(urls.survey.part, onSurvey('survey.edit', onPart(showPart))),
  post(urls.survey.part, onSurvey('survey.edit', onPart(saveEditPart))),
  get(urls.survey.removePart, onSurvey('survey.edit', onPart(showRemovePart))),
  post(urls.survey.removePart, onSurvey('survey.edit', onPart(saveRemovePart))),
  get(urls.survey.trial, onSurvey('survey.read', onPart(showTrial))),
  get(urls.survey.schools, onSurvey('survey.read', showSchools)),
  post(urls.survey.schools, onSurvey('survey.edit', saveSchools)),
  get(urls.survey.removeSchool, onSurvey('survey.edit', showRemoveSchool)),
  post(urls.survey.removeSchool, onSurvey('survey.edit', saveRemoveSchool)),
  get(urls.survey.offer, onSurvey('survey.open', showOffer)),
  post(urls.survey.offer, onSurvey('survey.open', saveOffer)),
  get(urls.survey.open, onSurvey('survey.open', showOpen)),
  post(urls.survey.open, onSurvey('survey.open', saveOpen)),
  get(urls.survey.extend, onSurvey('survey.open', showExtend)),
  post(urls.survey.extend, onSurvey('survey.open', saveExtend)),
  get(urls.survey.close, onSurvey('survey.open', showClose)),
  post(urls.survey.close, onSurvey('survey.open', saveClose)),
  post(urls.survey.again, onSurvey('survey.edit', saveAgain)),
  get(urls.survey.delete, onSurvey('survey.edit', showDelete)),
  post(urls.survey.delete, onSurvey('survey.edit', saveDelete)),
]
