import { phases } from '../../../ui/phases.ts'
import { audiences } from '../content.ts'
import type { FrameworkHeader, ItemContent, ThemeContent } from '../content.ts'
import { codeFits, firstAddition, isItemCode, nextItemCode } from './codes-rules.ts'
import { itemCodesOf } from './content-rules.ts'
import { linesOf } from './typed-rules.ts'
import type { Typed } from './typed-rules.ts'

/** The form of one statement: from the content to what is typed, and back. */

export const statementFields = [
  'statement',
  'title',
  'phase',
  'help',
  'contrast_low',
  'contrast_high',
  'evidence',
  'grade',
  'gravity',
  'unconfirmed',
  'theme',
  'code',
] as const
export const statementBoxes = ['audiences', 'indicators', 'conditions'] as const

export const statementTyped = (item: ItemContent, theme: string): Typed => ({
  statement: item.statement,
  title: item.title ?? '',
  phase: item.phase ?? '',
  help: item.help ?? '',
  contrast_low: item.contrast_low ?? '',
  contrast_high: item.contrast_high ?? '',
  audiences: item.audiences.join('\n'),
  evidence: item.evidence.join('\n'),
  indicators: item.indicators.join('\n'),
  grade: item.grade === undefined ? '' : String(item.grade),
  conditions: (item.conditions ?? []).join('\n'),
  gravity: item.gravity ?? 'none',
  unconfirmed: item.status === 'unconfirmed' ? 'yes' : '',
  theme,
  code: item.code,
})

/** A new statement speaks to the staff, in the phase of the one before. */
export const blankStatement = (theme: ThemeContent): ItemContent => {
  const phase = theme.items.at(-1)?.phase
  return { code: '', ...(phase ? { phase } : {}), statement: '', audiences: ['staff'], evidence: [], indicators: [] }
}

export function readStatement(typed: Typed): ItemContent {
  const phase = phases.find((one) => one === typed['phase'])
  const gravity = (['minor', 'major'] as const).find((one) => one === typed['gravity'])
  const conditions = linesOf(typed['conditions'] ?? '')
  const text = (name: string): string => (typed[name] ?? '').trim()
  return {
    code: text('code'),
    ...(phase ? { phase } : {}),
    ...(text('title') ? { title: text('title') } : {}),
    statement: text('statement').replace(/\s+/g, ' '),
    ...(text('help') ? { help: text('help') } : {}),
    ...(text('contrast_low') ? { contrast_low: text('contrast_low') } : {}),
    ...(text('contrast_high') ? { contrast_high: text('contrast_high') } : {}),
    audiences: audiences.filter((one) => linesOf(typed['audiences'] ?? '').includes(one)),
    evidence: linesOf(typed['evidence'] ?? ''),
    indicators: linesOf(typed['indicators'] ?? ''),
    ...(/^\d+$/.test(text('grade')) ? { grade: Number(text('grade')) } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(gravity ? { gravity } : {}),
    ...(typed['unconfirmed'] === 'yes' ? { status: 'unconfirmed' as const } : {}),
  }
}

export interface Coding {
  content: FrameworkHeader
  /** Codes of the version before and of what is added to: never used again. */
  taken: readonly string[]
  /** Whether this theme belongs to another framework and is only added to. */
  addition: boolean
}

/**
 * The statement with the code it shall have: the one typed by those who know, as long as nobody else has it; the one it has, while it
 * says where it stands; a new one otherwise. Null when the code typed cannot be.
 */
export function codedStatement(item: ItemContent, theme: string, before: string | null, { content, taken, addition }: Coding): ItemContent | null {
  const typed = item.code
  const wanted = typed !== '' && typed !== before
  if (wanted) {
    const others = [...itemCodesOf(content).filter((code) => code !== before), ...taken.filter((code) => code !== before)]
    return isItemCode(typed) && !others.includes(typed) ? item : null
  }
  if (before !== null && codeFits({ ...item, code: before }, theme)) return { ...item, code: before }
  return { ...item, code: nextItemCode(theme, item.phase, [...itemCodesOf(content), ...taken], addition ? firstAddition : 1) }
}
