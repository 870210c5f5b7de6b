import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { select } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { listFrameworks } from '../../frameworks/store.ts'
import type { Organisation } from '../../organisations/store.ts'
import { textsIn as readTexts } from '../read/texts.en.ts'
import { beginCrosswalk } from './commands.ts'
import { textsIn } from './texts.en.ts'
import { fr } from './texts.fr.ts'

interface Wish {
  from: string
  to: string
  errors: readonly FormError[]
}

async function startPage(ask: SignedIn, organisation: Organisation, wish: Wish): Promise<Page> {
  const words = textsIn(ask.language)
  const t = words.start
  const read = readTexts(ask.language)
  const error = errorsBy(wish.errors, words.errorPrefix)
  const frameworks = (await listFrameworks(ask.db)).filter((framework) => !framework.blank)
  const options = [{ value: '', text: t.choose }, ...frameworks.map((one) => ({ value: one.id, text: read.end(one.shortTitle, one.version) }))]
  const body = html`${errorSummary({ title: words.errorTitle, errors: wish.errors })}${heading(1, t.title)}<p class="q-lead">${t.lead}</p><p class="govuk-body">${organisation.name}</p>
${form({
  action: urls.crosswalks.start({ organisation: organisation.id }),
  hidden: ask.hidden(),
  content: html`${select({ id: 'from', name: 'from', label: t.from, value: wish.from, error: error('from'), options })}
${select({ id: 'to', name: 'to', label: t.to, value: wish.to, error: error('to'), options })}${button({ text: t.button })}`,
})}`
  return { title: t.title, body, here: 'frameworks', breadcrumbs: [{ text: read.title, href: urls.crosswalks.list() }] }
}

export const showStart = async (ask: SignedIn, organisation: Organisation): Promise<Answer> =>
  page(await startPage(ask, organisation, { from: ask.query.get('from') ?? '', to: '', errors: [] }))

export async function saveStart(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const [from, to] = [ask.form.text('from'), ask.form.text('to')]
  const known = new Set((await listFrameworks(ask.db)).map((framework) => framework.id))
  const { errors: words } = textsIn(ask.language).start
  const errors: FormError[] = []
  if (!known.has(from)) errors.push({ field: 'from', id: 'from', message: words.from })
  if (!known.has(to) || to === from) errors.push({ field: 'to', id: 'to', message: words.to })
  if (errors.length > 0) return invalid(await startPage(ask, organisation, { from, to, errors }))
  const crosswalk = await beginCrosswalk(ask, {
    ownerId: organisation.id,
    fromId: from,
    toId: to,
    author: organisation.name,
    source: { title: fr.start.sourceTitle, note: fr.start.sourceNote(organisation.name) },
    licence: fr.start.licence(organisation.name),
  })
  return redirect(urls.crosswalks.work({ crosswalk }), textsIn(ask.language).saved)
}
