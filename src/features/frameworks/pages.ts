import { notFound, page } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { get, signedIn } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { urls } from '../../urls.ts'
import { may } from '../accounts/permissions.ts'
import { listAddedItems, listAdditions, listOwnerNames } from './additions-store.ts'
import { listEditions } from './editions-store.ts'
import { frameworkPage } from './framework-page.ts'
import type { FrameworkSheet } from './framework-page.ts'
import { mostFound } from './found-block.ts'
import type { Found } from './found-block.ts'
import { listPage } from './list-page.ts'
import { longestSearch, searchItems, searchThemes } from './search-store.ts'
import { findFramework, findTheme, listAllThemes, listFrameworks, listItems, listThemes } from './store.ts'
import type { ListedTheme } from './store.ts'
import { themePage } from './theme-page.ts'
import type { School } from './theme-page.ts'
import { writingPlaces } from './writing-doors.ts'

async function showList(ask: SignedIn): Promise<Answer> {
  const [themes, frameworks] = [await listAllThemes(ask.db, ask.today), await listFrameworks(ask.db, ask.today)]
  const ownerNames = await listOwnerNames(ask.db, [...new Set(frameworks.flatMap((framework) => framework.ownerId ?? []))])
  return page(listPage(ask.language, { themes, frameworks, ownerNames, places: writingPlaces(ask) }, await findWords(ask, themes)))
}

async function findWords(ask: SignedIn, themes: readonly ListedTheme[]): Promise<Found | null> {
  const words = (ask.query.get('q') ?? '').trim().slice(0, longestSearch)
  if (!words) return null
  const frameworkIds = [...new Set(themes.map((theme) => theme.frameworkId))]
  return {
    words,
    themes: await searchThemes(ask.db, words, frameworkIds),
    items: await searchItems(ask.db, words, { frameworkIds, limit: mostFound + 1 }),
  }
}

async function showFramework(ask: SignedIn): Promise<Answer> {
  const framework = await findFramework(ask.db, ask.params['framework'] ?? '')
  if (!framework) return notFound()
  const { id, ownerId, extendsId } = framework
  const sheet: FrameworkSheet = {
    framework,
    themes: await listThemes(ask.db, id),
    ownerName: ownerId === null ? null : ((await listOwnerNames(ask.db, [ownerId])).get(ownerId) ?? null),
    parent: extendsId ? await findFramework(ask.db, extendsId) : null,
    additions: await listAdditions(ask.db, id, ask.today),
    editions: await listEditions(ask.db, id),
    edits: ownerId !== null && may(ask.caller, 'framework.edit', { organisationId: ownerId }),
    hidden: ask.hidden,
  }
  return page(frameworkPage(ask.language, sheet))
}

async function showTheme(ask: SignedIn): Promise<Answer> {
  const { framework: id = '', theme: code = '' } = ask.params
  const framework = await findFramework(ask.db, id)
  const theme = framework && (await findTheme(ask.db, id, code))
  if (!framework || !theme) return notFound()
  const items = await listItems(ask.db, id, code)
  const themes = await listThemes(ask.db, id)
  const added = await listAddedItems(ask.db, id, code, ask.today)
  const parent = framework.extendsId && (await findTheme(ask.db, framework.extendsId, code)) ? await findFramework(ask.db, framework.extendsId) : null
  return page(themePage(ask.language, { framework, theme, items, themes, schools: schoolsOf(ask), added, parent }))
}

/** Where the caller may start an evaluation, each once. */
function schoolsOf(ask: SignedIn): School[] {
  const open = ask.caller.mandates.filter((mandate) => may(ask.caller, 'evaluation.create', mandate))
  return [...new Map(open.map((mandate) => [mandate.organisationId, { organisationId: mandate.organisationId, name: mandate.name }])).values()]
}

export const frameworkRoutes: readonly Route[] = [
  get(urls.frameworks.list, signedIn(showList)),
  get(urls.frameworks.show, signedIn(showFramework)),
  get(urls.frameworks.theme, signedIn(showTheme)),
]
