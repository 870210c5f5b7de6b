import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { select } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { details, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import type { ThemeContent } from '../content.ts'
import { plainSpaces } from '../french-spaces.ts'
import { findTheme, listThemes } from '../store.ts'
import type { Theme } from '../store.ts'
import { changeDraft } from './commands.ts'
import { codeStem, isThemeCode, nextThemeCode } from './codes-rules.ts'
import { addTheme, findThemeIn, recodeTheme, removeTheme, replaceTheme, stampOf } from './content-rules.ts'
import { recodeChanges } from './changes-rules.ts'
import { latestOf } from './draft-page.ts'
import type { Draft } from './drafts-store.ts'
import { fieldsOf, formErrors } from './fields-view.ts'
import type { Drawn } from './fields-view.ts'
import { readTyped } from './typed-rules.ts'
import type { Typed } from './typed-rules.ts'
import { formPage, pageOf } from './form-page.ts'
import { formTextsIn } from './form-texts.en.ts'
import { listCodes } from './lists-store.ts'
import { refusedPage } from './refusals.ts'
import { readTheme, themeFields, themeTyped } from './theme-rules.ts'
import { textsIn } from './texts.en.ts'

type Filled = Omit<Drawn, 'form' | 'language'> & { seen: string }

function themeView(drawn: Drawn, isNew: boolean): Html {
  const f = fieldsOf(drawn)
  const words = formTextsIn(drawn.language)
  const code = isNew
    ? nothing
    : details({ summary: words.codeSummary, content: f.line('code', { width: 20, maxLength: 20 }), quiet: true, open: hasError(drawn, 'code') })
  const open = drawn.meanwhile !== undefined || ['keywords', 'unconfirmed', 'unconfirmed_note'].some((name) => drawn.typed[name] || hasError(drawn, name))
  const more = html`${f.area('keywords', { rows: 3 })}${f.box('unconfirmed')}${f.area('unconfirmed_note', { rows: 2 })}`
  return html`${f.line('title', { maxLength: 250 })}${f.area('purpose', { rows: 3 })}${details({ summary: words.moreSummary, content: more, quiet: true, open })}${code}`
}

const hasError = (drawn: Drawn, field: string): boolean => drawn.errors?.some((error) => error.field === field) ?? false

function editPage(ask: SignedIn, draft: Draft, code: string | null, filled: Filled, before: Content = nothing): Page {
  const t = textsIn(ask.language).theme
  const drawn: Drawn = { ...filled, form: 'theme', language: ask.language }
  return formPage(ask, draft, {
    title: code === null ? t.new : t.edit,
    lead: formTextsIn(ask.language).forms.theme.lead,
    action: code === null ? urls.drafts.newTheme({ draft: draft.id }) : urls.drafts.editTheme({ draft: draft.id, theme: code }),
    back: urls.drafts.show({ draft: draft.id }),
    seen: filled.seen,
    errors: filled.errors ?? [],
    meanwhile: filled.meanwhile !== undefined,
    before,
    fields: themeView(drawn, code === null),
  })
}

export async function showNewTheme(ask: SignedIn, draft: Draft): Promise<Answer> {
  return page(await newThemePage(ask, draft, { typed: {}, seen: '' }))
}

async function newThemePage(ask: SignedIn, draft: Draft, filled: Filled): Promise<Page> {
  return editPage(ask, draft, null, filled, draft.extendsId ? await parentForm(ask, draft, draft.extendsId) : nothing)
}

/** For additions: a theme of the framework added to. */
async function parentForm(ask: SignedIn, draft: Draft, parentId: string): Promise<Content> {
  const t = textsIn(ask.language).theme
  const free = (await listThemes(ask.db, parentId)).filter((theme) => !findThemeIn(draft.content, theme.code))
  if (free.length === 0) return nothing
  return html`<section class="q-way">${heading(2, t.fromParent, 'm')}<p class="govuk-body">${t.fromParentHelp}</p>${form({
    action: urls.drafts.newTheme({ draft: draft.id }),
    hidden: ask.hidden(),
    label: t.fromParent,
    content: html`${select({
      id: 'parent-theme',
      name: 'parent',
      label: formTextsIn(ask.language).forms.statement.labels['theme'] ?? '',
      options: free.map((theme) => ({ value: theme.code, text: `${theme.code} ${theme.title}` })),
    })}${button({ text: t.fromParentButton, kind: 'secondary' })}`,
  })}</section>${heading(2, t.orNew, 'm')}`
}

export async function saveNewTheme(ask: SignedIn, draft: Draft): Promise<Answer> {
  const parentCode = ask.form.text('parent')
  if (parentCode && draft.extendsId) return addParentTheme(ask, draft, await findTheme(ask.db, draft.extendsId, parentCode))
  const typed = readTyped(ask.form, themeFields)
  const taken = [...(await listCodes(ask.db, draft.basedOnId)).themes, ...(await listCodes(ask.db, draft.extendsId)).themes]
  const codeIn = (now: Draft): string => nextThemeCode(now.content.themes, codeStem(now.content.short_title), taken)
  const errors = await themeErrors(ask, { ...readTheme(typed), code: codeIn(draft) })
  if (errors.length > 0) return invalid(await newThemePage(ask, draft, { typed, errors, seen: '' }))
  let code = ''
  const result = await changeDraft(ask, draft, (now) => {
    code = codeIn(now)
    return { content: addTheme(now.content, { ...readTheme(typed), code }) }
  })
  if ('refused' in result) return refusedPage(ask, draft, result.refused)
  return redirect(urls.drafts.theme({ draft: draft.id, theme: code }), textsIn(ask.language).theme.added)
}

async function addParentTheme(ask: SignedIn, draft: Draft, theme: Theme | null): Promise<Answer> {
  if (!theme) return notFound()
  const added: ThemeContent = {
    code: theme.code,
    title: plainSpaces(theme.title),
    purpose: plainSpaces(theme.purpose),
    keywords: theme.keywords,
    status: 'confirmed',
    items: [],
  }
  const result = await changeDraft(ask, draft, (now) => ({ content: findThemeIn(now.content, theme.code) ? now.content : addTheme(now.content, added) }))
  if ('refused' in result) return refusedPage(ask, draft, result.refused)
  return redirect(urls.drafts.newStatement({ draft: draft.id, theme: theme.code }), textsIn(ask.language).theme.added)
}

async function themeErrors(ask: SignedIn, theme: ThemeContent) {
  const { checkTheme } = await import('../check-value.ts')
  return formErrors(checkTheme(theme), ask.language)
}

const foundTheme = (ask: SignedIn, draft: Draft): ThemeContent | null => findThemeIn(draft.content, ask.params['theme'] ?? '')

/** The items of a theme have forms of their own: they do not make its text another. */
const seenOf = (typed: Typed): string => stampOf(typed)

export function showEditTheme(ask: SignedIn, draft: Draft): Promise<Answer> {
  const theme = foundTheme(ask, draft)
  if (!theme) return Promise.resolve(notFound())
  const typed = themeTyped(theme)
  return Promise.resolve(page(editPage(ask, draft, theme.code, { typed, seen: seenOf(typed) })))
}

export async function saveEditTheme(ask: SignedIn, draft: Draft): Promise<Answer> {
  const theme = foundTheme(ask, draft)
  if (!theme) return notFound()
  const typed = readTyped(ask.form, themeFields)
  const seen = ask.form.text('seen')
  const code = typed['code'] || theme.code
  const parent = await listCodes(ask.db, draft.extendsId)
  const others = [...draft.content.themes.map((one) => one.code), ...parent.themes]
  const taken = code !== theme.code && (!isThemeCode(code) || others.includes(code))
  const wrong = await themeErrors(ask, { ...readTheme(typed), code: taken ? theme.code : code })
  const errors = taken ? [...wrong, { field: 'code', id: 'code', message: formTextsIn(ask.language).codeTaken }] : wrong
  if (errors.length > 0) return invalid(editPage(ask, draft, theme.code, { typed, errors, seen }))
  const result = await changeDraft(ask, draft, (now) => {
    const present = findThemeIn(now.content, theme.code)
    if (!present) return { refused: 'gone' }
    if (seenOf(themeTyped(present)) !== seen) return { refused: 'changed-meanwhile' }
    const next = recodeTheme({ ...readTheme({ ...typed, code: theme.code }), items: present.items }, code)
    const codes = new Map(present.items.map((item, index) => [item.code, next.items[index]?.code ?? item.code]))
    return { content: replaceTheme(now.content, theme.code, next), changes: recodeChanges(now.changes, codes) }
  })
  if ('saved' in result) return redirect(urls.drafts.theme({ draft: draft.id, theme: code }), textsIn(ask.language).saved)
  if (result.refused !== 'changed-meanwhile') return refusedPage(ask, draft, result.refused)
  const meanwhile = themeTyped(findThemeIn((await latestOf(ask, draft)).content, theme.code) ?? theme)
  return invalid(editPage(ask, draft, theme.code, { typed, seen: seenOf(meanwhile), meanwhile }))
}

export function showRemoveTheme(ask: SignedIn, draft: Draft): Promise<Answer> {
  const theme = foundTheme(ask, draft)
  if (!theme) return Promise.resolve(notFound())
  const t = textsIn(ask.language)
  const title = t.theme.removeTitle(theme.title)
  const body = html`${heading(1, title)}<p class="govuk-body">${t.theme.removeIntro(theme.items.length)}</p>${form({
    action: urls.drafts.removeTheme({ draft: draft.id, theme: theme.code }),
    hidden: ask.hidden(),
    content: buttonGroup([
      button({ text: t.remove, kind: 'harm' }),
      linkButton({ text: t.cancel, href: urls.drafts.show({ draft: draft.id }), kind: 'quiet' }),
    ]),
  })}`
  return Promise.resolve(page(pageOf(ask, draft, title, body)))
}

export async function saveRemoveTheme(ask: SignedIn, draft: Draft): Promise<Answer> {
  const theme = foundTheme(ask, draft)
  if (!theme) return notFound()
  const result = await changeDraft(ask, draft, (now) => ({ content: removeTheme(now.content, theme.code) }))
  if ('refused' in result) return refusedPage(ask, draft, result.refused)
  return redirect(`${urls.drafts.show({ draft: draft.id })}#themes`, textsIn(ask.language).theme.removed)
}
