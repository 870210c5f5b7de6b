import type { Db } from '../../../platform/database.ts'
import { page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import { get, post } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { checkboxes } from '../../../ui/choices.ts'
import { form } from '../../../ui/form.ts'
import { html, join } from '../../../ui/html.ts'
import { emptyPage, heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import type { OrganisationTables, ReferenceKind } from '../../organisations/tables.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { onEvaluation } from '../guard.ts'
import type { Evaluation } from '../store.ts'
import { addQuestions } from './items-commands.ts'
import { questionFromReference } from './questions.ts'
import type { SchoolReference } from './questions.ts'
import { refusedPage } from './refusals.ts'
import { textsIn } from './texts.en.ts'

const kinds: readonly ReferenceKind[] = ['value', 'norm', 'body']

/** Values, rules and bodies of the school, in its order. */
const listReferences = (db: Db, organisationId: string): Promise<SchoolReference[]> =>
  db
    .withTables<OrganisationTables>()
    .selectFrom('school_references')
    .select(['id', 'kind', 'label', 'description'])
    .where('organisation_id', '=', organisationId)
    .orderBy('kind')
    .orderBy('position')
    .execute()

function referencesPage(ask: SignedIn, evaluation: Evaluation, references: readonly SchoolReference[]): Page {
  const t = textsIn(ask.language)
  const r = t.references
  const here = { evaluation: evaluation.id }
  const edit = urls.school.references({ organisation: evaluation.organisationId })
  const groups = kinds.map((kind) => ({ kind, list: references.filter((one) => one.kind === kind) })).filter((group) => group.list.length > 0)
  const choices = html`<p class="govuk-body">${r.intro}</p>${form({
    action: urls.evaluation.addReferences(here),
    hidden: ask.hidden(),
    content: html`${join(
      groups.map(({ kind, list }) =>
        checkboxes({
          id: `reference-${kind}`,
          name: 'reference',
          legend: r.kinds[kind],
          legendSize: 'm',
          choices: list.map((one) => ({ value: one.id, text: one.label, hint: r.statements[kind](one.label) })),
        }),
      ),
    )}
${buttonGroup([button({ text: r.add }), linkButton({ text: t.question.back, href: urls.evaluation.compose(here), kind: 'quiet' })])}
<p class="govuk-body"><a class="govuk-link" href="${edit}">${r.edit}</a></p>`,
  })}`
  const empty = emptyPage({
    title: r.emptyTitle,
    purpose: r.emptyPurpose,
    example: { label: r.emptyLabel, text: r.emptyExample },
    ...(may(ask.caller, 'school.references', evaluation) ? { step: linkButton({ text: r.emptyStep, href: edit }) } : {}),
  })
  const body = html`${heading(1, r.title, 'l')}${references.length > 0 ? choices : empty}`
  return {
    title: r.title,
    body,
    breadcrumbs: [...evaluationCrumbs(evaluation, ask.language), { text: t.compose.title, href: urls.evaluation.compose(here) }],
    here: 'evaluations',
  }
}

async function add(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const t = textsIn(ask.language)
  const here = { evaluation: evaluation.id }
  const wanted = ask.form.all('reference')
  const chosen = (await listReferences(ask.db, evaluation.organisationId)).filter((one) => wanted.includes(one.id))
  if (chosen.length === 0) return redirect(urls.evaluation.addReferences(here), t.compose.nothingChosen)
  const questions = chosen.map((one) => questionFromReference(one, t.references.statements[one.kind](one.label), evaluation.scale))
  const result = await addQuestions(ask, evaluation, questions)
  return 'refused' in result
    ? refusedPage(ask, evaluation, [result.refused])
    : redirect(`${urls.evaluation.compose(here)}#mine`, t.compose.added(result.added.length))
}

export const referencesRoutes: readonly Route[] = [
  get(
    urls.evaluation.addReferences,
    onEvaluation('evaluation.compose', async (ask, evaluation) => {
      if (evaluation.state !== 'composing') return refusedPage(ask, evaluation, ['not-composing'])
      return page(referencesPage(ask, evaluation, await listReferences(ask.db, evaluation.organisationId)))
    }),
  ),
  post(urls.evaluation.addReferences, onEvaluation('evaluation.compose', add)),
]
