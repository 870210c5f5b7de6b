import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { dateField, select, textArea, textField } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { urls } from '../../../urls.ts'
import type { Followed } from '../guard.ts'
import { textsIn } from '../texts.en.ts'
import { listProofTitles } from '../values/own-store.ts'
import { examplePeriod } from './enter-rules.ts'

/** What was typed in this form, when the page comes back because of it. */
const typedIn =
  (ask: SignedIn, action: string) =>
  (name: string): string =>
    ask.path === action ? ask.form.text(name) : ''

export function targetForm(ask: SignedIn, { school, measure }: Followed): Html {
  const t = textsIn(ask.language)
  const action = urls.indicators.target({ organisation: school.id, code: measure.code })
  const text = typedIn(ask, action)
  return form({
    action,
    hidden: ask.hidden(),
    content: html`${textField({ id: 'cible-periode', name: 'period', label: t.enter.period, hint: t.enter.periodHint(examplePeriod(measure.indicator.period)), value: text('period'), width: 20 })}
${textField({ id: 'cible-valeur', name: 'value', label: `${t.target.value} (${t.unitNames[measure.unit]})`, value: text('value'), width: 10 })}${textField({ id: 'cible-note', name: 'note', label: t.target.note, value: text('note') })}
${button({ text: t.target.add, kind: 'secondary' })}`,
  })
}

export function breakForm(ask: SignedIn, { school, measure }: Followed): Html {
  const t = textsIn(ask.language)
  const action = urls.indicators.break({ organisation: school.id, code: measure.code })
  const text = typedIn(ask, action)
  return form({
    action,
    hidden: ask.hidden(),
    content: html`<p class="govuk-body">${t.break.lead}</p>${textField({ id: 'rupture-periode', name: 'period', label: t.enter.period, hint: t.enter.periodHint(examplePeriod(measure.indicator.period)), value: text('period'), width: 20 })}
${textField({ id: 'rupture-phrase', name: 'sentence', label: t.break.sentence, value: text('sentence') })}${button({ text: t.break.add, kind: 'secondary' })}`,
  })
}

/** So many of the school's proofs are offered to be named. */
const mostProofs = 200

export async function appreciationForm(ask: SignedIn, { school, measure }: Followed): Promise<Html> {
  const t = textsIn(ask.language)
  const action = urls.indicators.appreciate({ organisation: school.id, code: measure.code })
  const text = typedIn(ask, action)
  const proofs = await listProofTitles(ask.db, school.id, mostProofs)
  return form({
    action,
    hidden: ask.hidden(),
    content: html`${textArea({ id: 'appreciation', name: 'words', label: t.appreciate.words, rows: 4, value: text('words') })}${dateField({ id: 'appreciation-jour', name: 'day', label: t.appreciate.day, value: text('day') || ask.today })}
${select({ id: 'appreciation-preuve', name: 'evidence', label: t.appreciate.proof, value: text('evidence'), options: [{ value: '', text: t.appreciate.noProof }, ...proofs.map(({ id, title }) => ({ value: id, text: title }))] })}
${button({ text: t.appreciate.add, kind: 'secondary' })}`,
  })
}
