import { formatDate } from '../../../platform/language.ts'
import { notFound, page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { Ask } from '../../../platform/web/route.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list, summaryList } from '../../../ui/lists.ts'
import { heading } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { callable } from '../answer/help.ts'
import { answeringLanguages, answeringWords, isRightToLeft, languageName } from '../questionnaire/answering-words.ts'
import { findPublicPart } from './anonymity-store.ts'
import type { PublicPart } from './anonymity-store.ts'
import { anonymityTextsIn } from './anonymity-texts.en.ts'
import { twoBoxes } from './two-boxes.ts'

/** How this survey protects who answers it, in a child's words, with its own numbers. For anyone: nobody is asked who they are. */
export async function showAnonymity(ask: Ask): Promise<Answer> {
  const part = await findPublicPart(ask.db, ask.params['part'] ?? '')
  if (!part) return notFound()
  const t = anonymityTextsIn(ask.language)
  const body = html`${heading(1, t.title)}<p class="q-lead">${part.title}</p><p class="govuk-body">${t.back}</p>${shortly(ask, part)}
${heading(2, t.boxesTitle, 'm')}<p class="govuk-body">${t.boxes}</p>${twoBoxes(t.drawing)}
${heading(2, t.journeyTitle, 'm')}${list(t.journey, 'number')}${heading(2, t.hereTitle, 'm')}${numbers(ask, part)}
${heading(2, t.limitsTitle, 'm')}${list([...t.limits, ...(part.freeText ? [t.limitText] : []), ...(part.access === 'shared' ? [t.limitShared] : [])])}
${when(part.audience === 'pupil', () => html`${heading(2, t.helpTitle, 'm')}${list(t.help.map(callable))}`)}
<p class="govuk-body"><a class="govuk-link" href="${urls.privacy()}">${t.privacy}</a></p>`
  return page({ title: t.title, body, plain: true })
}

/** In the reader's language where the survey has it: the three sentences that count. */
function shortly(ask: Ask, part: PublicPart): Html {
  const tags = part.definition.languages.map(({ tag }) => tag).filter((tag) => answeringLanguages.includes(tag))
  const wished = ask.query.get('l') ?? ''
  const tag = tags.includes(wished) ? wished : 'fr'
  const words = answeringWords(tag, part.audience)
  const others = tags.filter((one) => one !== tag)
  const links = others.map((one) => html`<a class="govuk-link" lang="${one}" hreflang="${one}" href="?l=${one}">${languageName(one)}</a>`)
  return html`<section lang="${tag}" dir="${isRightToLeft(tag) ? 'rtl' : 'ltr'}">${heading(2, words.anonymousTitle, 'm')}${list([...words.anonymous(part.threshold)])}${when(tag !== ask.language, () => html`<p class="govuk-body">${words.restOfPage}</p>`)}</section>
${when(others.length > 0, () => html`<p class="q-inline">${links}</p>`)}`
}

function numbers(ask: Ask, part: PublicPart): Html {
  const t = anonymityTextsIn(ask.language)
  const dated = (key: string, value: string | null) => (value ? [{ key, value: formatDate(value, ask.language) }] : [])
  const groups = part.breakdowns.map((one) => one.title)
  const asked = part.breakdowns.filter((one) => one.source === 'question').map((one) => one.title)
  return summaryList([
    { key: t.threshold, value: t.thresholdValue(part.threshold) },
    { key: t.groups, value: groups.length > 0 ? [t.groupsValue(groups), ...(asked.length > 0 ? [t.groupsAsked(asked)] : [])].join(' ') : t.noGroups },
    { key: t.words, value: part.freeText ? t.wordsOn(part.threshold) : t.wordsOff },
    { key: t.access, value: t.accesses[part.access] },
    ...dated(t.closes, part.closesOn),
    { key: t.destroyed, value: t.destroyedValue(part.freeText) },
    { key: t.moved, value: t.movedValue },
    ...dated(t.results, part.resultsOn),
  ])
}
