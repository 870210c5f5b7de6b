import { phases } from '../../../ui/phases.ts'
import type { Phase } from '../../../ui/phases.ts'
import type { AgreedItem, Finding } from '../diagnosis/store.ts'

/** One sheet: the questions of a theme by quarter, and the findings that come from them. */
export interface Sheet {
  /** '' for the school's own questions. */
  title: string
  questions: Record<Phase, AgreedItem[]>
  findings: Finding[]
}

/**
 * One sheet a theme, in the order of the questionnaire. The school's own questions join the only theme, or make a sheet of their own.
 * A finding goes to each theme that it comes from; `general`: those tied to no question, when there are several sheets.
 */
export function sheetsOf(items: readonly AgreedItem[], findings: readonly Finding[]): { sheets: Sheet[]; general: Finding[] } {
  const themes = new Map<string, AgreedItem[]>()
  for (const item of items) if (item.themeCode !== null) push(themes, themeKey(item), item)
  const own = items.filter((item) => item.themeCode === null)
  const only = themes.size === 1 ? [...themes.keys()][0] : undefined
  for (const item of own) push(themes, only ?? '', item)
  const sheets = [...themes].map(([key, questions]) => sheetOf(key === '' ? '' : (questions[0]?.themeTitle ?? ''), questions, findings))
  if (sheets.length > 1) return { sheets, general: findings.filter((finding) => finding.itemIds.length === 0) }
  return { sheets: sheets.map((sheet) => ({ ...sheet, findings: [...findings] })), general: [] }
}

const themeKey = (item: AgreedItem): string => `${item.frameworkId}:${item.themeCode}`

function push(themes: Map<string, AgreedItem[]>, key: string, item: AgreedItem): void {
  themes.set(key, [...(themes.get(key) ?? []), item])
}

function sheetOf(title: string, questions: readonly AgreedItem[], findings: readonly Finding[]): Sheet {
  const ids = new Set(questions.map((question) => question.id))
  const of = (phase: Phase): AgreedItem[] => questions.filter((question) => question.phase === phase)
  return {
    title,
    questions: { plan: of('plan'), do: of('do'), check: of('check'), act: of('act') },
    findings: findings.filter((finding) => finding.itemIds.some((id) => ids.has(id))),
  }
}

/** Questions of a sheet in the order of the wheel. */
export const questionsOf = (sheet: Sheet): AgreedItem[] => phases.flatMap((phase) => sheet.questions[phase])
