import type { Route } from '../../platform/web/route.ts'
import { ownAccountRoutes } from './account-pages.ts'
import { demoRoutes } from './demo-pages.ts'
import { invitationRoutes } from './invitation-pages.ts'
import { resetRoutes } from './reset-pages.ts'
import { secondFactorRoutes } from './second-factor-pages.ts'
import { sessionRoutes } from './session-pages.ts'
import { signInRoutes } from './sign-in-pages.ts'

export const accountRoutes: readonly Route[] = [
  ...signInRoutes,
  ...secondFactorRoutes,
  ...invitationRoutes,
  ...resetRoutes,
  ...ownAccountRoutes,
  ...sessionRoutes,
  ...demoRoutes,
]
