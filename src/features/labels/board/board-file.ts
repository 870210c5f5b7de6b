import { download, notFound } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { SheetModel } from '../../../platform/documents/document.ts'
import { writeOds } from '../../../platform/documents/ods.ts'
import type { Organisation } from '../../organisations/store.ts'
import { countCoverage } from '../projection/coverage.ts'
import { applicableOf } from '../projection/project.ts'
import { loadStanding } from '../standing.ts'
import type { FollowedStanding } from '../standing.ts'
import { textsIn } from '../texts.en.ts'
import type { Texts } from '../texts.fr.ts'
import { nameOf } from '../words.ts'

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet'

/** The board as a workbook: one sheet for the frameworks, one for every point. */
export async function downloadBoard(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  if (ask.params['format'] !== 'ods') return notFound()
  const t = textsIn(ask.language)
  const { followed } = await loadStanding(ask.db, organisation.id, ask.today)
  return download(t.sheet.file, mediaType, writeOds([boardSheet(followed, t), pointsSheet(followed, t)]))
}

function boardSheet(followed: readonly FollowedStanding[], t: Texts): SheetModel {
  const c = t.sheet.columns
  const text = (header: string) => ({ header, kind: 'text' as const })
  const number = (header: string) => ({ header, kind: 'number' as const })
  const date = (header: string) => ({ header, kind: 'date' as const })
  return {
    name: t.sheet.board,
    columns: [
      text(c.framework),
      text(c.version),
      text(c.state),
      number(c.asked),
      number(c.covered),
      number(c.partly),
      number(c.planned),
      number(c.missing),
      date(c.until),
      text(c.next),
      date(c.due),
    ],
    rows: followed.map(({ followed: one, items }) => {
      const counts = countCoverage(items)
      return [
        one.title,
        one.frameworkVersion,
        t.followStates[one.state],
        applicableOf(counts),
        counts.covered,
        counts.partly,
        counts.planned,
        counts.missing,
        one.heldUntil,
        one.nextStep,
        one.nextDueOn,
      ]
    }),
  }
}

function pointsSheet(followed: readonly FollowedStanding[], t: Texts): SheetModel {
  const c = t.sheet.columns
  return {
    name: t.sheet.points,
    columns: [c.framework, c.code, c.theme, c.point, c.standing, c.provenance].map((header) => ({ header, kind: 'text' as const })),
    rows: followed.flatMap(({ followed: one, items }) =>
      items.map(({ item, state, provenance }) => [one.shortTitle, item.code, item.themeTitle, nameOf(item), t.states[state], t.provenances[provenance]]),
    ),
  }
}
