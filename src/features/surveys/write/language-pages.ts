import { download, invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { checkbox } from '../../../ui/choices.ts'
import { fileField, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { attributes, html, nothing, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import { callout, details, heading, notice } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { isRightToLeft, languageInWords } from '../questionnaire/answering-words.ts'
import { isLanguageTag } from '../questionnaire/definition.ts'
import { changeQuestionnaire } from './commands.ts'
import { crumbsOf } from './show-page.ts'
import { textsIn } from './texts.en.ts'
import { missingIn, textsOf, withTranslation } from './translations.ts'
import type { Translatable } from './translations.ts'
import { readTranslation, writeTranslation } from './translation-file.ts'
import { findQuestionnaire } from './write-store.ts'
import type { Questionnaire } from './write-store.ts'

/** Also one that every browser knows how to name: « it-it-it » has the shape and is none. */
function isTag(tag: string): boolean {
  if (!isLanguageTag(tag) || tag.split('-')[0] === 'fr') return false
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function languagesPage(ask: SignedIn, questionnaire: Questionnaire, typed: string, said: readonly string[] = []): Page {
  const t = textsIn(ask.language)
  const here = { questionnaire: questionnaire.id }
  const errors = said.map((message) => ({ field: 'tag', id: 'tag', message }))
  const cards = questionnaire.definition.languages
    .filter(({ tag }) => tag !== 'fr')
    .map(({ tag, reviewed }) => ({
      title: capitalised(languageInWords(tag, ask.language)),
      href: urls.questionnaire.language({ ...here, tag }),
      meta: html`<span>${t.languages.missing(missingIn(questionnaire.definition, tag))} · ${reviewed ? t.languages.reviewed : t.languages.notReviewed}</span>`,
    }))
  const add = form({
    action: urls.questionnaire.languages(here),
    hidden: ask.hidden(),
    content: html`${textField({ id: 'tag', name: 'tag', label: t.languages.tag, hint: t.languages.tagHint, value: typed, width: 4, error: errorsBy(errors, t.errorPrefix)('tag') })}${button({ text: t.languages.add, kind: 'secondary' })}`,
  })
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.languages.title)}<p class="q-lead">${t.languages.lead}</p>${cardList(cards, 'wide', 2)}${when(may(ask.caller, 'survey.edit', questionnaire), () => add)}`
  return { title: t.languages.title, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) }
}

export const showLanguages = async (ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> => page(languagesPage(ask, questionnaire, ''))

export async function addLanguage(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const tag = ask.form.text('tag')
  if (!isTag(tag)) return invalid(languagesPage(ask, questionnaire, tag, [textsIn(ask.language).languages.badTag]))
  return redirect(urls.questionnaire.language({ questionnaire: questionnaire.id, tag }))
}

interface Shown {
  textOf: (name: string) => string
  reviewed: boolean
  /** The version that these texts were written from. */
  version: number
  said?: readonly string[]
  before?: Html
  /** Another text for the same place, with where it comes from: who translates takes the better. */
  other?: { label: string; textOf: (name: string) => string }
}

/** A French text of more signs than this is translated on several lines. */
const oneLine = 60

function translationPage(ask: SignedIn, questionnaire: Questionnaire, tag: string, shown: Shown): Page {
  const t = textsIn(ask.language)
  const here = { questionnaire: questionnaire.id }
  const title = t.languages.one(languageInWords(tag, ask.language))
  const all = textsOf(questionnaire.definition)
  const missingFirst = [...all.filter(({ words }) => !words[tag]), ...all.filter(({ words }) => words[tag])]
  const errors = (shown.said ?? []).map((message) => ({ field: 'reviewed', id: 'reviewed', message }))
  const content = html`${missingFirst.map((one) => translationLine(one, tag, shown))}${checkbox({ id: 'reviewed', name: 'reviewed', value: 'oui', text: t.languages.markReviewed, checked: shown.reviewed })}
${buttonGroup([button({ text: t.languages.save }), linkButton({ text: t.show.cancel, href: urls.questionnaire.show(here), kind: 'quiet' })])}${byFile(ask, questionnaire, tag)}`
  const hidden = [...ask.hidden(), { name: 'version', value: shown.version }]
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${shown.before ?? nothing}${heading(1, title)}<p class="q-lead">${t.languages.lead}</p>
${form({ action: urls.questionnaire.language({ ...here, tag }), hidden, files: true, content })}`
  return { title, body, here: 'surveys', breadcrumbs: [...crumbsOf(ask, questionnaire), { text: t.languages.title, href: urls.questionnaire.languages(here) }] }
}

function translationLine({ name, words }: Translatable, tag: string, { textOf, other }: Shown): Html {
  const text = textOf(name)
  const reading = { lang: tag, dir: isRightToLeft(tag) ? 'rtl' : 'ltr' }
  const same = attributes({ id: name, name, ...reading, autocomplete: 'off' })
  const rows = Math.min(10, Math.max(2, Math.ceil(Math.max(words.fr.length, text.length) / 45), words.fr.split('\n').length))
  const field =
    words.fr.length > oneLine || words.fr.includes('\n') || text.includes('\n')
      ? html`<textarea class="govuk-textarea" rows="${rows}"${same}>\n${text}</textarea>`
      : html`<input class="govuk-input" type="text" value="${text}"${same}>`
  const otherText = other?.textOf(name) ?? ''
  const beside = when(
    otherText !== '' && otherText !== text,
    () => html`<p class="govuk-hint">${other?.label} : <bdi${attributes(reading)}>${otherText}</bdi></p>`,
  )
  return html`<div class="govuk-form-group q-translation"><label class="govuk-label q-pre" for="${name}" lang="fr">${words.fr}</label><div>${field}${beside}</div></div>`
}

/** For who translates at home, without an account. In the same form: what is being typed goes with the file. */
function byFile(ask: SignedIn, { id }: Questionnaire, tag: string): Html {
  const t = textsIn(ask.language).languages
  const file = urls.questionnaire.languageFile({ questionnaire: id, tag })
  return details({
    summary: t.byFile,
    content: html`<p class="govuk-body">${linkButton({ text: t.fileGet, href: file, kind: 'secondary', download: true })}</p>
${fileField({ id: 'file', name: 'file', label: t.file, hint: t.fileHint, accept: '.csv,.txt' })}${button({ text: t.fileSend, kind: 'secondary', formAction: file })}`,
  })
}

export async function sendTranslationFile(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const tag = ask.params['tag'] ?? ''
  if (!isTag(tag)) return notFound()
  return download(`traduction-${tag}.csv`, 'text/csv; charset=utf-8', writeTranslation(questionnaire.definition, tag))
}

/** What is kept in the language, by the name of each text. */
function keptIn({ definition }: Questionnaire, tag: string): (name: string) => string {
  const kept = new Map(textsOf(definition).map(({ name, words }) => [name, words[tag] ?? '']))
  return (name) => kept.get(name) ?? ''
}

const isReviewed = ({ definition }: Questionnaire, tag: string): boolean => definition.languages.find((language) => language.tag === tag)?.reviewed ?? false

/** What is in the form, as it was typed. */
function typedIn(ask: SignedIn, questionnaire: Questionnaire, tag: string): Pick<Shown, 'textOf' | 'reviewed' | 'version'> {
  const kept = keptIn(questionnaire, tag)
  return {
    textOf: (name) => (ask.form.has(name) ? ask.form.text(name) : kept(name)),
    reviewed: ask.form.text('reviewed') === 'oui',
    version: Number(ask.form.text('version')),
  }
}

/** What the file says is put in the form, beside what was there, to be read before it is saved. */
export async function readTranslationFile(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language).languages
  const tag = ask.params['tag'] ?? ''
  if (!isTag(tag)) return notFound()
  const typed = typedIn(ask, questionnaire, tag)
  const sent = ask.form.file('file')
  const read = sent ? readTranslation(sent.bytes, questionnaire.definition) : { refused: 'none' as const }
  if ('refused' in read) return invalid(translationPage(ask, questionnaire, tag, { ...typed, said: [t.refused[read.refused]] }))
  const said = [...read.strange.map((text) => t.strange(text)), ...(read.texts.size === 0 ? [t.nothingRead] : [])]
  // Nothing is kept, the form's key neither: going back and sending the same form once more is no repeat.
  return invalid(
    translationPage(ask, questionnaire, tag, {
      ...typed,
      textOf: (name) => read.texts.get(name) ?? typed.textOf(name),
      said,
      other: { label: t.inForm, textOf: typed.textOf },
      ...(read.texts.size > 0 ? { before: notice(t.fileRead(read.texts.size)) } : {}),
    }),
  )
}

export async function showTranslation(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const tag = ask.params['tag'] ?? ''
  if (!isTag(tag)) return notFound()
  const { version } = questionnaire
  return page(translationPage(ask, questionnaire, tag, { textOf: keptIn(questionnaire, tag), reviewed: isReviewed(questionnaire, tag), version }))
}

/** A file that was chosen and not read yet is read first: nobody believes it saved when it is not. */
export async function saveTranslation(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language)
  const tag = ask.params['tag'] ?? ''
  if (!isTag(tag)) return notFound()
  if (ask.form.file('file')) return readTranslationFile(ask, questionnaire)
  const typed = typedIn(ask, questionnaire, tag)
  const next = withTranslation(questionnaire.definition, tag, typed.textOf, typed.reviewed)
  if ((await changeQuestionnaire(ask, questionnaire, next)) === 'conflict') return changedPage(ask, questionnaire, tag, typed)
  return redirect(urls.questionnaire.languages({ questionnaire: questionnaire.id }), t.show.saved)
}

/** Both texts: what was typed is in the form, with what somebody else saved beside it; what only the other wrote is taken. */
async function changedPage(ask: SignedIn, questionnaire: Questionnaire, tag: string, typed: Pick<Shown, 'textOf' | 'reviewed'>): Promise<Answer> {
  const t = textsIn(ask.language)
  const now = (await findQuestionnaire(ask.db, questionnaire.id)) ?? questionnaire
  const kept = keptIn(now, tag)
  const before = callout({ title: t.languages.changedTitle, content: html`<p class="govuk-body">${t.languages.changed}</p>` })
  const shown: Shown = {
    textOf: (name) => typed.textOf(name) || kept(name),
    reviewed: typed.reviewed,
    version: now.version,
    before,
    other: { label: t.show.keptNow, textOf: kept },
  }
  return { kind: 'page', status: 409, page: translationPage(ask, now, tag, shown) }
}
