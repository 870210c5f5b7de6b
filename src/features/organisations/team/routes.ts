import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onOwnOrganisation } from '../guard.ts'
import { saveEndMandate, showEndMandate } from './end-pages.ts'
import { sendInvite, showInvite } from './invite-pages.ts'
import { showTeam } from './team-page.ts'

// Everybody of the school sees who is in it and may leave; what one may end of others is the command's to say.
export const teamRoutes: readonly Route[] = [
  get(urls.school.team, onOwnOrganisation('school.inside', showTeam)),
  get(urls.school.invite, onOwnOrganisation('school.team', showInvite)),
  post(urls.school.invite, onOwnOrganisation('school.team', sendInvite)),
  get(urls.school.endMandate, onOwnOrganisation('school.inside', showEndMandate)),
  post(urls.school.endMandate, onOwnOrganisation('school.inside', saveEndMandate)),
]
