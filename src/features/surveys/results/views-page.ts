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
import { listStatements, listTeamPositions } from './results-store.ts'
import type { TeamPosition } from './results-store.ts'
import { favourableDifference, lengthOf } from './rules.ts'
import { textsIn } from './texts.en.ts'
import type { ResultTexts } from './texts.fr.ts'
import { agreementOf, intervalInWords, questionWords } from './words.ts'

type ItemOfFramework = NonNullable<Question['item']>

interface View {
  audience: Audience
  question: Question & { kind: 'scale' }
  figures: QuestionFigures
}

/** One statement, as each audience and the team see it. */
interface Crossed {
  item: ItemOfFramework
  views: View[]
  /** The same question, put to each audience in its own words; else questions that only share their statement. */
  same: boolean
  team: TeamPosition | null
  /** Between the two that are furthest apart, in points of a hundred. */
  gap: number
}

/** A question about a statement, and what is shown of it. */
interface AskedOfItem extends Omit<View, 'figures'> {
  item: ItemOfFramework
  figures: QuestionFigures | null
}

/** Questions on which at least two of the audiences and the team speak, widest gap first. */
export function crossedViews(parts: readonly PartView[], team: ReadonlyMap<string, TeamPosition>): Crossed[] {
  const asked = parts.flatMap(({ part, questions, figures }) =>
    questions.flatMap((question): AskedOfItem[] => {
      if (question.kind !== 'scale' || !question.item) return []
      const result = figures.questions[question.code]
      return [{ item: question.item, audience: part.audience, question, figures: result?.shown && result.figures.favourable ? result.figures : null }]
    }),
  )
  const byItem = Map.groupBy(asked, ({ item }) => itemName(item))
  return [...byItem]
    .flatMap(([name, questions]) => comparable(questions).map((group) => crossedOf(group, team.get(name) ?? null)))
    .filter(({ views, team: position }) => new Set(views.map((view) => view.audience)).size + (position ? 1 : 0) > 1)
    .sort((one, other) => other.gap - one.gap)
}

/**
 * Of the questions about one statement, those that may be set side by side: of one code, which ready questionnaires keep from one audience to another; or all
 * of them, where each audience was asked a single one.
 */
function comparable(questions: readonly AskedOfItem[]): AskedOfItem[][] {
  const single = new Set(questions.map(({ audience }) => audience)).size === questions.length
  return single ? [[...questions]] : [...Map.groupBy(questions, ({ question }) => question.code).values()]
}

function crossedOf(questions: readonly AskedOfItem[], team: TeamPosition | null): Crossed {
  const views = questions.flatMap(({ audience, question, figures }): View[] => (figures ? [{ audience, question, figures }] : []))
  const same = new Set(views.map(({ question }) => question.code)).size < 2
  const item = questions[0]?.item ?? { framework: '', code: '' }
  return { item, views, same, team, gap: gapOf(heightsOf(views, team)) }
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

/** The two audiences that stand furthest apart beyond chance; '' where nothing can be compared: one audience, or answers on different scales. */
export function partingOf({ views, same }: Pick<Crossed, 'views' | 'same'>, t: ResultTexts): string {
  if (views.length < 2 || new Set(views.map(({ question }) => question.scale)).size > 1) return ''
  const gaps = views.flatMap((high) =>
    views.flatMap((low) => {
      const difference = high.audience === low.audience ? null : favourableDifference(high.figures, low.figures)
      return difference && difference.low > 0 ? [{ high, low, points: difference.middle }] : []
    }),
  )
  const [widest] = gaps.toSorted((one, other) => other.points - one.points)
  const said = widest ? t.parting(t.audiences[widest.low.audience], t.audiences[widest.high.audience]) : t.noParting
  return same ? said : `${said} ${t.nearQuestions}`
}

export async function showViews(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language)
  const parts = await listPartViews(ask, place)
  const items = parts.flatMap(({ questions }) => questions.flatMap((question) => question.item ?? []))
  const statements = await listStatements(ask.db, items)
  const crossed = crossedViews(parts, await listTeamPositions(ask.db, place.organisationId, items))
  const section = (one: Crossed): Html => {
    const { item, views, same, team } = one
    const title = same && views[0] ? questionWords(views[0].question) : (statements.get(itemName(item)) ?? item.code)
    const parting = partingOf(one, t)
    const share = parting ? intervalInWords : agreementOf
    const rows = views.map((view): string[] => [t.audiences[view.audience], questionWords(view.question), share(view.figures, t)])
    return html`${heading(2, title, 'm')}${table({
      caption: title,
      captionHidden: true,
      columns: [{ header: t.audience }, { header: t.asked }, { header: t.share }],
      rows: team ? [...rows, [t.team, team.statement, teamWords(team, t)]] : rows,
    })}${when(parting, () => html`<p class="govuk-body">${parting}</p>`)}`
  }
  const body = html`${heading(1, t.views)}<p class="q-lead">${crossed.length > 0 ? t.viewsLead : t.viewsNone}</p>${crossed.map(section)}`
  return page({ title: t.views, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}

function teamWords({ value, scale, reason }: TeamPosition, t: ResultTexts): string {
  const label = scaleLevels(scale).find((level) => level.value === value)?.label
  return [label ?? t.teamWorded, reason ? t.quote(reason) : ''].filter(Boolean).join(' ')
}
