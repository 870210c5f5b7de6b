import { notFound } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { anyone, get, post } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onPlace } from '../guard.ts'
import { findPart } from '../store.ts'
import type { Part, Place } from '../store.ts'
import { onAddition, saveAddition, saveNewAddition, saveRemoveAddition, showAddition, showAdditions } from './additions-pages.ts'
import { showAnonymity } from './anonymity-page.ts'
import { onEntry, saveEntry, showEntry } from './entry-pages.ts'
import { saveInvitations, saveReminder, showInvitations } from './invitations-pages.ts'
import { givePaperForm, showPaper } from './paper-pages.ts'
import { showPlace } from './place-page.ts'
import { onDoor, saveEndSession, showSession } from './session-page.ts'
import { saveSession, showSessions } from './sessions-pages.ts'
import { giveMerge, showSheets } from './sheets-pages.ts'

const onPart =
  (handle: (ask: SignedIn, place: Place, part: Part) => Promise<Answer>) =>
  async (ask: SignedIn, place: Place): Promise<Answer> => {
    const part = await findPart(ask.db, place.survey.id, ask.params['part'] ?? '')
    return part ? handle(ask, place, part) : notFound()
  }

/** What one school does in a survey: its own questions, invitations, sessions, paper; and the page that says how people are protected. */
export const inviteRoutes: readonly Route[] = [
  get(urls.survey.place, onPlace('survey.place', showPlace)),
  get(urls.survey.additions, onPlace('survey.invite', showAdditions)),
  post(urls.survey.additions, onPlace('survey.invite', saveNewAddition)),
  get(urls.survey.addition, onPlace('survey.invite', onAddition(showAddition))),
  post(urls.survey.addition, onPlace('survey.invite', onAddition(saveAddition))),
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
