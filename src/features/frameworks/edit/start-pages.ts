import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button } from '../../../ui/buttons.ts'
import { select, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { Organisation } from '../../organisations/store.ts'
import type { FrameworkHeader } from '../content.ts'
import { findFramework, listFrameworks } from '../store.ts'
import type { Framework } from '../store.ts'
import { readVersionContent } from '../version-content.ts'
import { beginDraft } from './commands.ts'
import { formTextsIn } from './form-texts.en.ts'
import { listOwnFrameworks } from './lists-store.ts'
import type { OwnFramework } from './lists-store.ts'
import { additionsContent, blankContent, copiedContent, longestTitle, nextEdition } from './start-rules.ts'
import { textsIn } from './texts.en.ts'
import { fr } from './texts.fr.ts'

/** The four ways to begin, each a small form of its own. */
type Way = 'blank' | 'copy' | 'additions' | 'edition'
const ways: readonly Way[] = ['blank', 'copy', 'additions', 'edition']

interface Wish {
  title: string
  error?: string
}

async function startPage(ask: SignedIn, organisation: Organisation, wish: Wish): Promise<Page> {
  const t = textsIn(ask.language).start
  const frameworks = (await listFrameworks(ask.db, ask.today)).filter((framework) => !framework.blank)
  const own = newestOf(await listOwnFrameworks(ask.db, organisation.id))
  const errors: FormError[] = wish.error ? [{ field: 'title', id: 'title', message: wish.error }] : []
  const options = (list: readonly { id: string; shortTitle: string; version: string }[]) =>
    list.map(({ id, shortTitle, version }) => ({ value: id, text: t.editionOf(shortTitle, version) }))
  const pick = (way: Exclude<Way, 'blank'>, list: readonly { id: string; shortTitle: string; version: string }[]): Html =>
    html`<section class="q-way">${heading(2, t[way], 'm')}<p class="govuk-body">${t[`${way}Help`]}</p>${form({
      action: urls.drafts.start({ organisation: organisation.id }),
      hidden: [...ask.hidden(), { name: 'from', value: way }],
      label: t[way],
      content: html`${select({ id: `framework-${way}`, name: 'framework', label: t.which, options: options(list) })}${button({ text: t[`${way}Button`], kind: 'secondary' })}`,
    })}</section>`
  const body = html`${errorSummary({ title: formTextsIn(ask.language).errorTitle, errors })}${heading(1, t.title)}<p class="q-lead">${t.lead}</p><p class="govuk-body">${organisation.name}</p>
${blankForm(ask, organisation, wish, errors)}
${when(own.length > 0, () => pick('edition', own))}
${pick('copy', frameworks)}
${pick(
  'additions',
  frameworks.filter((framework) => framework.ownerId === null && framework.extendsId === null),
)}`
  const crumbs = [{ text: textsIn(ask.language).list.title, href: urls.drafts.list({ organisation: organisation.id }) }]
  return { title: t.title, body, here: 'frameworks', breadcrumbs: crumbs }
}

function blankForm(ask: SignedIn, organisation: Organisation, wish: Wish, errors: readonly FormError[]): Html {
  const t = textsIn(ask.language).start
  const words = formTextsIn(ask.language)
  const error = errorsBy(errors, words.errorPrefix)
  return html`<section class="q-way">${heading(2, t.blank, 'm')}<p class="govuk-body">${t.blankHelp}</p>${form({
    action: urls.drafts.start({ organisation: organisation.id }),
    hidden: [...ask.hidden(), { name: 'from', value: 'blank' }],
    label: t.blank,
    content: html`${textField({
      id: 'title',
      name: 'title',
      label: words.forms.about.labels['title'] ?? '',
      value: wish.title,
      maxLength: longestTitle,
      autocomplete: 'off',
      error: error('title'),
    })}${button({ text: t.blankButton })}`,
  })}</section>`
}

const newestOf = (list: readonly OwnFramework[]): OwnFramework[] =>
  list.filter((one, index) => list.findIndex((other) => other.framework === one.framework) === index)

export const showStart = async (ask: SignedIn, organisation: Organisation): Promise<Answer> => page(await startPage(ask, organisation, { title: '' }))

export async function saveStart(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const way = ways.find((one) => one === ask.form.text('from')) ?? 'blank'
  const title = ask.form.text('title').replace(/\s+/g, ' ')
  const source = way === 'blank' ? null : await findFramework(ask.db, idOrNone(ask.form.text('framework')))
  if (way === 'blank' && title.length < 2) return invalid(await startPage(ask, organisation, { title, error: formTextsIn(ask.language).faults.missing(0) }))
  if (way === 'blank' && title.length > longestTitle)
    return invalid(await startPage(ask, organisation, { title, error: formTextsIn(ask.language).faults['too-long'](longestTitle) }))
  if (way !== 'blank' && !source) return redirect(urls.drafts.start({ organisation: organisation.id }))
  const begun = await beginDraft(ask, { organisationId: organisation.id, ...(await beginningOf(ask, organisation, way, title, source)) })
  if ('refused' in begun) return invalid(await startPage(ask, organisation, { title, error: formTextsIn(ask.language).tooLarge }))
  return redirect(way === 'blank' ? urls.drafts.newTheme({ draft: begun.id }) : urls.drafts.show({ draft: begun.id }), textsIn(ask.language).saved)
}

// An id that is not an id is asked as one that nobody has.
const idOrNone = (text: string): string => (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : '00000000-0000-4000-8000-000000000000')

async function beginningOf(ask: SignedIn, organisation: Organisation, way: Way, title: string, source: Framework | null) {
  const own = await listOwnFrameworks(ask.db, organisation.id)
  const year = ask.today.slice(0, 4)
  const beginning = { organisation: organisation.name, year, taken: own.map((one) => one.framework), words: fr.start }
  if (!source || way === 'blank') return { content: blankContent(title, beginning) }
  const content: FrameworkHeader = await readVersionContent(ask.db, source)
  if (way === 'additions') return { content: additionsContent(source, content, beginning), extendsId: source.id }
  if (way === 'copy' || source.ownerId !== organisation.id) return { content: copiedContent(content, beginning) }
  const editions = own.filter((one) => one.framework === source.framework).map((one) => one.version)
  return { content: nextEdition(content, year, editions), basedOnId: source.id, extendsId: source.extendsId }
}
