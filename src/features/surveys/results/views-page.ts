import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import type { Audience } from '../questionnaire/definition.ts'
import type { QuestionFigures } from '../release/document.ts'
import type { Place } from '../store.ts'
import { earlyPage, listPartViews, agreementOf, resultCrumbs } from './results-pages.ts'
import type { PartView } from './results-pages.ts'
import { lengthOf } from './rules.ts'
import { listTeamPositions } from './results-store.ts'
import { textsIn } from './texts.en.ts'

interface View {
  audience: Audience
  words: string
  figures: QuestionFigures
}

/** One statement, as each audience sees it. */
interface Crossed {
  item: string
  views: View[]
  gap: number
}

/** Statements of which several audiences were asked, widest gap first. */
export function crossedViews(parts: readonly PartView[]): Crossed[] {
  const byItem = new Map<string, View[]>()
  for (const { part, questions, figures } of parts) {
    for (const question of questions) {
      const result = figures.questions[question.code]
      if (!question.item || !result?.shown || !result.figures.favourable) continue
      const views = byItem.get(question.item.code) ?? []
      views.push({ audience: part.audience, words: question.words.fr, figures: result.figures })
      byItem.set(question.item.code, views)
    }
  }
  return [...byItem]
    .filter(([, views]) => new Set(views.map((view) => view.audience)).size > 1)
    .map(([item, views]) => ({ item, views, gap: gapOf(views) }))
    .sort((one, other) => other.gap - one.gap)
}

function gapOf(views: readonly View[]): number {
  const shares = views.map(({ figures }) => lengthOf(figures.favourable?.share ?? 0))
  return Math.max(...shares) - Math.min(...shares)
}

export async function showViews(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const t = textsIn(ask.language)
  const crossed = crossedViews(await listPartViews(ask, place))
  const team = await listTeamPositions(
    ask.db,
    place.organisationId,
    'qualeduc',
    crossed.map((one) => one.item),
  )
  const section = ({ item, views }: Crossed): Html => {
    const position = team.get(item)
    const rows = views.map((view): (string | Html)[] => [t.audiences[view.audience], view.words, agreementOf(view.figures, t)])
    return html`<section>${heading(2, views[0]?.words ?? item, 's')}${table({
      caption: views[0]?.words ?? item,
      captionHidden: true,
      columns: [{ header: t.audience }, { header: t.asked }, { header: t.share }],
      rows: position ? [...rows, [t.team, item, position]] : rows,
    })}</section>`
  }
  const body = html`${heading(1, t.views)}<p class="q-lead">${crossed.length > 0 ? t.viewsLead : t.viewsNone}</p>${crossed.map(section)}`
  return page({ title: t.views, body, here: 'surveys', breadcrumbs: resultCrumbs(ask, place) })
}
