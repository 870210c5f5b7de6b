import { forbidden, notFound } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { get, post, requireCaller, signedIn } from '../../platform/web/route.ts'
import type { Guarded, Route, SignedIn } from '../../platform/web/route.ts'
import { urls } from '../../urls.ts'
import { onObject } from '../accounts/guard.ts'
import { may } from '../accounts/permissions.ts'
import type { PermissionName } from '../accounts/permissions.ts'
import { onOwnOrganisation } from '../organisations/guard.ts'
import { onAction } from '../plans/action-pages.ts'
import { saveActionIndicator } from './action/handlers.ts'
import { sendBoard, showBoard } from './board/board-pages.ts'
import { saveCompose, showCompose } from './board/compose-pages.ts'
import { showDefinition, showDirectory } from './directory/pages.ts'
import { saveEnter, showEnter } from './figure/enter-pages.ts'
import { showFigure } from './figure/figure-page.ts'
import { removeTarget, saveAppreciation, saveBreakForm, saveTargetForm } from './figure/handlers.ts'
import { onFigure } from './guard.ts'
import { findImport } from './imports/imports-store.ts'
import type { ListedImport } from './imports/imports-store.ts'
import { largestFigures, saveUndo, saveUpload, showImport, showImports, undoPermission } from './imports/pages.ts'
import { confirmReading, saveReading, showReading } from './imports/preview-page.ts'
import { ownFileRoutes } from './own-files/routes.ts'
import { saveNewOwn, saveOwn, showNewOwn, showOwn } from './own/pages.ts'
import { findOwn } from './own/store.ts'
import type { OwnIndicator } from './own/store.ts'
import { togetherRoutes } from './together/routes.ts'

/** What anybody may read as a figure is, as a thing to change, only its owner's: to others it does not exist. */
const mine = <T extends { organisationId: string }>(ask: SignedIn, found: T | null): T | null =>
  found && ask.caller.mandates.some((mandate) => mandate.organisationId === found.organisationId) ? found : null

/** An import of published figures is the académie's to undo; one of a school's own file, of those who lead its figures. */
const onImport = (handle: (ask: SignedIn, one: ListedImport) => Promise<Answer>): Guarded => ({
  policy: { who: 'holder', object: 'figuresImport', permission: 'indicator.import' },
  answer: async (anyAsk) => {
    const ask = requireCaller(anyAsk)
    const one = mine(ask, await findImport(ask.db, ask.params['figuresImport'] ?? ''))
    if (!one) return notFound()
    return may(ask.caller, undoPermission(one), one) ? handle(ask, one) : forbidden()
  },
})

const onOwn = (permission: PermissionName, handle: (ask: SignedIn, own: OwnIndicator) => Promise<Answer>): Guarded =>
  onObject('ownIndicator', permission, async (ask) => mine(ask, await findOwn(ask.db, ask.params['ownIndicator'] ?? '')), handle)

/** Every figure with its source, its trend and its honesty. */
export const indicatorRoutes: readonly Route[] = [
  get(urls.indicators.list, signedIn(showDirectory)),
  get(urls.indicators.definition, signedIn(showDefinition)),
  get(urls.indicators.board, onOwnOrganisation('indicator.read', showBoard)),
  get(urls.indicators.compose, onOwnOrganisation('indicator.lead', showCompose)),
  post(urls.indicators.compose, onOwnOrganisation('indicator.lead', saveCompose)),
  get(urls.indicators.boardFile, onOwnOrganisation('indicator.read', sendBoard)),
  get(urls.indicators.show, onFigure('indicator.read', showFigure)),
  get(urls.indicators.enter, onFigure('indicator.enter', showEnter)),
  post(urls.indicators.enter, onFigure('indicator.enter', saveEnter)),
  post(urls.indicators.target, onFigure('indicator.lead', saveTargetForm)),
  post(urls.indicators.removeTarget, onFigure('indicator.lead', removeTarget)),
  post(urls.indicators.break, onFigure('indicator.lead', saveBreakForm)),
  post(urls.indicators.appreciate, onFigure('indicator.enter', saveAppreciation)),
  get(urls.indicators.newOwn, onOwnOrganisation('indicator.define', showNewOwn)),
  post(urls.indicators.newOwn, onOwnOrganisation('indicator.define', saveNewOwn)),
  get(urls.indicators.own, onOwn('indicator.define', showOwn)),
  post(urls.indicators.own, onOwn('indicator.define', saveOwn)),
  get(urls.indicators.imports, onOwnOrganisation('indicator.import', showImports)),
  post(urls.indicators.imports, onOwnOrganisation('indicator.import', saveUpload), { bodyLimit: largestFigures }),
  get(urls.indicators.reading, onOwnOrganisation('indicator.import', showReading)),
  post(urls.indicators.reading, onOwnOrganisation('indicator.import', saveReading)),
  post(urls.indicators.confirm, onOwnOrganisation('indicator.import', confirmReading)),
  get(urls.indicators.import, onImport(showImport)),
  post(urls.indicators.undo, onImport(saveUndo)),
  post(urls.indicators.ofAction, onAction('action.edit', saveActionIndicator)),
  ...togetherRoutes,
  ...ownFileRoutes,
]
