import type { Route } from '../../platform/web/route.ts'
import { directoryRoutes } from './directory/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { installationRoutes } from './installation/routes.ts'
import { journalRoutes } from './journal/pages.ts'
import type { NameSubjects } from './journal/pages.ts'
import { referenceRoutes } from './references/routes.ts'
import { teamRoutes } from './team/routes.ts'

/** `nameSubjects` tells the journal the titles of what later features hold. */
export const organisationRoutes = (nameSubjects: NameSubjects): readonly Route[] => [
  ...teamRoutes,
  ...referenceRoutes,
  ...journalRoutes(nameSubjects),
  ...importRoutes,
  ...directoryRoutes,
  ...installationRoutes,
]
