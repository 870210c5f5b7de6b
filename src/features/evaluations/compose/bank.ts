import type { Db } from '../../../platform/database.ts'
import { phases } from '../../../ui/phases.ts'
import type { Phase } from '../../../ui/phases.ts'
import { listOwnerNames } from '../../frameworks/additions-store.ts'
import { listItems as listThemeItems } from '../../frameworks/store.ts'
import type { Item, ListedTheme } from '../../frameworks/store.ts'
import { searchItems } from '../../frameworks/search-store.ts'
import { themeValue } from './settings.ts'
import type { EvaluationTheme } from './settings-store.ts'

/** What the person looks at in the bank, as the address says it. */
export interface BankView {
  /** Words searched in all sheets; '' shows a theme. */
  words: string
  /** 'framework uuid:code' of the theme shown; '' when there is none. */
  theme: string
  phase: Phase | null
}

export const readBankView = (query: { get(name: string): string | null }): BankView => ({
  words: (query.get('mot') ?? '').trim(),
  theme: query.get('theme') ?? '',
  phase: phases.find((phase) => phase === query.get('quart')) ?? null,
})

/** The same view as address parameters. */
export const bankQuery = (view: BankView): Record<string, string | undefined> => ({
  mot: view.words || undefined,
  theme: view.words ? undefined : view.theme || undefined,
  quart: view.phase ?? undefined,
})

export interface BankItem extends Item {
  themeTitle: string
  frameworkTitle: string
  /** Who added it to the sheet; null for the sheet's own. */
  addedBy: string | null
}

export interface Bank {
  view: BankView
  /** The theme shown; null while searching or when there is no sheet at all. */
  theme: ListedTheme | null
  /** Of the phase wanted. */
  items: readonly BankItem[]
  /** In each phase and in all, before the choice of a phase; sheets without a cycle count only in all. */
  counts: Record<Phase | 'all', number>
}

/** What the bank shows: the theme asked for, else the first of the evaluation, else the first of all; or what the words find. */
export async function findBank(db: Db, wanted: BankView, themes: readonly ListedTheme[], own: readonly EvaluationTheme[]): Promise<Bank> {
  const first = own[0] ? themeValue(own[0]) : ''
  const theme = themes.find((one) => themeValue(one) === wanted.theme) ?? themes.find((one) => themeValue(one) === first) ?? themes[0] ?? null
  const all = wanted.words ? await found(db, wanted.words, themes) : await ofTheme(db, theme, themes)
  return {
    view: { ...wanted, theme: theme ? themeValue(theme) : '' },
    theme: wanted.words ? null : theme,
    items: wanted.phase ? all.filter((item) => item.phase === wanted.phase) : all,
    counts: { plan: countIn(all, 'plan'), do: countIn(all, 'do'), check: countIn(all, 'check'), act: countIn(all, 'act'), all: all.length },
  }
}

const countIn = (items: readonly BankItem[], phase: Phase): number => items.filter((item) => item.phase === phase).length

/** The theme's own questions, then those that an académie or a school adds to it. */
async function ofTheme(db: Db, theme: ListedTheme | null, themes: readonly ListedTheme[]): Promise<BankItem[]> {
  if (!theme) return []
  const additions = themes.filter((one) => addsTo(one, theme))
  const names = await listOwnerNames(
    db,
    additions.map((one) => one.ownerId ?? ''),
  )
  const items: BankItem[] = []
  for (const one of [theme, ...additions]) {
    const addedBy = one === theme ? null : (names.get(one.ownerId ?? '') ?? null)
    const own = await listThemeItems(db, one.frameworkId, one.code)
    items.push(...own.map((item) => ({ ...item, themeTitle: one.title, frameworkTitle: one.frameworkTitle, addedBy })))
  }
  return items
}

/** Whether a theme only adds questions to another one, with which it is shown. */
export const addsTo = (theme: ListedTheme, other: ListedTheme): boolean => theme.extendsId === other.frameworkId && theme.code === other.code

// Prompts of the sheets to fill oneself are not questions: a search does not give them.
async function found(db: Db, words: string, themes: readonly ListedTheme[]): Promise<BankItem[]> {
  const frameworkIds = [...new Set(themes.filter((theme) => !theme.blank).map((theme) => theme.frameworkId))]
  return (await searchItems(db, words, { frameworkIds, limit: 40 })).map((item) => ({ ...item, addedBy: null }))
}
