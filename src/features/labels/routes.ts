import { get, post } from '../../platform/web/route.ts'
import type { Route } from '../../platform/web/route.ts'
import { urls } from '../../urls.ts'
import { onObject } from '../accounts/guard.ts'
import { onOwnOrganisation } from '../organisations/guard.ts'
import { downloadBoard } from './board/board-file.ts'
import { showBoard } from './board/board-page.ts'
import { saveFollowChoice, showFollow } from './board/follow-pages.ts'
import { showFramework } from './followed/framework-page.ts'
import { onFollowed, onPoint } from './guard.ts'
import { showMap } from './board/map-page.ts'
import { showNearest } from './followed/nearest-page.ts'
import { saveAction, saveDetach, saveJoin, saveNotedPosition, saveTakenPosition, showPoint } from './point/point-handlers.ts'
import { saveSettings, saveShare, saveStop, showSettings } from './followed/settings-pages.ts'
import { findAccompanied, findOwnNetwork, showAuthorityLabels, showNetworkLabels } from './shared/shared-pages.ts'
import { showBestProofs } from './board/unlock-page.ts'

export const labelRoutes: readonly Route[] = [
  get(urls.label.board, onOwnOrganisation('label.read', showBoard)),
  get(urls.label.follow, onOwnOrganisation('label.edit', showFollow)),
  post(urls.label.follow, onOwnOrganisation('label.edit', saveFollowChoice)),
  get(urls.label.file, onOwnOrganisation('label.read', downloadBoard)),
  get(urls.label.map, onOwnOrganisation('label.read', showMap)),
  get(urls.label.bestProofs, onOwnOrganisation('label.read', showBestProofs)),
  get(urls.label.show, onFollowed('label.read', showFramework)),
  get(urls.label.settings, onFollowed('label.edit', showSettings)),
  post(urls.label.settings, onFollowed('label.edit', saveSettings)),
  post(urls.label.stop, onFollowed('label.edit', saveStop)),
  post(urls.label.share, onFollowed('label.share', saveShare)),
  get(urls.label.nearest, onFollowed('label.read', showNearest)),
  get(urls.label.point, onPoint('label.read', showPoint)),
  post(urls.label.join, onPoint('evidence.attach', saveJoin)),
  post(urls.label.detach, onPoint('evidence.attach', saveDetach)),
  post(urls.label.position, onPoint('label.edit', saveNotedPosition)),
  post(urls.label.takePosition, onPoint('label.edit', saveTakenPosition)),
  post(urls.label.action, onPoint('action.create', saveAction)),
  get(urls.label.network, onObject('network', 'network.read', findOwnNetwork, showNetworkLabels)),
  get(urls.label.authority, onObject('authority', 'authority.read', findAccompanied, showAuthorityLabels)),
]
