import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { scaleLevels } from '../../frameworks/scale.ts'
import { itemName } from '../questionnaire/definition.ts'
import type { Audience, Question } from '../questionnaire/definition.ts'
import type { QuestionFigures } from '../release/document.ts'
import type { Place } from '../store.ts'
import { listPartViews } from './part-views.ts'
import type { PartView } from './part-views.ts'
import { earlyPage, resultCrumbs } from './results-pages.ts'
import { listTeamPositions } from './results-store.ts'
import type { TeamPosition } from './results-store.ts'
import { canConclude, lengthOf } from './rules.ts'
import { textsIn } from './texts.en.ts'
import type { ResultTexts } from './texts.fr.ts'
import { agreementOf } from './words.ts'

interface View {
  audience: Audience
  words: string
  figures: QuestionFigures
}

/** One statement, as each audience and the team see it. */
interface Crossed {
  item: NonNullable<Question['item']>
  views: View[]
  team: TeamPosition | null
  /** Between the two that are furthest apart, in points of a hundred. */
  gap: number
}

/** Statements on which at least two of the audiences and the team speak, widest gap first. */
export function crossedViews(parts: readonly PartView[], team: ReadonlyMap<string, TeamPosition>): Crossed[] {
  const byItem = new Map<string, Pick<Crossed, 'item' | 'views'>>()
  for (const { part, questions, figures } of parts) {
    for (const { code, item, words } of questions) {
      const result = figures.questions[code]
      if (!item || !result?.shown || !result.figures.favourable) continue
      const one = byItem.get(itemName(item)) ?? { item, views: [] }
      one.views.push({ audience: part.audience, words: words.fr, figures: result.figures })
      byItem.set(itemName(item), one)
    }
  }
  return [...byItem]
    .map(([name, one]): Crossed => ({ ...one, team: team.get(name) ?? null, gap: gapOf(heightsOf(one.views, team.get(name) ?? null)) }))
    .filter(({ views, team: position }) => new Set(views.map((view) => view.audience)).size + (position ? 1 : 0) > 1)
    .sort((one, other) => other.gap - one.gap)
}

const heightsOf = (views: readonly View[], team: TeamPosition | null): number[] => [
  ...views.map(({ figures }) => lengthOf(figures.favourable?.share ?? 0)),
  ...(team ? heightOf(team) : []),
]

/** How high on its scale the team stands, from 0 to 100; nothing where it spoke with words only. */
function heightOf({ value, scale }: TeamPosition): number[] {
  const place = scaleLevels(scale).findIndex((level) => level.value === value)
  return place < 0 ? [] : [(place / Math.max(1, scaleLevels(scale).length - 1)) * 100]
}

const gapOf = (heights: readonly number[]): number => (heights.length > 1 ? Math.max(...heights) - Math.min(...heights) : 0)

/** Who stands furthest apart, where both are sure enough to say so. */
function partingOf(views: readonly View[], t: ResultTexts): string {
  const sure = views
    .filter(({ figures }) => canConclude(figures))
    .toSorted((one, other) => lengthOf(one.figures.favourable?.share ?? 0) - lengthOf(other.figures.favourable?.share ?? 0))
  const [low, high] = [sure[0], sure.at(-1)]
  if (!low?.figures.favourable || !high?.figures.favourable || low === high) return ''
  return low.figures.favourable.high < high.figures.favourable.low ? t.parting(t.audiences[low.audience], t.audiences[high.audience]) : t.noParting
}

export async function showViews(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language)
  const parts = await listPartViews(ask, place)
  const items = parts.flatMap(({ questions }) => questions.flatMap((question) => question.item ?? []))
  const crossed = crossedViews(parts, await listTeamPositions(ask.db, place.organisationId, items))
  const section = ({ item, views, team }: Crossed): Html => {
    const title = views[0]?.words ?? item.code
    const rows = views.map((view): string[] => [t.audiences[view.audience], view.words, agreementOf(view.figures, t)])
    const parting = partingOf(views, t)
    return html`<section>${heading(2, title, 's')}${table({
      caption: title,
      captionHidden: true,
      columns: [{ header: t.audience }, { header: t.asked }, { header: t.share }],
      rows: team ? [...rows, [t.team, team.statement, teamWords(team, t)]] : rows,
    })}${when(parting, () => html`<p class="govuk-body">${parting}</p>`)}</section>`
  }
  const body = html`${heading(1, t.views)}<p class="q-lead">${crossed.length > 0 ? t.viewsLead : t.viewsNone}</p>${crossed.map(section)}`
  return page({ title: t.views, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}

function teamWords({ value, scale, reason }: TeamPosition, t: ResultTexts): string {
  const label = scaleLevels(scale).find((level) => level.value === value)?.label
  return [label ?? t.teamWorded, reason ? `« ${reason} »` : ''].filter(Boolean).join(' ')
}
