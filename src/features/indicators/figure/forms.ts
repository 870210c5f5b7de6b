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
import type { OwnBreak, Target } from '../values/own-store.ts'
import { examplePeriod } from './enter-rules.ts'

/** What stands already for a period, as the page that says so shows it: sent again with the form, it is replaced. */
export interface Seen {
  target?: Target
  break?: OwnBreak
}

/** What was typed in this form, when the page comes back because of it. */
const typedIn =
  (ask: SignedIn, action: string) =>
  (name: string): string =>
    ask.path === action ? ask.form.text(name) : ''

/** Says in a form which target it replaces or takes out. */
export const seenFields = ({ period, value, note }: Target) => [
  { name: 'seenPeriod', value: period },
  { name: 'seenValue', value: String(value) },
  { name: 'seenNote', value: note },
]

export function targetForm(ask: SignedIn, { school, measure }: Followed, { target: seen }: Seen): Html {
  const t = textsIn(ask.language)
  const action = urls.indicators.target({ organisation: school.id, code: measure.code })
  const text = typedIn(ask, action)
  return form({
    action,
    hidden: [...ask.hidden(), ...(seen ? seenFields(seen) : [])],
    content: html`${textField({ id: 'cible-periode', name: 'period', label: t.enter.period, hint: t.enter.periodHint(examplePeriod(measure.indicator.period)), value: text('period'), width: 20 })}
${textField({ id: 'cible-valeur', name: 'value', label: `${t.target.value} (${t.unitNames[measure.unit]})`, value: text('value'), width: 10 })}${textField({ id: 'cible-note', name: 'note', label: t.target.note, value: text('note') })}
${button({ text: t.target.add, kind: 'secondary' })}`,
  })
}

export function breakForm(ask: SignedIn, { school, measure }: Followed, { break: seen }: Seen): Html {
  const t = textsIn(ask.language)
  const action = urls.indicators.break({ organisation: school.id, code: measure.code })
  const text = typedIn(ask, action)
  return form({
    action,
    hidden: [
      ...ask.hidden(),
      ...(seen
        ? [
            { name: 'seenPeriod', value: seen.period },
            { name: 'seenSentence', value: seen.sentence },
          ]
        : []),
    ],
    content: html`<p class="govuk-body">${t.break.lead}</p>${textField({ id: 'rupture-periode', name: 'period', label: t.enter.period, hint: t.enter.periodHint(examplePeriod(measure.indicator.period)), value: text('period'), width: 20 })}
${textField({ id: 'rupture-phrase', name: 'sentence', label: t.break.sentence, value: text('sentence') })}${button({ text: t.break.add, kind: 'secondary' })}`,
  })
}

export async function appreciationForm(ask: SignedIn, { school, measure }: Followed): Promise<Html> {
  const t = textsIn(ask.language)
  const action = urls.indicators.appreciate({ organisation: school.id, code: measure.code })
  const text = typedIn(ask, action)
  const proofs = await listProofTitles(ask.db, school.id)
  return form({
    action,
    hidden: ask.hidden(),
    content: html`${textArea({ id: 'appreciation', name: 'words', label: t.appreciate.words, rows: 4, value: text('words') })}${dateField({ id: 'appreciation-jour', name: 'day', label: t.appreciate.day, value: text('day') || ask.today })}
${select({ id: 'appreciation-preuve', name: 'evidence', label: t.appreciate.proof, value: text('evidence'), options: [{ value: '', text: t.appreciate.noProof }, ...proofs.map(({ id, title }) => ({ value: id, text: title }))] })}
${button({ text: t.appreciate.add, kind: 'secondary' })}`,
  })
}
