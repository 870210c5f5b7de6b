import type { Form } from '../../../platform/web/form.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { dateField, select, textArea } from '../../../ui/fields.ts'
import { errorSummary, errorsBy, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { wordsIn } from '../words.en.ts'
import { groupKinds } from './link-rules.ts'
import { listOpen } from './store.ts'
import type { GroupName, Sheet } from './store.ts'
import { textsIn } from './texts.en.ts'

export interface TypedAttach {
  group: string
  uais: string
  from: string
  to: string
}

export interface AttachDraft {
  typed: TypedAttach
  errors: readonly FormError[]
}

export const readAttach = (sent: Form): TypedAttach => ({ group: sent.text('group'), uais: sent.text('uais'), from: sent.text('from'), to: sent.text('to') })

/** From a school: choose a group. From a group: name schools by their UAI. */
export async function attachForm(ask: SignedIn, sheet: Sheet, draft?: AttachDraft): Promise<{ summary: Html; form: Html }> {
  const words = textsIn(ask.language)
  const t = words.attach
  const { typed, errors } = draft ?? { typed: { group: '', uais: '', from: ask.today, to: '' }, errors: [] }
  const error = errorsBy(errors, words.errorPrefix)
  const school = sheet.kind === 'school'
  const groups = school ? (await listOpen(ask.db, groupKinds)).filter((group) => group.kind !== 'district' || group.authorityId === sheet.authorityId) : []
  const title = heading(2, school ? t.toGroup : t.schools, 'm')
  if (school && groups.length === 0) return { summary: html``, form: html`${title}<p class="govuk-body">${t.groupNone}</p>` }
  const first = school
    ? select({
        id: 'group',
        name: 'group',
        label: t.group,
        hint: t.districtHint,
        value: typed.group,
        error: error('group'),
        options: [{ value: '', text: t.groupChoose }, ...groups.map((group) => optionOf(group, ask))],
      })
    : textArea({ id: 'uais', name: 'uais', label: t.uais, hint: t.uaisHint, value: typed.uais, rows: 3, error: error('uais') })
  const content = html`${first}${dateField({ id: 'from', name: 'from', label: t.from, value: typed.from, error: error('from') })}
${dateField({ id: 'to', name: 'to', label: t.to, value: typed.to, error: error('to') })}${button({ text: t.button, kind: 'secondary' })}`
  return {
    summary: errorSummary({ title: words.errorTitle, errors }),
    form: html`${title}${form({ action: urls.operator.attach({ organisation: sheet.id }), hidden: ask.hidden(), content })}`,
  }
}

const optionOf = (group: GroupName, ask: SignedIn) => ({ value: group.id, text: `${group.name} (${wordsIn(ask.language).kinds[group.kind]})` })
