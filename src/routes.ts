import { signInRoutes } from './features/accounts/sign-in-pages.ts'
import type { Route } from './platform/web/route.ts'

/** Every route of the product, feature by feature. */
export const routes: readonly Route[] = [...signInRoutes]
