import type { SignedIn } from '../../../platform/web/route.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { sql } from 'kysely'
import type { Followed } from '../guard.ts'
import { textsIn } from '../texts.en.ts'
import { publishedAs, trackOf } from '../values/published-points.ts'
import { findRanges } from '../values/kept-ranges.ts'
import type { Range, RangeOf } from '../values/published-store.ts'
import { periodWords, valueWords } from '../words.ts'

export interface Ranges {
  like: Range[] | null
  authority: Range[] | null
  nation: Range[] | null
}

/** Where the schools of its type, of its académie and of the whole site stand, where the figure is published. */
export async function rangesOf(ask: SignedIn, { school, measure }: Followed): Promise<Ranges> {
  const [published] = publishedAs(measure)
  if (!published || !school.uai) return { like: null, authority: null, nation: null }
  const figure = { dataset: published.dataset.code, measure: published.measure.code, track: trackOf(published), public: 'ensemble' }
  const { rows } = await sql<{ type: string | null }>`select school_type as type from organisations where id = ${school.id}`.execute(ask.db)
  const schoolType = rows[0]?.type ?? null
  const { authorityId } = school
  const rangesFor = (of: RangeOf): Promise<Range[]> => findRanges(ask.services.pool, ask.db, { school, figure, today: ask.today }, of)
  return {
    like: authorityId && schoolType ? await rangesFor({ authorityId, schoolType }) : [],
    authority: authorityId ? await rangesFor({ authorityId, schoolType: null }) : [],
    nation: await rangesFor({ authorityId: null, schoolType: null }),
  }
}

/** Bounds between which half of the schools stand. There is no list of schools, and no page from which one could be made. */
export function rangesSection(ask: SignedIn, { measure }: Followed, ranges: Ranges): Content {
  const t = textsIn(ask.language)
  if (!ranges.nation) return nothing
  const groups: [string, Range[]][] = [
    [t.figure.rangeLike, ranges.like ?? []],
    [t.figure.rangeAuthority, ranges.authority ?? []],
    [t.figure.rangeNation, ranges.nation],
  ]
  const words = (value: number): string => valueWords(Math.round(value * 10) / 10, measure.unit, ask.language)
  const [period, schools, between, middle] = t.figure.rangeColumns
  const shown = groups.filter(([, some]) => some.length > 0)
  const tables = shown.map(
    ([name, some]) =>
      html`${heading(3, name, 's')}${table({
        caption: name,
        captionHidden: true,
        columns: [
          { header: period ?? '' },
          { header: schools ?? '', numeric: true },
          { header: between ?? '', numeric: true },
          { header: middle ?? '', numeric: true },
        ],
        rows: some
          .toReversed()
          .map((range) => [periodWords(range.period, ask.language), range.schools, t.figure.between(words(range.low), words(range.high)), words(range.middle)]),
      })}`,
  )
  const content = html`<p class="govuk-body">${t.figure.rangeLead}</p>${shown.length > 0 ? tables : html`<p class="govuk-body">${t.figure.rangeNone}</p>`}`
  return details({ summary: t.figure.ranges, content })
}
