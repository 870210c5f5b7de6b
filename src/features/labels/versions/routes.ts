import { get, post } from '../../../platform/web/route.ts'
import type { Route } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { onFollowed } from '../guard.ts'
import { saveBack, saveConfirm, saveMove, showVersion } from './version-pages.ts'

export const labelVersionRoutes: readonly Route[] = [
  get(urls.versions.move, onFollowed('label.read', showVersion)),
  post(urls.versions.move, onFollowed('label.edit', saveMove)),
  post(urls.versions.back, onFollowed('label.edit', saveBack)),
  post(urls.versions.confirm, onFollowed('label.edit', saveConfirm)),
]
