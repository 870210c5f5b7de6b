import { get, post, signedIn } from '../../../platform/web/route.ts'
import type { Guarded, Route, SignedIn } from '../../../platform/web/route.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { urls } from '../../../urls.ts'
import { onObject } from '../../accounts/guard.ts'
import { onOwnOrganisation } from '../../organisations/guard.ts'
import { findOwnOrganisation } from '../../organisations/store.ts'
import { downloadConversion, downloadCrosswalk, downloadFramework, showCrosswalkExport, showFrameworkExport } from './export-pages.ts'
import { importLimit, saveImport, showImport } from './import-pages.ts'
import { saveReading, showReading } from './preview-handlers.ts'
import { findReading } from './readings-store.ts'
import type { KeptReading } from './readings-store.ts'

async function findOwnReading(ask: SignedIn): Promise<KeptReading | null> {
  const organisation = await findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? '')
  return organisation && findReading(ask.db, organisation.id, ask.params['reading'] ?? '', ask.now)
}

const onReading = (handle: (ask: SignedIn, kept: KeptReading) => Promise<Answer>): Guarded => onObject('reading', 'framework.edit', findOwnReading, handle)

/** Frameworks and crosswalks in and out, as files. They stand before the pages of frameworks, whose addresses would take theirs for a theme. */
export const exchangeRoutes: readonly Route[] = [
  get(urls.exchange.import, onOwnOrganisation('framework.edit', showImport)),
  post(urls.exchange.import, onOwnOrganisation('framework.edit', saveImport), { bodyLimit: importLimit }),
  get(urls.exchange.reading, onReading(showReading)),
  post(urls.exchange.reading, onReading(saveReading)),
  get(urls.exchange.framework, signedIn(showFrameworkExport)),
  get(urls.exchange.frameworkFile, signedIn(downloadFramework)),
  get(urls.exchange.crosswalk, signedIn(showCrosswalkExport)),
  get(urls.exchange.crosswalkFile, signedIn(downloadCrosswalk)),
  get(urls.versions.file, signedIn(downloadConversion)),
]
