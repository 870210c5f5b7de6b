import type { Route } from '../../../platform/web/route.ts'
import { composeRoutes } from './compose-pages.ts'
import { modelRoutes } from './models-pages.ts'
import { openingRoutes } from './opening-pages.ts'
import { questionRoutes } from './question-pages.ts'
import { referencesRoutes } from './references-pages.ts'
import { settingsRoutes } from './settings-pages.ts'
import { teamRoutes } from './team-pages.ts'

/** Preparing an evaluation: its settings, team and questionnaire, up to the opening of the round and while it runs. */
export const composingRoutes: readonly Route[] = [
  ...settingsRoutes,
  ...composeRoutes,
  ...questionRoutes,
  ...referencesRoutes,
  ...modelRoutes,
  ...teamRoutes,
  ...openingRoutes,
]
