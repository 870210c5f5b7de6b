import { page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import { get, post } from '../../../platform/web/route.ts'
import type { Route, SignedIn } from '../../../platform/web/route.ts'
import { button, linkButton, postButton } from '../../../ui/buttons.ts'
import { checkboxes } from '../../../ui/choices.ts'
import { form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { emptyPage, heading, inset } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { evaluationCrumbs } from '../crumbs.ts'
import { onEvaluation } from '../guard.ts'
import { participationTag } from '../overview/participation.ts'
import { listItems, listMembers } from '../store.ts'
import type { Evaluation, Member } from '../store.ts'
import { listColleagues } from './members-store.ts'
import type { Colleague } from './members-store.ts'
import { refusedPage } from './refusals.ts'
import { addToTeam, removeFromTeam } from './round-commands.ts'
import { textsIn } from './texts.en.ts'

const isOpenTeam = (evaluation: Evaluation): boolean => evaluation.state === 'composing' || evaluation.state === 'answering'

async function teamPage(ask: SignedIn, evaluation: Evaluation): Promise<Page> {
  const t = textsIn(ask.language).team
  const members = await listMembers(ask.db, evaluation.id)
  const colleagues = await listColleagues(ask.db, evaluation.organisationId, ask.today)
  const questions = (await listItems(ask.db, evaluation.id)).length
  const body = html`${heading(1, t.title, 'l')}<p class="govuk-body">${t.intro}</p>
${members.length === 0 ? emptyPage({ title: t.emptyTitle, purpose: t.emptyPurpose, example: { label: t.emptyLabel, text: t.emptyExample } }) : memberTable(ask, evaluation, members, colleagues, questions)}
${isOpenTeam(evaluation) ? addForm(ask, evaluation, members, colleagues) : inset(t.closed)}
<p class="govuk-body">${linkButton({ text: t.back, href: urls.evaluation.show({ evaluation: evaluation.id }), kind: 'quiet' })}</p>`
  return {
    title: `${t.title} – ${evaluation.title}`,
    body,
    breadcrumbs: evaluationCrumbs(evaluation, ask.language),
    here: 'evaluations',
    scripts: ['filter-list'],
  }
}

function memberTable(ask: SignedIn, evaluation: Evaluation, members: readonly Member[], colleagues: readonly Colleague[], questions: number): Html {
  const t = textsIn(ask.language).team
  const here = new Set(colleagues.map((person) => person.personId))
  const remove = (member: Member): Content =>
    isOpenTeam(evaluation)
      ? postButton({
          text: t.remove,
          about: member.name,
          kind: 'quiet',
          action: urls.evaluation.removeMember({ evaluation: evaluation.id, person: member.personId }),
          hidden: ask.hidden(),
        })
      : nothing
  return table({
    caption: t.caption,
    captionHidden: true,
    columns: [{ header: t.columns.name }, { header: t.columns.state }, { header: t.columns.action, headerHidden: true }],
    rows: members.map((member) => [
      html`${member.name}${when(!here.has(member.personId), () => html` <span class="q-missing">(${t.left})</span>`)}`,
      participationTag(evaluation, member, questions, ask.language),
      remove(member),
    ]),
  })
}

function addForm(ask: SignedIn, evaluation: Evaluation, members: readonly Member[], colleagues: readonly Colleague[]): Content {
  const t = textsIn(ask.language)
  const inTeam = new Set(members.map((member) => member.personId))
  const others = colleagues.filter((person) => !inTeam.has(person.personId))
  const invite = when(
    may(ask.caller, 'school.team', evaluation),
    () => html`<p class="govuk-body"><a class="govuk-link" href="${urls.school.invite({ organisation: evaluation.organisationId })}">${t.team.invite}</a></p>`,
  )
  if (others.length === 0) return html`<p class="govuk-body">${t.team.allIn}</p>${invite}`
  const list = checkboxes({
    id: 'member',
    name: 'member',
    legend: t.team.addTitle,
    legendSize: 'm',
    small: true,
    hint: evaluation.state === 'answering' ? t.team.addHint : undefined,
    choices: others.map((person) => ({ value: person.personId, text: person.name, hint: t.settings.roles[person.role] })),
  })
  return html`${form({
    action: urls.evaluation.members({ evaluation: evaluation.id }),
    hidden: ask.hidden(),
    content: html`<filter-list class="q-choice-columns" data-label="${t.settings.memberSearch}" data-shown="${t.settings.shown}">${list}</filter-list>${button({ text: t.team.add })}`,
  })}${invite}`
}

async function add(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const t = textsIn(ask.language).team
  const back = urls.evaluation.members({ evaluation: evaluation.id })
  const chosen = ask.form.all('member')
  if (chosen.length === 0) return redirect(back, t.nobodyChosen)
  const result = await addToTeam(ask, evaluation, chosen)
  return 'refused' in result ? refusedPage(ask, evaluation, [result.refused]) : redirect(back, t.added(result.added, evaluation.state === 'answering'))
}

async function remove(ask: SignedIn, evaluation: Evaluation): Promise<Answer> {
  const result = await removeFromTeam(ask, evaluation, ask.params['person'] ?? '')
  if ('refused' in result) return refusedPage(ask, evaluation, [result.refused])
  return redirect(urls.evaluation.members({ evaluation: evaluation.id }), textsIn(ask.language).team.removed(evaluation.state === 'answering'))
}

export const teamRoutes: readonly Route[] = [
  get(
    urls.evaluation.members,
    onEvaluation('evaluation.lead', async (ask, evaluation) => page(await teamPage(ask, evaluation))),
  ),
  post(urls.evaluation.members, onEvaluation('evaluation.lead', add)),
  post(urls.evaluation.removeMember, onEvaluation('evaluation.lead', remove)),
]
