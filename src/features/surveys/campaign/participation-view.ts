import type { Language } from '../../../platform/language.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import type { Part } from '../store.ts'
import type { ParticipationLine, ReleasedParticipation } from './participation-store.ts'
import { textsIn } from './texts.en.ts'

interface Shown {
  parts: readonly Part[]
  /** Whether each line says its school. */
  several: boolean
  /** One line more than `mostRows` at most. */
  participation: readonly ParticipationLine[]
}

/** Of a survey over hundreds of schools, what one page can hold. */
export const mostRows = 300

/** How many were invited and have answered: rounded, from eleven up; nothing else of what happens is shown before closing. */
export function participationSection(language: Language, { parts, several, participation }: Shown): Html {
  const t = textsIn(language)
  const partOf = new Map(parts.map((part) => [part.id, `${t.audiences[part.audience]} – ${part.definition.title.fr}`]))
  const rows = participation
    .slice(0, mostRows)
    .map((line) => [
      partOf.get(line.partId) ?? '',
      ...(several ? [line.school] : []),
      Object.values(line.groups).join(', ') || t.show.all,
      line.invited,
      answeredWords(language, line.answered),
    ])
  const content =
    rows.length === 0
      ? html`<p class="q-missing">${t.show.nobody}</p>`
      : table({
          caption: t.show.participation,
          captionHidden: true,
          columns: [
            { header: t.show.part },
            ...(several ? [{ header: t.show.school }] : []),
            { header: t.show.group },
            { header: t.show.invited, numeric: true },
            { header: t.show.answered, numeric: true },
          ],
          rows,
        })
  return html`<section aria-labelledby="participation">${heading(2, t.show.participation, 'm', 'participation')}<p class="q-missing">${t.show.participationNote}${participation.length > mostRows ? ` ${t.show.firstRows(mostRows)}` : ''}</p>${content}</section>`
}

/** The same once results are out, as they are said there. */
export function releasedSection(language: Language, parts: readonly Part[], lines: readonly ReleasedParticipation[]): Html {
  const t = textsIn(language)
  const rows = parts.flatMap((part) => {
    const line = lines.find((one) => one.partId === part.id)
    const number = (value: number | null | undefined): string | null => (value === null || value === undefined ? null : t.show.about5(value))
    const share = line?.participation === null || line?.participation === undefined ? null : t.show.percent(line.participation)
    return line ? [[`${t.audiences[part.audience]} – ${part.definition.title.fr}`, number(line.invited), number(line.answers), share]] : []
  })
  if (rows.length === 0) return nothing
  return html`<section aria-labelledby="participation">${heading(2, t.show.participation, 'm', 'participation')}${table({
    caption: t.show.participation,
    captionHidden: true,
    columns: [
      { header: t.show.part },
      { header: t.show.invited, numeric: true },
      { header: t.show.answered, numeric: true },
      { header: t.show.participation, numeric: true },
    ],
    rows,
  })}</section>`
}

export function answeredWords(language: Language, answered: number | null): string {
  const t = textsIn(language).show
  return answered === null ? t.under : t.about5(answered)
}
