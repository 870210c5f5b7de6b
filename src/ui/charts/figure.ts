import { attributes, html, when, type Content, type Html } from '../html.ts'
import { details } from '../messages.ts'
import { table, type Table } from '../table.ts'

/** What every chart carries: a title that says the finding, its figures one click away, and where they come from. */
export type Chart = {
  /** « Les avis divergent le plus sur l'accueil en entreprise ». */
  title: Content
  level?: 2 | 3 | 4
  /** What the picture shows, in one sentence, for who does not see it. */
  description: string
  /** The line to click: « Voir les chiffres ». */
  tableSummary: Content
  table: Table
  /** « D'où vient ce chiffre ? » */
  source?: { summary: string; content: Content } | undefined
  id?: string
}

export function figure(chart: Chart, kind: string, picture: Content): Html {
  return html`<figure class="q-figure q-figure--${kind}"${attributes({ id: chart.id })}><figcaption>${title(chart)}</figcaption>
<div class="q-figure__picture">${picture}</div>
${details({ summary: chart.tableSummary, content: table({ ...chart.table, dense: true, captionHidden: true }), quiet: true })}
${when(chart.source, () => details({ summary: chart.source?.summary ?? '', content: chart.source?.content ?? '', quiet: true }))}</figure>`
}

function title({ title, level }: Chart): Html {
  const list = attributes({ class: 'q-figure__title' })
  switch (level ?? 3) {
    case 2:
      return html`<h2${list}>${title}</h2>`
    case 3:
      return html`<h3${list}>${title}</h3>`
    case 4:
      return html`<h4${list}>${title}</h4>`
  }
}

/** A share of an axis as a percentage, so that a picture stretches with its page and its words do not. */
export function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}
