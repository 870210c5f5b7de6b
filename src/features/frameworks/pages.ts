import { notFound, page } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { get, signedIn } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { urls } from '../../urls.ts'
import { may } from '../accounts/permissions.ts'
import { frameworkPage } from './framework-page.ts'
import { listPage, mostFound } from './list-page.ts'
import type { Found } from './list-page.ts'
import { longestSearch, searchItems, searchThemes } from './search-store.ts'
import { findFramework, findTheme, listAllThemes, listItems, listThemes } from './store.ts'
import type { ListedTheme } from './store.ts'
import { themePage } from './theme-page.ts'
import type { School } from './theme-page.ts'

async function showList(ask: SignedIn): Promise<Answer> {
  const themes = await listAllThemes(ask.db, ask.today)
  return page(listPage(ask.language, themes, await findWords(ask, themes)))
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
  return page(frameworkPage(ask.language, framework, await listThemes(ask.db, framework.id)))
}

async function showTheme(ask: SignedIn): Promise<Answer> {
  const { framework: id = '', theme: code = '' } = ask.params
  const framework = await findFramework(ask.db, id)
  const theme = framework && (await findTheme(ask.db, id, code))
  if (!framework || !theme) return notFound()
  const items = await listItems(ask.db, id, code)
  const themes = await listThemes(ask.db, id)
  return page(themePage(ask.language, { framework, theme, items, themes, schools: schoolsOf(ask) }))
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
