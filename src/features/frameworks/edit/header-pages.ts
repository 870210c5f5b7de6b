import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { details } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { frameworkKinds } from '../content.ts'
import type { FrameworkHeader } from '../content.ts'
import { changeDraft } from './commands.ts'
import { stampOf } from './content-rules.ts'
import { findDraft } from './drafts-store.ts'
import type { Draft } from './drafts-store.ts'
import { fieldsOf, formErrors } from './fields-view.ts'
import type { Drawn } from './fields-view.ts'
import { readTyped } from './typed-rules.ts'
import type { Typed } from './typed-rules.ts'
import { formPage } from './form-page.ts'
import { formTextsIn } from './form-texts.en.ts'
import { aboutFields, aboutTyped, applyAbout, applyScale, applySource, scaleFields, scaleTyped, sourceFields, sourceTyped } from './header-rules.ts'
import { refusedPage } from './refusals.ts'
import { textsIn } from './texts.en.ts'

interface HeaderForm {
  form: 'about' | 'source' | 'scale'
  fields: readonly string[]
  typedOf: (content: FrameworkHeader) => Typed
  apply: (content: FrameworkHeader, typed: Typed) => FrameworkHeader
  view: (drawn: Drawn) => Html
}

const forms: Record<HeaderForm['form'], HeaderForm> = {
  about: { form: 'about', fields: aboutFields, typedOf: aboutTyped, apply: applyAbout, view: aboutView },
  source: { form: 'source', fields: sourceFields, typedOf: sourceTyped, apply: applySource, view: sourceView },
  scale: { form: 'scale', fields: scaleFields, typedOf: scaleTyped, apply: applyScale, view: scaleView },
}

const kindChoices = (drawn: Drawn) =>
  frameworkKinds.map((kind) => {
    const { text, hint } = formTextsIn(drawn.language).kinds[kind]
    return { value: kind, text, hint: hint || undefined }
  })

function aboutView(drawn: Drawn): Html {
  const f = fieldsOf(drawn)
  return html`${f.line('title', { maxLength: 250 })}${f.line('short_title', { maxLength: 60, width: 30 })}${f.choice('kind', kindChoices(drawn))}
${f.line('version', { maxLength: 20, width: 10 })}${f.day('valid_from')}${f.day('valid_to')}`
}

function sourceView(drawn: Drawn): Html {
  const f = fieldsOf(drawn)
  const award = html`${f.line('award.by', { maxLength: 250 })}${f.line('award.years', { width: 3, maxLength: 2 })}${f.area('award.note', { rows: 3 })}`
  const hasAward = ['award.by', 'award.years', 'award.note'].some((name) => drawn.typed[name] || drawn.errors?.some((error) => error.field === name))
  return html`${f.line('source.title', { maxLength: 250 })}${f.line('source.publisher', { maxLength: 250 })}${f.line('source.reference')}${f.line('source.url')}
${f.area('source.note', { rows: 3 })}${f.area('licence', { rows: 2 })}${f.area('notes', { rows: 3 })}
${f.box('unconfirmed')}${f.area('unconfirmed_note', { rows: 2 })}
${details({ summary: formTextsIn(drawn.language).awardSummary, content: award, open: hasAward })}`
}

function scaleView(drawn: Drawn): Html {
  const f = fieldsOf(drawn)
  const { scales } = formTextsIn(drawn.language)
  const choices = (['none', 'statements', 'levels'] as const).map((kind) => ({ value: kind, ...scales[kind] }))
  return html`${f.choice('scale', choices)}${f.area('levels', { rows: 6 })}${f.area('grades', { rows: 4 })}${f.area('conditions', { rows: 4 })}`
}

function headerPage(ask: SignedIn, draft: Draft, own: HeaderForm, filled: Omit<Drawn, 'form' | 'language'> & { seen: string }) {
  const words = formTextsIn(ask.language).forms[own.form]
  const drawn: Drawn = { ...filled, form: own.form, language: ask.language }
  return formPage(ask, draft, {
    title: words.title,
    lead: words.lead,
    action: urls.drafts[own.form]({ draft: draft.id }),
    back: urls.drafts.show({ draft: draft.id }),
    seen: filled.seen,
    errors: filled.errors ?? [],
    meanwhile: filled.meanwhile !== undefined,
    fields: own.view(drawn),
  })
}

export function showHeader(name: HeaderForm['form']) {
  const own = forms[name]
  return (ask: SignedIn, draft: Draft): Promise<Answer> => {
    const typed = own.typedOf(draft.content)
    return Promise.resolve(page(headerPage(ask, draft, own, { typed, seen: stampOf(typed) })))
  }
}

export function saveHeader(name: HeaderForm['form']) {
  const own = forms[name]
  return async (ask: SignedIn, draft: Draft): Promise<Answer> => {
    const typed = readTyped(ask.form, own.fields)
    const seen = ask.form.text('seen')
    const problems = await problemsOf(own, own.apply(draft.content, typed))
    const errors = formErrors(problems, ask.language)
    if (errors.length > 0) return invalid(headerPage(ask, draft, own, { typed, errors, seen }))
    const result = await changeDraft(ask, draft, (now) =>
      stampOf(own.typedOf(now.content)) === seen ? { content: own.apply(now.content, typed) } : { refused: 'changed-meanwhile' },
    )
    if ('saved' in result) return redirect(urls.drafts.show({ draft: draft.id }), textsIn(ask.language).saved)
    if (result.refused !== 'changed-meanwhile') return refusedPage(ask, draft, result.refused)
    const meanwhile = own.typedOf(((await findDraft(ask.db, draft.id)) ?? draft).content)
    return invalid(headerPage(ask, draft, own, { typed, seen: stampOf(meanwhile), meanwhile }))
  }
}

/** Of the header's problems, those that this form can mend. */
async function problemsOf(own: HeaderForm, content: FrameworkHeader) {
  const { checkHeader } = await import('../check-value.ts')
  return checkHeader(content).filter((problem) => formErrors([problem], 'fr').some((error) => own.fields.includes(error.field)))
}
