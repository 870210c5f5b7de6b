import { createHash } from 'node:crypto'
import type { FrameworkHeader, ItemContent, ThemeContent } from '../content.ts'
import type { Statement } from './changes-rules.ts'

/** Edits of a framework being written: content in, content out. */

export const findThemeIn = (content: FrameworkHeader, code: string): ThemeContent | null => content.themes.find((theme) => theme.code === code) ?? null

export interface Placed {
  theme: ThemeContent
  item: ItemContent
}

export function findItemIn(content: FrameworkHeader, code: string): Placed | null {
  for (const theme of content.themes) {
    const item = theme.items.find((one) => one.code === code)
    if (item) return { theme, item }
  }
  return null
}

export const itemsOf = (content: FrameworkHeader): ItemContent[] => content.themes.flatMap((theme) => theme.items)
export const itemCodesOf = (content: FrameworkHeader): string[] => itemsOf(content).map((item) => item.code)

export const addTheme = (content: FrameworkHeader, theme: ThemeContent): FrameworkHeader => ({ ...content, themes: [...content.themes, theme] })

export const replaceTheme = (content: FrameworkHeader, code: string, theme: ThemeContent): FrameworkHeader => ({
  ...content,
  themes: content.themes.map((one) => (one.code === code ? theme : one)),
})

export const removeTheme = (content: FrameworkHeader, code: string): FrameworkHeader => ({
  ...content,
  themes: content.themes.filter((theme) => theme.code !== code),
})

export function addItem(content: FrameworkHeader, themeCode: string, item: ItemContent): FrameworkHeader {
  const theme = findThemeIn(content, themeCode)
  return theme ? replaceTheme(content, themeCode, { ...theme, items: [...theme.items, item] }) : content
}

export const removeItem = (content: FrameworkHeader, code: string): FrameworkHeader => ({
  ...content,
  themes: content.themes.map((theme) =>
    theme.items.some((item) => item.code === code) ? { ...theme, items: theme.items.filter((item) => item.code !== code) } : theme,
  ),
})

/** In its place; at the end of another theme when it moves there. */
export function replaceItem(content: FrameworkHeader, code: string, item: ItemContent, themeCode: string): FrameworkHeader {
  const found = findItemIn(content, code)
  if (!found) return content
  if (found.theme.code !== themeCode) return addItem(removeItem(content, code), themeCode, item)
  return replaceTheme(content, themeCode, { ...found.theme, items: found.theme.items.map((one) => (one.code === code ? item : one)) })
}

/** Those named first, in the order of their names; what somebody added meanwhile stays after them. */
export function inOrder<T extends { code: string }>(list: readonly T[], codes: readonly string[]): T[] {
  const named = codes.flatMap((code) => list.find((one) => one.code === code) ?? [])
  return [...new Set([...named, ...list])]
}

export const orderThemes = (content: FrameworkHeader, codes: readonly string[]): FrameworkHeader => ({ ...content, themes: inOrder(content.themes, codes) })

export function orderItems(content: FrameworkHeader, themeCode: string, codes: readonly string[]): FrameworkHeader {
  const theme = findThemeIn(content, themeCode)
  return theme ? replaceTheme(content, themeCode, { ...theme, items: inOrder(theme.items, codes) }) : content
}

/** The same items under another theme code: their own codes begin with it. */
export const recodeTheme = (theme: ThemeContent, code: string): ThemeContent => ({
  ...theme,
  code,
  items: theme.items.map((item) => ({ ...item, code: code + item.code.slice(item.code.indexOf('-')) })),
})

/** A short mark of a part as it was shown: an edit of something else leaves it as it is. */
export const stampOf = (part: unknown): string => createHash('sha256').update(JSON.stringify(part)).digest('hex').slice(0, 16)

/** What is compared of each item from one version to the next. */
export const statementsOf = (content: FrameworkHeader): Statement[] =>
  itemsOf(content).map(({ code, statement, contrast_low: low, contrast_high: high, ...around }) => ({
    code,
    text: [statement, low, high].filter(Boolean).join('\n'),
    around: JSON.stringify(Object.entries(around).sort(([one], [other]) => (one < other ? -1 : 1))),
  }))
