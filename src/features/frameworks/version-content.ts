import type { Db } from '../../platform/database.ts'
import type { FrameworkHeader, ItemContent, ThemeContent } from './content.ts'
import { plainSpaces } from './french-spaces.ts'
import type { Level } from './scale.ts'
import { listFrameworkItems, listThemes } from './store.ts'
import type { Framework, Item, Theme } from './store.ts'

/** A published version in the shape of its file, with the plain spaces that authors type. */
export async function readVersionContent(db: Db, framework: Framework): Promise<FrameworkHeader> {
  const [themes, items] = [await listThemes(db, framework.id), await listFrameworkItems(db, framework.id)]
  const byTheme = Map.groupBy(items, (item) => item.themeCode)
  return { ...headerOf(framework), themes: themes.map((theme) => themeContentOf(theme, byTheme.get(theme.code) ?? [])) }
}

function headerOf(framework: Framework): Omit<FrameworkHeader, 'themes'> {
  const { source, award, scale } = framework
  return {
    id: framework.framework,
    version: framework.version,
    locale: framework.locale,
    title: plainSpaces(framework.title),
    short_title: plainSpaces(framework.shortTitle),
    status: framework.status,
    ...(framework.unconfirmedNote ? { unconfirmed_note: plainSpaces(framework.unconfirmedNote) } : {}),
    ...(framework.blank ? { blank: true } : {}),
    valid_from: framework.validFrom,
    valid_to: framework.validTo,
    source: {
      ...source,
      title: plainSpaces(source.title),
      publisher: plainSpaces(source.publisher),
      reference: plainSpaces(source.reference),
      note: plainSpaces(source.note),
    },
    licence: plainSpaces(framework.licence),
    ...(framework.notes ? { notes: plainSpaces(framework.notes) } : {}),
    kind: framework.kind,
    ...(award ? { award: { ...award, by: plainSpaces(award.by), note: plainSpaces(award.note) } } : {}),
    ...(framework.grades.length > 0 ? { grades: framework.grades.map(plainLevel) } : {}),
    ...(framework.conditions.length > 0 ? { conditions: framework.conditions.map(({ code, question }) => ({ code, question: plainSpaces(question) })) } : {}),
    scale: scale.kind === 'levels' ? { ...scale, levels: scale.levels.map(plainLevel) } : scale,
  }
}

const plainLevel = ({ value, label, descriptor }: Level): Level => ({
  value,
  label: plainSpaces(label),
  ...(descriptor ? { descriptor: plainSpaces(descriptor) } : {}),
})

const themeContentOf = (theme: Theme, items: readonly Item[]): ThemeContent => ({
  code: theme.code,
  title: plainSpaces(theme.title),
  purpose: plainSpaces(theme.purpose),
  keywords: theme.keywords,
  status: theme.status,
  ...(theme.unconfirmedNote ? { unconfirmed_note: plainSpaces(theme.unconfirmedNote) } : {}),
  items: items.map(itemContentOf),
})

export const itemContentOf = (item: Item): ItemContent => ({
  code: item.code,
  ...(item.phase ? { phase: item.phase } : {}),
  ...(item.title ? { title: plainSpaces(item.title) } : {}),
  statement: plainSpaces(item.statement),
  ...(item.help ? { help: plainSpaces(item.help) } : {}),
  ...(item.contrastLow ? { contrast_low: plainSpaces(item.contrastLow) } : {}),
  ...(item.contrastHigh ? { contrast_high: plainSpaces(item.contrastHigh) } : {}),
  audiences: item.audiences,
  evidence: item.evidence.map(plainSpaces),
  indicators: item.indicators,
  ...(item.grade === null ? {} : { grade: item.grade }),
  ...(item.conditions.length > 0 ? { conditions: item.conditions } : {}),
  ...(item.gravity ? { gravity: item.gravity } : {}),
  ...(item.status === 'unconfirmed' ? { status: item.status } : {}),
})
