import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { inFrench } from '../content-words.ts'
import type { ItemContent, ThemeContent } from '../content.ts'
import { changeDraft } from './commands.ts'
import type { Edit, Refused } from './commands.ts'
import { addItem, findItemIn, findThemeIn, removeItem, replaceItem, stampOf } from './content-rules.ts'
import { recodeChanges, sayChange } from './changes-rules.ts'
import { latestOf } from './draft-page.ts'
import type { Draft } from './drafts-store.ts'
import { formErrors } from './fields-view.ts'
import type { Drawn } from './fields-view.ts'
import { readTyped } from './typed-rules.ts'
import type { Typed } from './typed-rules.ts'
import { formPage, pageOf } from './form-page.ts'
import { formTextsIn } from './form-texts.en.ts'
import { listCodes } from './lists-store.ts'
import { refusedPage } from './refusals.ts'
import { blankStatement, codedStatement, readStatement, statementBoxes, statementFields, statementTyped } from './statement-rules.ts'
import { statementView } from './statement-view.ts'
import { textsIn } from './texts.en.ts'
import { fr } from './texts.fr.ts'

type Filled = Omit<Drawn, 'form' | 'language'> & { seen: string }

/** Codes that may not be given again, and those of the edition before. */
interface Codes {
  taken: string[]
  before: ReadonlySet<string>
  /** Themes of the framework that this only adds to. */
  parentThemes: ReadonlySet<string>
}

async function codesAround(ask: SignedIn, draft: Draft): Promise<Codes> {
  const [base, parent] = [await listCodes(ask.db, draft.basedOnId), await listCodes(ask.db, draft.extendsId)]
  return { taken: [...base.items, ...parent.items], before: new Set(base.items), parentThemes: new Set(parent.themes) }
}

function statementPage(ask: SignedIn, draft: Draft, theme: ThemeContent, code: string | null, filled: Filled): Page {
  const t = textsIn(ask.language).statement
  const words = formTextsIn(ask.language)
  const isNew = code === null
  return formPage(ask, draft, {
    title: isNew ? t.new : t.edit,
    lead: words.forms.statement.lead,
    action: isNew ? urls.drafts.newStatement({ draft: draft.id, theme: theme.code }) : urls.drafts.statement({ draft: draft.id, code }),
    back: urls.drafts.theme({ draft: draft.id, theme: theme.code }),
    seen: filled.seen,
    errors: filled.errors ?? [],
    meanwhile: filled.meanwhile !== undefined,
    fields: statementView({ ...filled, form: 'statement', language: ask.language }, draft.content, isNew),
    more: isNew ? button({ text: words.saveAndNext, kind: 'secondary', name: 'next', value: 'yes' }) : undefined,
    scripts: ['filter-list'],
    crumbs: [{ text: theme.title, href: urls.drafts.theme({ draft: draft.id, theme: theme.code }) }],
  })
}

const readSent = (ask: SignedIn): Typed => readTyped(ask.form, statementFields, statementBoxes)

async function statementErrors(ask: SignedIn, draft: Draft, theme: ThemeContent, item: ItemContent): Promise<FormError[]> {
  const { checkItem } = await import('../check-value.ts')
  // Proofs may come later: they are asked for before publishing.
  return formErrors(
    checkItem(item, theme, draft.content).filter((problem) => problem.kind !== 'no-evidence'),
    ask.language,
  )
}

const codeError = (ask: SignedIn): FormError => ({ field: 'code', id: 'code', message: formTextsIn(ask.language).codeTaken })

export function showNewStatement(ask: SignedIn, draft: Draft): Promise<Answer> {
  const theme = findThemeIn(draft.content, ask.params['theme'] ?? '')
  if (!theme) return Promise.resolve(notFound())
  return Promise.resolve(page(statementPage(ask, draft, theme, null, { typed: statementTyped(blankStatement(theme), theme.code), seen: '' })))
}

export async function saveNewStatement(ask: SignedIn, draft: Draft): Promise<Answer> {
  const theme = findThemeIn(draft.content, ask.params['theme'] ?? '')
  if (!theme) return notFound()
  const typed = { ...readSent(ask), theme: theme.code }
  const codes = await codesAround(ask, draft)
  const codedIn = (now: Draft): ItemContent | null =>
    codedStatement(readStatement({ ...typed, code: '' }), theme.code, null, {
      content: now.content,
      taken: codes.taken,
      addition: codes.parentThemes.has(theme.code),
    })
  const item = codedIn(draft)
  const errors = item ? await statementErrors(ask, draft, theme, item) : [codeError(ask)]
  if (errors.length > 0) return invalid(statementPage(ask, draft, theme, null, { typed, errors, seen: '' }))
  const result = await changeDraft(ask, draft, (now) => {
    const coded = codedIn(now)
    return coded && findThemeIn(now.content, theme.code) ? { content: addItem(now.content, theme.code, coded) } : { refused: 'gone' }
  })
  if ('refused' in result) return refusedPage(ask, draft, result.refused)
  const t = textsIn(ask.language).statement
  const place = { draft: draft.id, theme: theme.code }
  return ask.form.text('next') ? redirect(urls.drafts.newStatement(place), t.addedNext) : redirect(urls.drafts.theme(place), t.added)
}

const found = (ask: SignedIn, draft: Draft) => findItemIn(draft.content, ask.params['code'] ?? '')

export function showStatement(ask: SignedIn, draft: Draft): Promise<Answer> {
  const here = found(ask, draft)
  if (!here) return Promise.resolve(notFound())
  const typed = statementTyped(here.item, here.theme.code)
  return Promise.resolve(page(statementPage(ask, draft, here.theme, here.item.code, { typed, seen: stampOf(typed) })))
}

export async function saveStatement(ask: SignedIn, draft: Draft): Promise<Answer> {
  const here = found(ask, draft)
  if (!here) return notFound()
  const typed = readSent(ask)
  const seen = ask.form.text('seen')
  const { code } = here.item
  const target = findThemeIn(draft.content, typed['theme'] ?? '') ?? here.theme
  const codes = await codesAround(ask, draft)
  const codedIn = (now: Draft): ItemContent | null =>
    codedStatement(readStatement(typed), target.code, code, { content: now.content, taken: codes.taken, addition: codes.parentThemes.has(target.code) })
  const item = codedIn(draft)
  const errors = item ? await statementErrors(ask, draft, target, item) : [codeError(ask)]
  if (errors.length > 0) return invalid(statementPage(ask, draft, here.theme, code, { typed, errors, seen }))
  const result = await changeDraft(ask, draft, (now) => editOf(now, { code, seen, target: target.code, item: codedIn(now), codes }))
  if ('saved' in result) return redirect(urls.drafts.theme({ draft: draft.id, theme: target.code }), textsIn(ask.language).saved)
  if (result.refused !== 'changed-meanwhile') return refusedPage(ask, draft, result.refused)
  const present = findItemIn((await latestOf(ask, draft)).content, code) ?? here
  const meanwhile = statementTyped(present.item, present.theme.code)
  return invalid(statementPage(ask, draft, present.theme, code, { typed, seen: stampOf(meanwhile), meanwhile }))
}

interface Wanted {
  code: string
  seen: string
  target: string
  item: ItemContent | null
  codes: Codes
}

/** A statement that gets another code because it moved is still the same one: the list of changes says so. */
function editOf(now: Draft, { code, seen, target, item, codes }: Wanted): Edit | Refused {
  const present = findItemIn(now.content, code)
  if (!present || !item || !findThemeIn(now.content, target)) return { refused: 'gone' }
  if (stampOf(statementTyped(present.item, present.theme.code)) !== seen) return { refused: 'changed-meanwhile' }
  const content = replaceItem(now.content, code, item, target)
  if (item.code === code) return { content }
  const recoded = recodeChanges(now.changes, new Map([[code, item.code]]))
  const changes = codes.before.has(code) ? sayChange(recoded, code, { kind: 'minor', to: [item.code], reason: fr.changes.reasons.minor }) : recoded
  return { content, changes }
}

export function showRemoveStatement(ask: SignedIn, draft: Draft): Promise<Answer> {
  const here = found(ask, draft)
  if (!here) return Promise.resolve(notFound())
  const t = textsIn(ask.language)
  const back = urls.drafts.theme({ draft: draft.id, theme: here.theme.code })
  const body = html`${heading(1, t.statement.removeTitle)}<p class="govuk-body-l">${inFrench(here.item.statement, ask.language)}</p>
<p class="govuk-body">${t.statement.removeIntro}</p>${form({
    action: urls.drafts.removeStatement({ draft: draft.id, code: here.item.code }),
    hidden: ask.hidden(),
    content: buttonGroup([button({ text: t.remove, kind: 'harm' }), linkButton({ text: t.cancel, href: back, kind: 'quiet' })]),
  })}`
  return Promise.resolve(page(pageOf(ask, draft, t.statement.removeTitle, body, [{ text: here.theme.title, href: back }])))
}

export async function saveRemoveStatement(ask: SignedIn, draft: Draft): Promise<Answer> {
  const here = found(ask, draft)
  if (!here) return notFound()
  const result = await changeDraft(ask, draft, (now) => ({ content: removeItem(now.content, here.item.code) }))
  if ('refused' in result) return refusedPage(ask, draft, result.refused)
  return redirect(urls.drafts.theme({ draft: draft.id, theme: here.theme.code }), textsIn(ask.language).statement.removed)
}
