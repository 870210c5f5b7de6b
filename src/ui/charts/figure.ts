import { details } from '../messages.ts'
import { attributes, html, when, type Content, type Html } from '../html.ts'
import { table, type Table } from '../table.ts'

/** What every chart carries: a title that says the finding, its figures one click away, and where they come from. */
export type Chart = {
  /** « Les avis divergent le plus sur l'accueil en entreprise ». */
  title: string
  level?: 2 | 3 | 4
  /** What the picture shows, in one sentence, for who does not see it. */
  description: string
  /** The line to click: « Voir les chiffres ». */
  tableSummary: string
  table: Table
  /** « D'où vient ce chiffre ? » */
  source?: { summary: string; content: Content } | undefined
  id?: string
}

export function figure(chart: Chart, picture: Content, kind: string): Html {
  const size = { 2: 'm', 3: 's', 4: 's' }[chart.level ?? 3]
  const title = attributes({ class: `govuk-heading-${size} q-figure__title`, 'aria-level': chart.level ?? 3, role: 'heading' })
  return html`<figure class="q-figure q-figure--${kind}"${attributes({ id: chart.id })}><figcaption><div${title}>${chart.title}</div></figcaption>
<div class="q-figure__picture" role="img" aria-label="${chart.description}">${picture}</div>
${details({ summary: chart.tableSummary, content: table(chart.table), quiet: true })}
${when(chart.source, () => details({ summary: chart.source?.summary ?? '', content: chart.source?.content ?? '', quiet: true }))}</figure>`
}
