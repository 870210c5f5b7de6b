import { anyone, get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { showPlaceTrial } from '../campaign/trial-page.ts'
import { onPart, onPlace } from '../guard.ts'
import { onAddition, saveAddition, saveNewAddition, saveRemoveAddition, showAddition, showRemoveAddition, showAdditions } from './additions-pages.ts'
import { showAnonymity } from './anonymity-page.ts'
import { onEntry, saveEntry, showEntry } from './entry-pages.ts'
import { saveInvitations, saveReminder, showInvitations } from './invitations-pages.ts'
import { givePaperForm, showPaper } from './paper-pages.ts'
import { saveDecline, saveTakePart, showPlace } from './place-page.ts'
import { onDoor, saveEndSession, showSession } from './session-page.ts'
import { saveSession, showSessions } from './sessions-pages.ts'
import { giveMerge, showSheets } from './sheets-pages.ts'

/** What one school does in a survey: its own questions, invitations, sessions, paper; and the page that says how people are protected. */
export const inviteRoutes: readonly Route[] = [
  get(urls.survey.place, onPlace('survey.place', showPlace)),
  get(urls.survey.placeTrial, onPlace('survey.place', onPart(showPlaceTrial))),
  post(urls.survey.decline, onPlace('survey.decline', saveDecline)),
  post(urls.survey.takePart, onPlace('survey.decline', saveTakePart)),
  get(urls.survey.additions, onPlace('survey.invite', showAdditions)),
  post(urls.survey.additions, onPlace('survey.invite', saveNewAddition)),
  get(urls.survey.addition, onPlace('survey.invite', onAddition(showAddition))),
  post(urls.survey.addition, onPlace('survey.invite', onAddition(saveAddition))),
  get(urls.survey.removeAddition, onPlace('survey.invite', onAddition(showRemoveAddition))),
  post(urls.survey.removeAddition, onPlace('survey.invite', onAddition(saveRemoveAddition))),
  get(urls.survey.invitations, onPlace('survey.invite', showInvitations)),
  post(urls.survey.invitations, onPlace('survey.invite', saveInvitations)),
  get(urls.survey.sheets, onPlace('survey.invite', showSheets)),
  get(urls.survey.merge, onPlace('survey.invite', giveMerge)),
  post(urls.survey.remind, onPlace('survey.invite', saveReminder)),
  get(urls.survey.sessions, onPlace('survey.session', showSessions)),
  post(urls.survey.sessions, onPlace('survey.session', saveSession)),
  get(urls.survey.session, onPlace('survey.session', onDoor(showSession))),
  post(urls.survey.endSession, onPlace('survey.session', onDoor(saveEndSession))),
  get(urls.survey.paper, onPlace('survey.invite', showPaper)),
  get(urls.survey.paperForm, onPlace('survey.invite', onPart(givePaperForm))),
  get(urls.survey.paperEntry, onPlace('survey.invite', onPart(onEntry(showEntry)))),
  post(urls.survey.paperEntry, onPlace('survey.invite', onPart(onEntry(saveEntry)))),
  get(urls.survey.anonymity, anyone(showAnonymity)),
]
