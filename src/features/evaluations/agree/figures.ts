import type { Language } from '../../../platform/language.ts'
import { spreadDots } from '../../../ui/charts/spread-dots.ts'
import { spreadRow } from '../../../ui/charts/spread-row.ts'
import { nothing } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { scaleLevels } from '../../frameworks/scale.ts'
import type { Spread } from './rules.ts'
import { textsIn } from './texts.en.ts'
import { choiceWords, findingWords } from './words.ts'

interface Part {
  label: string
  count: number
}

const levelParts = ({ item, levels }: Spread): Part[] => scaleLevels(item.scale).map((level, index) => ({ label: level.label, count: levels[index] ?? 0 }))

function apartParts(spread: Spread, language: Language): Part[] {
  const t = textsIn(language)
  return [
    { label: t.notApplicable, count: spread.notApplicable },
    { label: t.unknown, count: spread.unknown },
  ].filter((part) => part.count > 0)
}

function describe(parts: readonly Part[], language: Language): string {
  const t = textsIn(language).chart
  return t.description(parts.map((part) => t.part(part.label, part.count)).join(' ; '))
}

/** The answers to one question as a figure; its title is the finding. Nothing to draw where people answer with words only. */
export function spreadFigure(spread: Spread, language: Language, level: 2 | 4): Html {
  const t = textsIn(language)
  const { item } = spread
  const levels = scaleLevels(item.scale)
  if (levels.length === 0) return nothing
  const apart = apartParts(spread, language)
  const agreed = choiceWords(item.agreedChoice, item.agreedValue, item.scale, language)
  const [first, last] = [levels[0]?.label ?? '', levels.at(-1)?.label ?? '']
  return spreadDots({
    title: findingWords(spread, language),
    level,
    description: describe([...levelParts(spread), ...apart], language),
    levels: levels.map((one, index) => ({ value: String(one.value), label: one.label, count: spread.levels[index] ?? 0 })),
    ...(item.scale.kind === 'statements' ? { ends: [first, last] as const } : {}),
    apart,
    agreed: agreed && item.agreedChoice === 'rated' ? { value: String(item.agreedValue), label: t.agreedOn(agreed) } : undefined,
    tableSummary: t.chart.table,
    table: {
      caption: t.chart.caption,
      columns: [{ header: t.chart.level }, { header: t.chart.people, numeric: true }],
      rows: [...levelParts(spread), ...apart].map((part) => [part.label, part.count]),
    },
  })
}

/** The largest count of a list of questions. */
export const largestCount = (spreads: readonly Spread[]): number => Math.max(1, ...spreads.flatMap((spread) => spread.levels))

/** The same in a line of a list; `most` is the list's largestCount. */
export function spreadLine(spread: Spread, most: number, language: Language): Content {
  const { item } = spread
  const levels = scaleLevels(item.scale)
  if (levels.length === 0) return nothing
  const agreed = item.agreedChoice === 'rated' ? levels.findIndex((level) => level.value === item.agreedValue) : -1
  return spreadRow({
    counts: spread.levels,
    most,
    description: describe(
      levelParts(spread).filter((part) => part.count > 0),
      language,
    ),
    agreed: agreed < 0 ? undefined : agreed,
  })
}
