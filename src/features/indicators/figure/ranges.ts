import type { SignedIn } from '../../../platform/web/route.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { details, heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import type { SchoolType } from '../../organisations/tables.ts'
import type { Followed } from '../guard.ts'
import { textsIn } from '../texts.en.ts'
import { findRangesTogether } from '../values/kept-ranges.ts'
import { publishedAs } from '../values/published-points.ts'
import { findSchoolType } from '../values/ranges-store.ts'
import type { Range } from '../values/ranges-store.ts'
import { periodWords, valueWords } from '../words.ts'

export interface Ranges {
  like: readonly Range[] | null
  authority: readonly Range[] | null
  nation: readonly Range[] | null
}

/** Where the schools of its type, of its académie and of the whole site stand, where the figure is published; the same as on the académie's own page. */
export async function rangesOf(ask: SignedIn, { school, measure }: Followed): Promise<Ranges> {
  const [published] = publishedAs(measure)
  if (!published || !school.uai) return { like: null, authority: null, nation: null }
  const { authorityId } = school
  const wanted = new Map([[measure.code, published]])
  const rangesIn = async (kind: 'authority' | 'nation', id: string, type: SchoolType | null): Promise<readonly Range[]> =>
    (await findRangesTogether(ask.services.pool, ask.db, { kind, id, today: ask.today }, wanted, type)).get(measure.code) ?? []
  const schoolType = await findSchoolType(ask.db, school.id)
  return {
    like: authorityId && schoolType ? await rangesIn('authority', authorityId, schoolType) : [],
    authority: authorityId ? await rangesIn('authority', authorityId, null) : [],
    nation: await rangesIn('nation', '', null),
  }
}

/** Bounds between which half of the schools stand. There is no list of schools, and no page from which one could be made. */
export function rangesSection(ask: SignedIn, { measure }: Followed, ranges: Ranges): Content {
  const t = textsIn(ask.language)
  if (!ranges.nation) return nothing
  const groups: [string, readonly Range[]][] = [
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
