import type { SignedIn } from '../../../platform/web/route.ts'
import { button, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import type { Choice } from '../../../ui/choices.ts'
import { select, textArea } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import type { FormError } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { cardList, list } from '../../../ui/lists.ts'
import type { Card } from '../../../ui/lists.ts'
import { callout, details, heading, inset } from '../../../ui/messages.ts'
import { tag } from '../../../ui/tags.ts'
import { urls } from '../../../urls.ts'
import { inFrench } from '../../frameworks/content-words.ts'
import { indicatorName } from '../../frameworks/indicator-codes.ts'
import type { Item } from '../../frameworks/store.ts'
import { relations } from '../relations.ts'
import { seenFrom } from '../read/sides-rules.ts'
import type { SeenLink } from '../read/sides-rules.ts'
import { textsIn as readTexts } from '../read/texts.en.ts'
import { listToldElsewhere } from './edit-store.ts'
import { linksStamp, noLink } from './link-rules.ts'
import type { LinkFault, TypedLink } from './link-rules.ts'
import type { Suggestion } from './similarity-rules.ts'
import { textsIn } from './texts.en.ts'
import { nextToSettle, suggestionsFor, workHref } from './work-data.ts'
import type { Work } from './work-data.ts'

export interface LinkForm {
  /** Code on the other side of the link that is being edited. */
  editing?: string
  typed?: TypedLink
  faults?: readonly LinkFault[]
  meanwhile?: boolean
  /** What was typed as the reason of « no equivalent », when it was refused. */
  gap?: { reason: string; fault: 'reason' | 'reasonLong' }
}

const fieldOf: Record<LinkFault, string> = { target: 'far', type: 'type', reason: 'reason', reasonLong: 'reason' }

/** The statement picked: what is said of it, a new link with suggestions, or that nothing corresponds to it. */
export async function chosenPanel(ask: SignedIn, work: Work, chosen: Item, linkForm: LinkForm): Promise<Html> {
  const t = textsIn(ask.language)
  const links = work.links.filter((link) => link[work.side] === chosen.code).map((link) => seenFrom(link, work.side))
  const gap = work.gaps.find((one) => one.side === work.side && one.code === chosen.code)
  const errors: FormError[] = [
    ...(linkForm.faults ?? []).map((fault) => ({ field: fieldOf[fault], id: fieldOf[fault], message: t.work.errors[fault] })),
    ...(linkForm.gap ? [{ field: 'gap', id: 'gap', message: t.work.errors[linkForm.gap.fault] }] : []),
  ]
  const elsewhere = await listToldElsewhere(ask.db, work.crosswalk, chosen.code, work.side)
  return html`${errorSummary({ title: t.errorTitle, errors })}${heading(2, t.work.chosen, 's')}
<p class="govuk-body-l">${inFrench(chosen.statement, ask.language)}</p><p class="govuk-body q-missing">${chosen.code}</p>
${when(chosen.help, () => html`<p class="govuk-body">${inFrench(chosen.help, ask.language)}</p>`)}
${when(links.length > 0, () => html`${heading(3, t.work.existing, 's')}${cardList(links.map((link) => linkCard(ask, work, link)))}`)}
${when(elsewhere.length > 0, () => details({ summary: t.work.elsewhere, content: list(elsewhere.map((told) => html`${readTexts(ask.language).relations[told.relation]}${readTexts(ask.language).colon} ${farLine(ask, work, told.far)} (${t.work.by(told.by)})`)), quiet: true }))}
${gap ? gapIs(ask, work, chosen, gap.reason) : nothing}
${when(linkForm.meanwhile, () => callout({ title: t.work.changedTitle, content: html`<p class="govuk-body">${t.work.changed}</p>` }))}
${await linkFields(ask, work, chosen, links, linkForm, errors)}
${when(links.length === 0 && !gap, () => gapForm(ask, work, chosen, linkForm, errors))}
${nextDoor(ask, work, chosen)}`
}

const farLine = (ask: SignedIn, work: Work, code: string): Html =>
  html`<span class="q-missing">${code}</span> ${inFrench(work.farItems.get(code)?.statement ?? '', ask.language)}`

function linkCard(ask: SignedIn, work: Work, link: SeenLink): Card {
  const t = textsIn(ask.language)
  const read = readTexts(ask.language)
  const edit = html`<a class="govuk-link" href="${workHref(work, { enonce: link.near, lien: link.far })}#chosen">${t.work.edit}<span class="govuk-visually-hidden"> (${link.far})</span></a>`
  const remove = form({
    action: urls.crosswalks.removeLink({ crosswalk: work.crosswalk.id, code: link.near }),
    hidden: [...ask.hidden(), { name: 'cote', value: work.side }, { name: 'far', value: link.far }],
    inline: true,
    content: button({ text: t.work.remove, kind: 'quiet', about: `(${link.far})` }),
  })
  return {
    title: farLine(ask, work, link.far),
    meta: html`<span>${read.relations[link.relation]}</span>${tag(read.statuses[link.link.status], link.link.status === 'validated' ? 'done' : 'plain')}`,
    content: html`<p>${inFrench(link.link.reason, ask.language)}</p>`,
    actions: html`${edit} ${remove}`,
  }
}

async function linkFields(
  ask: SignedIn,
  work: Work,
  chosen: Item,
  links: readonly SeenLink[],
  linkForm: LinkForm,
  errors: readonly FormError[],
): Promise<Html> {
  const t = textsIn(ask.language).work
  const words = textsIn(ask.language)
  const edited = links.find((link) => link.far === linkForm.editing)
  const typed = linkForm.typed ?? (edited ? { far: edited.far, relation: edited.relation, reason: edited.link.reason, status: edited.link.status } : noLink)
  const error = errorsBy(errors, words.errorPrefix)
  const types = relations.map((relation) => ({ value: relation, ...t.types[relation] }))
  const statuses = (['proposed', 'validated'] as const).map((status) => ({ value: status, text: t.statuses[status] }))
  return html`<section class="q-way">${heading(3, edited ? t.editLink : t.newLink, 's')}${form({
    action: urls.crosswalks.statement({ crosswalk: work.crosswalk.id, code: chosen.code }),
    hidden: [...ask.hidden(), { name: 'cote', value: work.side }, { name: 'seen', value: linksStamp(work.links, work.gaps, chosen.code, work.side) }],
    content: html`${edited ? fixedTarget(ask, work, edited.far) : await targetFields(ask, work, chosen, typed, error('far'))}
${radios({ id: 'type', name: 'type', legend: t.type, value: typed.relation, error: error('type'), choices: types })}
${textArea({ id: 'reason', name: 'reason', label: t.reason, hint: t.reasonHint, value: typed.reason, rows: 3, maxLength: 400, error: error('reason') })}
${radios({ id: 'status', name: 'status', legend: t.status, value: typed.status, inline: true, small: true, choices: statuses })}
${button({ text: t.add })}`,
  })}</section>`
}

const fixedTarget = (ask: SignedIn, work: Work, far: string): Html => html`<input type="hidden" name="far" value="${far}">${inset(farLine(ask, work, far))}`

/** The statements that it is like, each with the words that say so; every other one in a list. */
async function targetFields(ask: SignedIn, work: Work, chosen: Item, typed: TypedLink, error: ReturnType<ReturnType<typeof errorsBy>>): Promise<Html> {
  const t = textsIn(ask.language).work
  const suggestions = await suggestionsFor(ask, work, chosen)
  const suggested = suggestions.map((suggestion) => suggestionChoice(ask, work, suggestion))
  const isSuggested = suggestions.some((suggestion) => suggestion.code === typed.far)
  const value = typed.far === '' ? '' : isSuggested ? typed.far : 'other'
  const groups = work.farThemes.map((theme) => ({
    label: `${theme.code} ${theme.title}`,
    options: [...work.farItems.values()]
      .filter((item) => item.themeCode === theme.code)
      .map((item) => ({ value: item.code, text: clipped(`${item.code} ${item.statement}`) })),
  }))
  const all = select({
    id: 'other',
    name: 'other',
    label: t.otherLabel,
    value: isSuggested ? '' : typed.far,
    options: [{ value: '', text: t.otherNone }, ...groups],
  })
  if (suggested.length === 0) return html`<p class="govuk-body">${t.noSuggestion}</p><div id="far">${all}</div>`
  return html`${radios({ id: 'far', name: 'far', legend: t.target, value, error, small: true, choices: [...suggested, { value: 'other', text: t.other, apart: true }] })}${all}
${details({ summary: t.howSuggested, content: html`<p>${t.howSuggestedText}</p>`, quiet: true })}`
}

const longestOption = 110
const clipped = (text: string): string => (text.length > longestOption ? `${text.slice(0, longestOption).trimEnd()}…` : text)

function suggestionChoice(ask: SignedIn, work: Work, { code, common, indicators }: Suggestion): Choice {
  const t = textsIn(ask.language).work
  const why: Content[] = []
  if (common.length > 0) why.push(html`${t.why('')}${inFrench(common.join(', '), ask.language)}`)
  if (indicators.length > 0) why.push(html`${t.sameIndicator('')}${inFrench(indicators.map(indicatorName).join(', '), ask.language)}`)
  return { value: code, text: farLine(ask, work, code), hint: html`${why.map((line, index) => (index === 0 ? line : html`. ${line}`))}` }
}

function gapForm(ask: SignedIn, work: Work, chosen: Item, linkForm: LinkForm, errors: readonly FormError[]): Html {
  const t = textsIn(ask.language).work
  const error = errorsBy(errors, textsIn(ask.language).errorPrefix)
  const content = form({
    action: urls.crosswalks.gap({ crosswalk: work.crosswalk.id, code: chosen.code }),
    hidden: [...ask.hidden(), { name: 'cote', value: work.side }],
    content: html`<p class="govuk-body">${t.gapHelp}</p>${textArea({ id: 'gap', name: 'gap', label: t.gapReason, value: linkForm.gap?.reason ?? '', rows: 2, maxLength: 400, error: error('gap') })}${button({ text: t.gapButton, kind: 'secondary' })}`,
  })
  return details({ summary: t.gapTitle, content, open: linkForm.gap !== undefined })
}

function gapIs(ask: SignedIn, work: Work, chosen: Item, reason: string): Html {
  const t = textsIn(ask.language).work
  return inset(
    html`<p>${t.gapIs} ${inFrench(reason, ask.language)}</p>${form({
      action: urls.crosswalks.gap({ crosswalk: work.crosswalk.id, code: chosen.code }),
      hidden: [...ask.hidden(), { name: 'cote', value: work.side }, { name: 'remove', value: 'yes' }],
      inline: true,
      content: button({ text: t.gapRemove, kind: 'quiet' }),
    })}`,
  )
}

function nextDoor(ask: SignedIn, work: Work, chosen: Item): Content {
  const next = nextToSettle(work, chosen.code)
  return when(next, () =>
    linkButton({ text: textsIn(ask.language).work.next, href: `${workHref(work, { enonce: next?.code ?? '' })}#chosen`, kind: 'secondary' }),
  )
}
