import { download, invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { checkbox } from '../../../ui/choices.ts'
import { fileField, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, form } from '../../../ui/form.ts'
import { html, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { cardList } from '../../../ui/lists.ts'
import { details, heading, notice } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { may } from '../../accounts/permissions.ts'
import { isRightToLeft, languageName } from '../questionnaire/answering-words.ts'
import { isLanguageTag } from '../questionnaire/definition.ts'
import { changeQuestionnaire } from './commands.ts'
import { crumbsOf } from './show-page.ts'
import { textsIn } from './texts.en.ts'
import { missingIn, textsOf, withTranslation } from './translations.ts'
import { readTranslation, writeTranslation } from './translation-file.ts'
import type { Questionnaire } from './write-store.ts'

const isTag = (tag: string): boolean => isLanguageTag(tag) && tag.split('-')[0] !== 'fr'

function languagesPage(ask: SignedIn, questionnaire: Questionnaire, typed: string, said: readonly string[] = []): Page {
  const t = textsIn(ask.language)
  const here = { questionnaire: questionnaire.id }
  const errors = said.map((message) => ({ field: 'tag', id: 'tag', message }))
  const cards = questionnaire.definition.languages
    .filter(({ tag }) => tag !== 'fr')
    .map(({ tag, reviewed }) => ({
      title: languageName(tag),
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

function translationPage(ask: SignedIn, questionnaire: Questionnaire, tag: string, textOf: (name: string) => string, said: readonly string[] = []): Page {
  const t = textsIn(ask.language)
  const here = { questionnaire: questionnaire.id }
  const title = t.languages.one(languageName(tag))
  const all = textsOf(questionnaire.definition)
  const missingFirst = [...all.filter(({ words }) => !words[tag]), ...all.filter(({ words }) => words[tag])]
  const reviewed = questionnaire.definition.languages.find((language) => language.tag === tag)?.reviewed ?? false
  const errors = said.map((message) => ({ field: 'reviewed', id: 'reviewed', message }))
  const line = ({ name, words }: (typeof all)[number]): Html => html`<div class="govuk-form-group"><label class="govuk-label" for="${name}">${words.fr}</label>
<input class="govuk-input" type="text" id="${name}" name="${name}" value="${textOf(name)}" lang="${tag}" dir="${isRightToLeft(tag) ? 'rtl' : 'ltr'}" autocomplete="off"></div>`
  const content = html`${missingFirst.map(line)}${checkbox({ id: 'reviewed', name: 'reviewed', value: 'oui', text: t.languages.markReviewed, checked: reviewed })}
${buttonGroup([button({ text: t.languages.save }), linkButton({ text: t.show.cancel, href: urls.questionnaire.show(here), kind: 'quiet' })])}`
  const hidden = [...ask.hidden(), { name: 'version', value: questionnaire.version }]
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, title)}<p class="q-lead">${t.languages.lead}</p>${form({ action: urls.questionnaire.language({ ...here, tag }), hidden, content })}${byFile(ask, questionnaire, tag)}`
  return { title, body, here: 'surveys', breadcrumbs: [...crumbsOf(ask, questionnaire), { text: t.languages.title, href: urls.questionnaire.languages(here) }] }
}

/** For who translates at home, without an account. */
function byFile(ask: SignedIn, { id, version }: Questionnaire, tag: string): Html {
  const t = textsIn(ask.language).languages
  const file = urls.questionnaire.languageFile({ questionnaire: id, tag })
  const field = fileField({ id: 'file', name: 'file', label: t.file, hint: t.fileHint, accept: '.csv,.txt' })
  const send = form({
    action: file,
    hidden: [...ask.hidden(), { name: 'version', value: version }],
    files: true,
    content: html`${field}${button({ text: t.fileSend, kind: 'secondary' })}`,
  })
  return details({
    summary: t.byFile,
    content: html`<p class="govuk-body">${linkButton({ text: t.fileGet, href: file, kind: 'secondary', download: true })}</p>${send}`,
  })
}

export async function sendTranslationFile(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const tag = ask.params['tag'] ?? ''
  if (!isTag(tag)) return notFound()
  return download(`traduction-${tag}.csv`, 'text/csv; charset=utf-8', writeTranslation(questionnaire.definition, tag))
}

/** What the file says is put in the form, beside what was there, to be read before it is saved. */
export async function readTranslationFile(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language).languages
  const tag = ask.params['tag'] ?? ''
  if (!isTag(tag)) return notFound()
  const known = new Map(textsOf(questionnaire.definition).map(({ name, words }) => [name, words[tag] ?? '']))
  const sent = ask.form.file('file')
  const read = sent ? readTranslation(sent.bytes, questionnaire.definition) : { refused: 'none' as const }
  if ('refused' in read) return invalid(translationPage(ask, questionnaire, tag, (name) => known.get(name) ?? '', [t.refused[read.refused]]))
  const said = [...read.strange.map((text) => t.strange(text)), ...(read.texts.size === 0 ? [t.nothingRead] : [])]
  const value = translationPage(ask, questionnaire, tag, (name) => read.texts.get(name) ?? known.get(name) ?? '', said)
  return page(read.texts.size > 0 ? { ...value, body: html`${notice(t.fileRead(read.texts.size))}${value.body}` } : value)
}

export async function showTranslation(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const tag = ask.params['tag'] ?? ''
  if (!isTag(tag)) return notFound()
  const known = new Map(textsOf(questionnaire.definition).map(({ name, words }) => [name, words[tag] ?? '']))
  return page(translationPage(ask, questionnaire, tag, (name) => known.get(name) ?? ''))
}

export async function saveTranslation(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language)
  const tag = ask.params['tag'] ?? ''
  if (!isTag(tag)) return notFound()
  const textOf = (name: string): string => ask.form.text(name)
  const next = withTranslation(questionnaire.definition, tag, textOf, ask.form.text('reviewed') === 'oui')
  if ((await changeQuestionnaire(ask, questionnaire, next)) === 'conflict') {
    return { kind: 'page', status: 409, page: translationPage(ask, questionnaire, tag, textOf, [t.conflict]) }
  }
  return redirect(urls.questionnaire.languages({ questionnaire: questionnaire.id }), t.show.saved)
}
