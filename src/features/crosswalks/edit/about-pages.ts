import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { callout, heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { findCrosswalk } from '../read/crosswalks-store.ts'
import type { Crosswalk } from '../read/crosswalks-store.ts'
import { writeAbout } from './commands.ts'
import { aboutStamp } from './link-rules.ts'
import { pageOf, refusedPage } from './refusals.ts'
import { textsIn } from './texts.en.ts'

type About = Pick<Crosswalk, 'author' | 'source' | 'licence' | 'status'>

interface Filled {
  about: About
  seen: string
  errors?: readonly FormError[]
  meanwhile?: About
}

function aboutPage(ask: SignedIn, crosswalk: Crosswalk, { about, seen, errors = [], meanwhile }: Filled): Page {
  const words = textsIn(ask.language)
  const t = words.about
  const error = errorsBy(errors, words.errorPrefix)
  const saved = (mine: string, other: string | undefined): Content =>
    other === undefined || other === mine ? nothing : inset(html`<strong>${t.savedVersion}</strong><br>${other}`)
  const statuses = (['proposed', 'validated'] as const).map((status) => ({ value: status, text: t.statuses[status] }))
  const fields = html`${saved(about.author, meanwhile?.author)}${textField({ id: 'author', name: 'author', label: t.author, value: about.author, maxLength: 120, error: error('author') })}
${saved(about.source.title, meanwhile?.source.title)}${textField({ id: 'source-title', name: 'source-title', label: t.sourceTitle, value: about.source.title, maxLength: 250, error: error('source-title') })}
${saved(about.source.note, meanwhile?.source.note)}${textArea({ id: 'source-note', name: 'source-note', label: t.sourceNote, value: about.source.note, rows: 3, error: error('source-note') })}
${saved(about.licence, meanwhile?.licence)}${textArea({ id: 'licence', name: 'licence', label: t.licence, value: about.licence, rows: 2, error: error('licence') })}
${saved(t.statuses[about.status], meanwhile && t.statuses[meanwhile.status])}${radios({ id: 'status', name: 'status', legend: t.status, value: about.status, choices: statuses })}`
  const body = html`${errorSummary({ title: words.errorTitle, errors })}${heading(1, t.title)}
${when(meanwhile, () => callout({ title: t.changedTitle, content: html`<p class="govuk-body">${t.changed}</p>` }))}
${form({
  action: urls.crosswalks.about({ crosswalk: crosswalk.id }),
  hidden: [...ask.hidden(), { name: 'seen', value: seen }],
  content: html`${fields}${buttonGroup([button({ text: words.save }), linkButton({ text: words.cancel, href: urls.crosswalks.work({ crosswalk: crosswalk.id }), kind: 'quiet' })])}`,
})}`
  return pageOf(ask, crosswalk, t.title, body)
}

export const showAbout = (ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> =>
  Promise.resolve(page(aboutPage(ask, crosswalk, { about: crosswalk, seen: aboutStamp(crosswalk) })))

const limits = { author: 120, 'source-title': 250, 'source-note': 2000, licence: 2000 }

export async function saveAbout(ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> {
  const words = textsIn(ask.language)
  const about: About = {
    author: ask.form.text('author').replace(/\s+/g, ' '),
    source: { ...crosswalk.source, title: ask.form.text('source-title').replace(/\s+/g, ' '), note: ask.form.text('source-note') },
    licence: ask.form.text('licence'),
    status: ask.form.text('status') === 'validated' ? 'validated' : 'proposed',
  }
  const errors = Object.entries(limits).flatMap(([field, limit]): FormError[] => {
    const { length } = ask.form.text(field)
    if (length >= 2 && length <= limit) return []
    return [{ field, id: field, message: length < 2 ? words.about.errors.missing : words.about.errors.long(limit) }]
  })
  const seen = ask.form.text('seen')
  if (errors.length > 0) return invalid(aboutPage(ask, crosswalk, { about, seen, errors }))
  const result = await writeAbout(ask, crosswalk, seen, about)
  if ('saved' in result) return redirect(urls.crosswalks.work({ crosswalk: crosswalk.id }), words.saved)
  if (result.refused !== 'changed-meanwhile') return refusedPage(ask, crosswalk, result.refused)
  const meanwhile = (await findCrosswalk(ask.db, crosswalk.id)) ?? crosswalk
  return invalid(aboutPage(ask, crosswalk, { about, seen: aboutStamp(meanwhile), meanwhile }))
}
