import type { SignedIn } from '../../../platform/web/route.ts'
import { linkButton, postButton } from '../../../ui/buttons.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { cardList, list } from '../../../ui/lists.ts'
import type { Card } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { evidenceLink } from '../../evidence/words.ts'
import type { Diagnosis } from './diagnosis-page.ts'
import { positionWords } from './position-words.ts'
import { leadsToAction } from './rules.ts'
import type { Finding } from './store.ts'
import { textsIn } from './texts.en.ts'

/** Findings of one kind, each with the questions, proofs and actions that it is tied to. */
export const findingCards = (ask: SignedIn, diagnosis: Diagnosis, findings: readonly Finding[], editable: boolean): Html =>
  cardList(findings.map((finding, index) => card(ask, diagnosis, finding, { editable, first: index === 0, last: index === findings.length - 1 })))

interface Place {
  editable: boolean
  first: boolean
  last: boolean
}

function card(ask: SignedIn, diagnosis: Diagnosis, finding: Finding, place: Place): Card {
  return {
    title: finding.text,
    id: `constat-${finding.id}`,
    content: html`${when(finding.detail, () => html`<p class="govuk-body q-typed">${finding.detail}</p>`)}${origins(ask, diagnosis, finding)}`,
    actions: buttons(ask, diagnosis, finding, place),
  }
}

function origins(ask: SignedIn, { items, proofs, actions }: Diagnosis, finding: Finding): Content {
  const t = textsIn(ask.language)
  const questions = items.filter((item) => finding.itemIds.includes(item.id))
  const proven = proofs.filter(
    (proof, index) =>
      finding.itemIds.includes(proof.itemId) && proofs.findIndex((other) => other.id === proof.id && finding.itemIds.includes(other.itemId)) === index,
  )
  const decided = actions.filter((action) => action.findingId === finding.id)
  const part = (title: string, lines: readonly Content[]): Content =>
    when(lines.length > 0, () => html`<p class="govuk-body govuk-!-margin-bottom-1"><strong>${title}</strong></p>${list(lines)}`)
  return join([
    part(
      t.from,
      questions.map((item) => html`${item.statement} <span class="q-missing">${positionWords(item.scale, item.agreed, t)}</span>`),
    ),
    part(
      t.proofs,
      proven.map((proof) => evidenceLink(proof, ask.language)),
    ),
    part(
      t.actions,
      decided.map(
        (action) =>
          html`<a class="govuk-link" href="${urls.action.show({ action: action.id })}">${action.title}</a> <span class="q-missing">(${t.actionStates[action.state]})</span>`,
      ),
    ),
  ])
}

function buttons(ask: SignedIn, { evaluation }: Diagnosis, finding: Finding, { editable, first, last }: Place): Content {
  const t = textsIn(ask.language)
  const ids = { evaluation: evaluation.id, finding: finding.id }
  const link = (text: string, href: string): Html =>
    html`<a class="govuk-link" href="${href}">${text}<span class="govuk-visually-hidden"> : ${finding.text}</span></a>`
  const move = (way: 'up' | 'down'): Html =>
    postButton({
      text: t[way],
      kind: 'quiet',
      about: `: ${finding.text}`,
      action: urls.evaluation.moveFinding(ids),
      hidden: [...ask.hidden(), { name: 'move', value: way }],
    })
  const mayAct = leadsToAction(finding.kind) && may(ask.caller, 'action.create', evaluation)
  return join([
    when(mayAct, () => linkButton({ text: t.toAction, kind: 'secondary', about: `: ${finding.text}`, href: urls.action.fromFinding({ finding: finding.id }) })),
    when(editable, () =>
      join([
        link(t.edit, urls.evaluation.finding(ids)),
        ' ',
        link(t.remove, urls.evaluation.findingDelete(ids)),
        when(!first, () => move('up')),
        when(!last, () => move('down')),
      ]),
    ),
  ])
}
