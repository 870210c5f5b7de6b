import { recordActivity } from '../../../platform/activity.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, fieldset, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Followed } from '../guard.ts'
import { missingKinds } from '../tables.ts'
import { textsIn } from '../texts.en.ts'
import { insertValues } from '../values/own-store.ts'
import { publishedAs } from '../values/published-points.ts'
import { checkTyped, examplePeriod } from './enter-rules.ts'
import type { Checked, TypedValue } from './enter-rules.ts'
import { faultWords } from './fault-words.ts'
import { figureCrumbs } from './figure-page.ts'

const empty: TypedValue = { period: '', section: '', value: '', numerator: '', denominator: '', missing: '', note: '' }

function enterPage(ask: SignedIn, followed: Followed, typed: TypedValue, faults: Checked['faults'] = []): Page {
  const t = textsIn(ask.language)
  const { school, measure } = followed
  const { indicator, unit } = measure
  const errors: FormError[] = faults.map(({ field, fault }) => ({ field, id: field, message: faultWords(fault, measure, ask.language) }))
  const error = errorsBy(errors, t.errorPrefix)
  const counted = indicator.numerator && indicator.denominator && unit !== 'text'
  const people = counted
    ? fieldset({
        legend: `${t.enter.numerator}… ${t.enter.denominator.toLowerCase()}…`,
        hint: t.enter.peopleHint,
        id: 'people',
        size: 's',
        content: html`${textField({ id: 'numerator', name: 'numerator', label: indicator.numerator ?? '', value: typed.numerator, width: 10, error: error('numerator') })}${textField({ id: 'denominator', name: 'denominator', label: indicator.denominator ?? '', value: typed.denominator, width: 10, error: error('denominator') })}`,
      })
    : nothing
  const fields = html`${textField({ id: 'period', name: 'period', label: t.enter.period, hint: t.enter.periodHint(examplePeriod(indicator.period)), value: typed.period, width: 20, error: error('period') })}
${indicator.scope.includes('section') ? textField({ id: 'section', name: 'section', label: t.enter.section, value: typed.section }) : nothing}${people}
${textField({ id: 'value', name: 'value', label: `${t.enter.value} (${t.unitNames[unit]})`, value: typed.value, width: 10, error: error('value') })}
${radios({ id: 'missing', name: 'missing', legend: t.enter.missing, value: typed.missing, choices: [{ value: '', text: t.enter.isThere }, ...missingKinds.map((kind) => ({ value: kind, text: t.missing[kind] }))], error: error('missing') })}
${textArea({ id: 'note', name: 'note', label: t.enter.note, hint: t.enter.noteHint, rows: 2, value: typed.note })}
${buttonGroup([button({ text: t.save }), linkButton({ text: t.cancel, href: urls.indicators.show({ organisation: school.id, code: measure.code }), kind: 'quiet' })])}`
  const title = t.enter.title(measure.name)
  const published = publishedAs(measure).length > 0 ? html`<p class="govuk-hint">${t.enter.published}</p>` : nothing
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, title, 'l')}${published}${form({ action: urls.indicators.enter({ organisation: school.id, code: measure.code }), hidden: ask.hidden(), content: fields })}`
  const crumbs = [...figureCrumbs(ask, followed), { text: measure.name, href: urls.indicators.show({ organisation: school.id, code: measure.code }) }]
  return { title, body, here: 'indicators', breadcrumbs: crumbs }
}

export const showEnter = async (ask: SignedIn, followed: Followed): Promise<Answer> =>
  page(enterPage(ask, followed, { ...empty, period: ask.query.get('periode') ?? '' }))

export async function saveEnter(ask: SignedIn, followed: Followed): Promise<Answer> {
  const { school, measure } = followed
  const text = (name: string): string => ask.form.text(name)
  const typed: TypedValue = {
    period: text('period'),
    section: text('section').slice(0, 80),
    value: text('value'),
    numerator: text('numerator'),
    denominator: text('denominator'),
    missing: text('missing'),
    note: text('note').slice(0, 1000),
  }
  const { faults, value } = checkTyped(typed, measure.unit, measure.indicator)
  if (!value) return invalid(enterPage(ask, followed, typed, faults))
  await insertValues(ask.db, school.id, ask.caller.personId, [{ ...value, measure: measure.code }])
  await recordActivity(ask.db, {
    organisationId: school.id,
    actorId: ask.caller.personId,
    kind: 'indicator.entered',
    subjectKind: 'indicator',
    detail: { measure: measure.code, period: value.period },
  })
  return redirect(urls.indicators.show({ organisation: school.id, code: measure.code }), textsIn(ask.language).enter.entered)
}
