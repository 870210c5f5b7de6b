import type { Language } from '../../platform/language.ts'
import { invalid, page, redirect } from '../../platform/web/answer.ts'
import type { Answer, Page } from '../../platform/web/answer.ts'
import { hasErrors } from '../../platform/web/form.ts'
import type { FieldErrors } from '../../platform/web/form.ts'
import { get, post } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { html, nothing } from '../../ui/html.ts'
import type { Content } from '../../ui/html.ts'
import { callout, heading, inset } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { onObject } from '../accounts/guard.ts'
import { findOwnOrganisation } from '../organisations/store.ts'
import type { Organisation } from '../organisations/store.ts'
import { actorOf, onAction } from './action-pages.ts'
import { createAction, saveSheet } from './commands.ts'
import { checkSheet, emptySheet, readSheet, sheetForm, sheetOf } from './sheet-form.ts'
import type { TypedSheet } from './sheet-form.ts'
import { findSourceFinding, listPeople } from './store.ts'
import type { Action, SourceFinding } from './store.ts'
import { en } from './texts.en.ts'
import { fr } from './texts.fr.ts'

const textsIn = (language: Language) => (language === 'fr' ? fr : en)

interface Draft {
  title: string
  intro: Content
  action: string
  cancel: string
  organisationId: string
  typed: TypedSheet
  errors: FieldErrors
  version?: number
  meanwhile?: TypedSheet
}

async function draftPage(ask: SignedIn, draft: Draft): Promise<Page> {
  const people = await listPeople(ask.db, draft.organisationId, ask.today)
  const version = draft.version === undefined ? [] : [{ name: 'version', value: draft.version }]
  const body = html`${heading(1, draft.title)}${draft.intro}${sheetForm({ ...draft, hidden: [...ask.hidden(), ...version], people, language: ask.language })}`
  return {
    title: draft.title,
    body,
    here: 'actions',
    breadcrumbs: [{ text: textsIn(ask.language).list.title, href: urls.school.actions({ organisation: draft.organisationId }) }],
  }
}

const newDraft = (ask: SignedIn, organisation: Organisation): Draft => ({
  title: textsIn(ask.language).form.newTitle,
  intro: nothing,
  action: urls.school.newAction({ organisation: organisation.id }),
  cancel: urls.school.actions({ organisation: organisation.id }),
  organisationId: organisation.id,
  typed: emptySheet(),
  errors: {},
})

function draftFromFinding(ask: SignedIn, finding: SourceFinding): Draft {
  const t = textsIn(ask.language).form
  return {
    title: t.newTitle,
    intro: inset(html`<p class="govuk-body">${t.fromFinding(t.kinds[finding.kind])}</p><p class="govuk-body"><strong>${finding.text}</strong></p>`),
    action: urls.action.fromFinding({ finding: finding.id }),
    cancel: urls.evaluation.diagnosis({ evaluation: finding.evaluationId }),
    organisationId: finding.organisationId,
    typed: emptySheet({ why: finding.text }),
    errors: {},
  }
}

const editDraft = (ask: SignedIn, action: Action): Draft => ({
  title: textsIn(ask.language).form.editTitle,
  intro: nothing,
  action: urls.action.edit({ action: action.id }),
  cancel: urls.action.show({ action: action.id }),
  organisationId: action.organisationId,
  typed: sheetOf(action),
  errors: {},
  version: action.version,
})

async function create(ask: SignedIn, draft: Draft, origin: { evaluationId: string | null; findingId: string | null }): Promise<Answer> {
  const typed = readSheet(ask.form)
  const people = await listPeople(ask.db, draft.organisationId, ask.today)
  const { errors, values } = checkSheet(typed, people, ask.language)
  if (hasErrors(errors)) return invalid(await draftPage(ask, { ...draft, typed, errors }))
  const id = await createAction(ask.db, actorOf(ask), { organisationId: draft.organisationId, ...origin }, values)
  return redirect(urls.action.show({ action: id }), textsIn(ask.language).form.created)
}

async function save(ask: SignedIn, action: Action): Promise<Answer> {
  const draft = editDraft(ask, action)
  const typed = readSheet(ask.form)
  const people = await listPeople(ask.db, action.organisationId, ask.today)
  const { errors, values } = checkSheet(typed, people, ask.language)
  if (hasErrors(errors)) return invalid(await draftPage(ask, { ...draft, typed, errors, version: Number(ask.form.text('version')) || 0 }))
  const result = await saveSheet(ask.db, actorOf(ask), action, Number(ask.form.text('version')) || 0, values)
  if ('saved' in result) return redirect(urls.action.show({ action: action.id }), textsIn(ask.language).form.saved)
  const t = textsIn(ask.language).form
  const intro = callout({ title: t.changedTitle, content: html`<p class="govuk-body">${t.changed}</p>` })
  return invalid(await draftPage(ask, { ...draft, intro, typed, meanwhile: sheetOf(action) }))
}

const school = (ask: SignedIn): Promise<Organisation | null> => findOwnOrganisation(ask.db, ask.caller, ask.params['organisation'] ?? '')
const finding = (ask: SignedIn): Promise<SourceFinding | null> => findSourceFinding(ask.db, ask.params['finding'] ?? '')

export const actionEditRoutes: readonly Route[] = [
  get(
    urls.school.newAction,
    onObject('school', 'action.create', school, async (ask, organisation) => page(await draftPage(ask, newDraft(ask, organisation)))),
  ),
  post(
    urls.school.newAction,
    onObject('school', 'action.create', school, (ask, organisation) => create(ask, newDraft(ask, organisation), { evaluationId: null, findingId: null })),
  ),
  get(
    urls.action.fromFinding,
    onObject('finding', 'action.create', finding, async (ask, source) => page(await draftPage(ask, draftFromFinding(ask, source)))),
  ),
  post(
    urls.action.fromFinding,
    onObject('finding', 'action.create', finding, (ask, source) =>
      create(ask, draftFromFinding(ask, source), { evaluationId: source.evaluationId, findingId: source.id }),
    ),
  ),
  get(
    urls.action.edit,
    onAction('action.edit', async (ask, action) => page(await draftPage(ask, editDraft(ask, action)))),
  ),
  post(urls.action.edit, onAction('action.edit', save)),
]
