import { formatNumber } from '../../../platform/language.ts'
import type { Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { radios } from '../../../ui/choices.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list, summaryList } from '../../../ui/lists.ts'
import { details, heading, inset } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import { urls } from '../../../urls.ts'
import { frenchSpaces } from '../../frameworks/french-spaces.ts'
import type { Problem } from '../../frameworks/problem.ts'
import { nameOfEnd } from '../content.ts'
import { importCrumbs } from './import-pages.ts'
import { noteList } from './note-list.ts'
import type { Part } from './reading.ts'
import type { KeptReading } from './readings-store.ts'
import { relationWords } from './sheet-words.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

/** Statements and links shown of each part: enough to see that it is the right one. */
const shownFirst = 5

/** What was read, what was not taken over, what is wrong; and the way on when nothing is. */
export function previewPage(ask: SignedIn, kept: KeptReading, refusal?: string): Page {
  const t = textsIn(ask.language)
  const { reading } = kept
  const errors = refusal ? [{ field: 'part', id: 'part', message: refusal }] : []
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.previewTitle)}
<p class="q-lead">${t.previewLead(kept.fileName, t.readFormats[reading.format])}</p>
${reading.problems.length > 0 ? problemsSection(t, reading.problems) : nothing}
${reading.parts.map((part) => partSection(ask, part))}
${heading(2, t.notesTitle, 'm')}${reading.notes.length > 0 ? noteList(reading.notes, ask.language) : html`<p class="govuk-body">${t.notesNone}</p>`}
${reading.problems.length === 0 ? confirmForm(ask, kept, refusal) : anotherLink(ask, kept)}`
  return { title: t.previewTitle, body, here: 'frameworks', breadcrumbs: importCrumbs(ask, { id: kept.organisationId }) }
}

const anotherLink = (ask: SignedIn, kept: KeptReading): Html =>
  linkButton({ text: textsIn(ask.language).another, href: urls.exchange.import({ organisation: kept.organisationId }), kind: 'secondary' })

function problemsSection(t: Texts, problems: readonly Problem[]): Html {
  const { place, problem, todo } = t.problemColumns
  return html`${heading(2, t.problemsTitle(problems.length), 'm')}<p class="govuk-body">${t.problemsLead}</p>
${table({
  caption: t.problemsTitle(problems.length),
  captionHidden: true,
  columns: [{ header: place }, { header: problem }, { header: todo }],
  rows: problems.map((one) => [placeOf(t, one), inFrench(one.problem), inFrench(one.todo)]),
})}`
}

const inFrench = (text: string): Html => html`<span lang="fr">${frenchSpaces(text)}</span>`

const placeOf = (t: Texts, { file, line, where }: Problem): Html =>
  html`${frenchSpaces([file, line === null ? '' : t.line(line), where].filter(Boolean).join(', ')) || t.wholeFile}`

export function partTitle(part: Part): string {
  switch (part.kind) {
    case 'framework':
      return `${part.content.short_title}, ${part.content.version}`
    case 'crosswalk':
      return `${nameOfEnd(part.content.from)} → ${nameOfEnd(part.content.to)}`
    case 'conversion':
      return `${part.content.framework} ${part.content.from} → ${part.content.to}`
  }
}

function partSection(ask: SignedIn, part: Part): Html {
  const t = textsIn(ask.language)
  return html`<section>${heading(2, html`${t.parts[part.kind]} : <span lang="fr">${partTitle(part)}</span>`, 'm')}${partBody(ask, part)}</section>`
}

function partBody(ask: SignedIn, part: Part): Html {
  const t = textsIn(ask.language)
  const number = (value: number): string => formatNumber(value, ask.language)
  switch (part.kind) {
    case 'framework': {
      const { content, later } = part
      const facts = t.frameworkFacts
      const items = content.themes.flatMap((theme) => theme.items)
      const extras = [...(content.grades ?? []).map((grade) => grade.label), ...(content.conditions ?? []).map((condition) => condition.question)]
      return html`${summaryList([
        { key: facts.title, value: html`<span lang="${content.locale}">${content.title}</span>` },
        { key: facts.version, value: content.version },
        { key: facts.themes, value: number(content.themes.length) },
        { key: facts.items, value: number(items.length) },
        { key: facts.scale, value: t.scales[content.scale.kind] },
        ...(extras.length > 0 ? [{ key: facts.extras, value: html`<span lang="fr">${extras.join(' ; ')}</span>` }] : []),
      ])}
${firstOf(
  t.firstItems,
  items.slice(0, shownFirst).map((item) => html`<strong>${item.code}</strong> <span lang="${content.locale}">${item.statement}</span>`),
)}
${when(later.length > 0, () => laterList(t, later))}`
    }
    case 'crosswalk': {
      const { content } = part
      const facts = t.crosswalkFacts
      return html`${summaryList([
        { key: facts.from, value: nameOfEnd(content.from) },
        { key: facts.to, value: nameOfEnd(content.to) },
        { key: facts.author, value: content.author },
        { key: facts.links, value: number(content.links.length) },
        { key: facts.gaps, value: number(content.no_equivalent?.length ?? 0) },
      ])}
${firstOf(
  t.firstLinks,
  content.links.slice(0, shownFirst).map((link) => inFrench(`${link.from} ${relationWords[link.type]} ${link.to} : ${link.reason}`)),
)}`
    }
    case 'conversion':
      return inset(t.conversionOnly)
  }
}

const firstOf = (title: string, lines: readonly Html[]): Html => (lines.length > 0 ? details({ summary: title, content: list(lines), quiet: true }) : nothing)

function laterList(t: Texts, later: readonly Problem[]): Html {
  const shown = later.slice(0, shownFirst).map(({ where, problem, todo }) => inFrench([where, problem, todo].filter(Boolean).join(' ')))
  return details({ summary: t.laterTitle(later.length), content: html`<p>${t.laterLead}</p>${list(shown)}`, quiet: true })
}

function confirmForm(ask: SignedIn, kept: KeptReading, refusal?: string): Html {
  const t = textsIn(ask.language)
  const open = kept.reading.parts.map((part, index) => ({ part, index })).filter(({ part }) => part.kind !== 'conversion')
  const [first] = open
  if (!first) return anotherLink(ask, kept)
  const error = errorsBy(refusal ? [{ field: 'part', id: 'part', message: refusal }] : [], t.errorPrefix)
  const isFramework = open.every(({ part }) => part.kind === 'framework')
  const choice =
    open.length > 1
      ? radios({
          id: 'part',
          name: 'part',
          legend: t.choose,
          error: error('part'),
          choices: open.map(({ part, index }) => ({ value: String(index), text: html`${t.parts[part.kind]} : <span lang="fr">${partTitle(part)}</span>` })),
        })
      : html`<input type="hidden" name="part" value="${first.index}">`
  const buttons = buttonGroup([
    button({ text: t.confirm }),
    linkButton({ text: t.another, href: urls.exchange.import({ organisation: kept.organisationId }), kind: 'quiet' }),
  ])
  return html`${heading(2, isFramework ? t.confirmFramework : t.confirmCrosswalk, 'm')}<p class="govuk-body">${isFramework ? t.confirmFrameworkHelp : t.confirmCrosswalkHelp}</p>
${form({
  action: urls.exchange.reading({ organisation: kept.organisationId, reading: kept.id }),
  hidden: ask.hidden(),
  content: html`${choice}${buttons}`,
})}`
}
