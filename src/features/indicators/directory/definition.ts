import type { Language } from '../../../platform/language.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { list, summaryList } from '../../../ui/lists.ts'
import type { Indicator, Pack } from '../pack/indicator.ts'
import { textsIn } from '../texts.en.ts'

/** Everything that the directory says of an indicator. */
export function definitionView(indicator: Indicator, pack: Pack, language: Language): Html {
  const t = textsIn(language)
  const d = t.definition
  const rows: [string, Content | null][] = [
    [d.question, indicator.question || null],
    [d.numerator, indicator.numerator],
    [d.denominator, indicator.denominator],
    [d.formula, indicator.formula],
    [
      d.parts,
      indicator.parts ? list(indicator.parts.map((part) => html`${part.name} <span class="q-missing">(${part.code}, ${t.unitNames[part.unit]})</span>`)) : null,
    ],
    [d.source, html`${t.sources[indicator.source]}${when(indicator.source_detail, () => html`<br>${indicator.source_detail}`)}`],
    [d.period, t.periodNames[indicator.period]],
    [d.cohort, indicator.cohort],
    [d.scope, indicator.scope.map((scope) => t.scopes[scope]).join(', ')],
    [d.direction, t.directions[indicator.direction]],
    [d.smallest, indicator.smallest_group === null ? d.nobody : d.people(indicator.smallest_group)],
    [d.comparability, indicator.comparability || null],
    [d.updatedBy, `${t.updaters[indicator.updated_by]}, ${t.frequencies[indicator.frequency]}`],
    [d.protection, t.protections[indicator.data_protection]],
    [d.items, indicator.items.length > 0 ? indicator.items.map((item) => item.code).join(', ') : null],
    [d.eqavet, indicator.eqavet.length > 0 ? eqavetWords(indicator, pack, d.unconfirmed) : null],
    [d.describe, indicator.describe],
  ]
  const waits = indicator.platform?.waits
  return html`${when(indicator.status === 'unconfirmed', () => html`<p class="q-missing">${d.proposal}</p>`)}${waits ? html`<p class="govuk-body"><strong>${t.figure.waits}</strong> : ${waits}</p>` : nothing}
${summaryList(rows.flatMap(([key, value]) => (value === null ? [] : [{ key, value }])))}`
}

function eqavetWords({ eqavet }: Indicator, pack: Pack, unconfirmed: string): string {
  return eqavet
    .map((code) => {
      const part = pack.eqavet.find((one) => one.code === code)
      return part ? `${part.code} ${part.name}${part.status === 'unconfirmed' ? ` (${unconfirmed})` : ''}` : code
    })
    .join(' ; ')
}
