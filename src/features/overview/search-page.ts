import type { Language } from '../../platform/language.ts'
import type { Caller } from '../../platform/session.ts'
import { page } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { get, signedIn } from '../../platform/web/route.ts'
import type { Route, SignedIn } from '../../platform/web/route.ts'
import { button, buttonGroup } from '../../ui/buttons.ts'
import { searchField } from '../../ui/fields.ts'
import { form } from '../../ui/form.ts'
import { html, join, when } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { columns, list } from '../../ui/lists.ts'
import { heading } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { may } from '../accounts/permissions.ts'
import { textsIn as evaluationTexts } from '../evaluations/texts.en.ts'
import { longestSearch, searchItems, searchQuery, searchThemes } from '../frameworks/search-store.ts'
import { listFrameworks } from '../frameworks/store.ts'
import { searchHelp } from './search-help.ts'
import { foundKinds, searchOwn } from './search-store.ts'
import type { Found } from './search-store.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

/** Results shown of each kind: beyond, a word more helps more than a longer list. */
const shownOfEach = 6

/** Read of the bank at most, to say how many there are. */
const readOfBank = 50

type GroupName = keyof Texts['search']['groups']

interface Line {
  text: string
  href: string
  where: string
}

interface Group {
  name: GroupName
  lines: Line[]
  total: number
}

async function search(ask: SignedIn): Promise<Answer> {
  const t = textsIn(ask.language).search
  const words = (ask.query.get('q') ?? '').slice(0, longestSearch).trim()
  const groups = searchQuery(words) ? await findGroups(ask, words) : []
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  const result =
    words === ''
      ? html`<p>${t.before}</p>`
      : !searchQuery(words)
        ? html`<p>${t.noWord}</p>`
        : total === 0
          ? html`${heading(2, t.nothing(words), 'm')}<p>${t.nothingHelp}</p>`
          : html`<p role="status">${t.found(total, words)}</p>${resultColumns(groups, t)}`
  const body = html`${heading(1, t.title)}
${form({ action: urls.search(), method: 'get', label: t.formName, content: html`${searchField({ id: 'q', name: 'q', label: t.label, hint: t.hint, value: words })}${buttonGroup([button({ text: t.button })])}` })}
${result}`
  return page({ title: words ? t.titleFor(words) : t.title, body })
}

async function findGroups(ask: SignedIn, words: string): Promise<Group[]> {
  const { caller, db, language } = ask
  const organisationIds = [...new Set(caller.mandates.map((mandate) => mandate.organisationId))].filter((organisationId) =>
    may(caller, 'school.inside', { organisationId }),
  )
  const accompanies = caller.mandates.some((mandate) => mandate.role === 'referent' || mandate.role === 'national')
  const found = await searchOwn(db, { words, organisationIds, accompanies, limit: shownOfEach })
  const own = foundKinds.map((kind) =>
    ownGroup(
      found.filter((one) => one.kind === kind),
      kind,
      caller,
      language,
    ),
  )
  const frameworkIds = (await listFrameworks(db, ask.today)).map((framework) => framework.id)
  const themes = await searchThemes(db, words, frameworkIds)
  const items = await searchItems(db, words, { frameworkIds, limit: readOfBank })
  const groups: Group[] = [
    ...own,
    group(
      'theme',
      themes.map((theme) => ({
        text: theme.title,
        where: `${theme.frameworkTitle}, ${theme.code}`,
        href: urls.frameworks.theme({ framework: theme.frameworkId, theme: theme.code }),
      })),
    ),
    group(
      'bank',
      items.map((item) => ({
        text: item.statement,
        where: item.themeTitle,
        href: urls.frameworks.theme({ framework: item.frameworkId, theme: item.themeCode }),
      })),
    ),
    group(
      'help',
      searchHelp(words, language).map(({ title, where, href }) => ({ text: title, where, href })),
    ),
  ]
  return groups.filter((one) => one.lines.length > 0)
}

const group = (name: GroupName, lines: readonly Line[]): Group => ({ name, lines: lines.slice(0, shownOfEach), total: lines.length })

const ownGroup = (found: readonly Found[], name: GroupName, caller: Caller, language: Language): Group => ({
  name,
  lines: found.map((one) => ({ text: one.text, where: whereOf(one, caller, language), href: hrefOf(one, caller) })),
  total: found[0]?.total ?? 0,
})

/** The school is said only to those to whom it says something: people of several schools, and visitors. */
function whereOf(found: Found, caller: Caller, language: Language): string {
  const t = textsIn(language).search
  const parts = [
    found.findingKind ? t.findings[found.findingKind] : null,
    found.kind === 'evaluation' ? (found.state ? evaluationTexts(language).states[found.state] : null) : found.evaluationTitle,
    isOnlyPlace(caller, found.organisationId) ? null : found.organisationName,
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

const isOnlyPlace = ({ mandates }: Caller, organisationId: string): boolean => mandates.every((mandate) => mandate.organisationId === organisationId)

/** Where a thing is read by this person, in the state its evaluation is in. */
function hrefOf(found: Found, caller: Caller): string {
  const evaluation = { evaluation: found.evaluationId ?? '' }
  switch (found.kind) {
    case 'evaluation':
      return urls.evaluation.show(evaluation)
    case 'question':
      if (found.state === 'composing') return may(caller, 'evaluation.compose', found) ? urls.evaluation.compose(evaluation) : urls.evaluation.show(evaluation)
      return found.state === 'answering' ? urls.evaluation.show(evaluation) : urls.evaluation.sheet(evaluation)
    case 'finding':
      return urls.evaluation.diagnosis(evaluation)
    case 'action':
      return urls.action.show({ action: found.id })
    case 'evidence':
      return urls.evidence.show({ evidence: found.id })
  }
}

/** What is one's own, and beside it what everybody reads. */
function resultColumns(groups: readonly Group[], t: Texts['search']): Html {
  const own = groups.filter((one) => isOwn(one.name))
  const common = groups.filter((one) => !isOwn(one.name))
  const sections = (some: readonly Group[]): Html => join(some.map((one) => groupSection(one, t)))
  return own.length > 0 && common.length > 0 ? columns(sections(own), sections(common)) : sections(groups)
}

const isOwn = (name: GroupName): boolean => foundKinds.some((kind) => kind === name)

function groupSection({ name, lines, total }: Group, t: Texts['search']): Html {
  return html`<section aria-labelledby="found-${name}">${heading(2, t.groups[name], 'm', `found-${name}`)}
${list(lines.map((line) => html`<a class="govuk-link" href="${line.href}">${line.text}</a>${when(line.where, () => html`<br><span class="q-missing">${line.where}</span>`)}`))}
${when(total > lines.length, () => html`<p class="q-missing">${t.more(total - lines.length)}</p>`)}</section>`
}

export const searchRoutes: readonly Route[] = [get(urls.search, signedIn(search))]
