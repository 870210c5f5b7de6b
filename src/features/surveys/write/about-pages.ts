import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { textArea, textField } from '../../../ui/fields.ts'
import { errorsBy, errorSummary, fieldset, form } from '../../../ui/form.ts'
import { html, nothing } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { details, heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { reworded } from '../questionnaire/definition.ts'
import type { Definition } from '../questionnaire/definition.ts'
import { changeQuestionnaire } from './commands.ts'
import { conflict } from './question-pages.ts'
import { raiseSection, sharedName, withSections } from './section-edits.ts'
import type { TypedSection } from './section-edits.ts'
import { crumbsOf, hiddenOf } from './show-page.ts'
import { textsIn } from './texts.en.ts'
import type { Questionnaire } from './write-store.ts'

interface About {
  title: string
  intro: string
  sections: TypedSection[]
}

interface Said {
  field: string
  message: string
}

const fieldOf = ({ code }: TypedSection): string => (code === null ? 'new-part' : `part-${code}`)

const aboutOf = ({ title, intro, sections }: Definition): About => ({
  title: title.fr,
  intro: intro.fr,
  sections: sections.map(({ code, words }) => ({ code, name: words.fr })),
})

function readAbout(ask: SignedIn, { sections }: Definition): About {
  const name = (section: TypedSection): TypedSection => ({ ...section, name: ask.form.text(fieldOf(section)) })
  return {
    title: ask.form.text('title'),
    intro: ask.form.text('intro'),
    sections: [...sections.map(({ code }) => ({ code, name: '' })), { code: null, name: '' }].map(name),
  }
}

function sectionFields(ask: SignedIn, typed: About, error: (field: string) => ReturnType<ReturnType<typeof errorsBy>>): Html {
  const t = textsIn(ask.language).about
  const known = typed.sections.filter((section) => section.code !== null)
  const added = typed.sections.find((section) => section.code === null) ?? { code: null, name: '' }
  const row = (section: TypedSection, index: number): Html => {
    const id = fieldOf(section)
    return textField({ id, name: id, label: t.section(index + 1), value: section.name, error: error(id) })
  }
  const id = fieldOf(added)
  return fieldset({
    legend: t.sections,
    hint: t.sectionsHint,
    id: 'parts',
    content: html`${known.map(row)}${textField({ id, name: id, label: t.newSection, value: added.name, error: error(id) })}`,
  })
}

/** After the button that saves, so that Enter in a field saves. */
function orderButtons(ask: SignedIn, { sections }: Questionnaire['definition']): Html {
  const t = textsIn(ask.language)
  if (sections.length < 2) return nothing
  const raise = sections.slice(1).map(({ code, words }) => button({ text: t.about.raise(words.fr), name: 'raise', value: code, kind: 'quiet' }))
  return details({ summary: t.about.order, content: buttonGroup(raise) })
}

function aboutPage(ask: SignedIn, questionnaire: Questionnaire, typed: About, said: readonly Said[] = [], kept: Html = nothing): Page {
  const t = textsIn(ask.language)
  const errors = said.map(({ field, message }) => ({ field, id: field, message }))
  const error = errorsBy(errors, t.errorPrefix)
  const here = { questionnaire: questionnaire.id }
  const buttons = buttonGroup([button({ text: t.about.save }), linkButton({ text: t.show.cancel, href: urls.questionnaire.show(here), kind: 'quiet' })])
  const fields = html`${textField({ id: 'title', name: 'title', label: t.about.name, value: typed.title, error: error('title') })}${textArea({ id: 'intro', name: 'intro', label: t.about.intro, rows: 3, value: typed.intro })}
${sectionFields(ask, typed, error)}${buttons}${orderButtons(ask, questionnaire.definition)}`
  const body = html`${errorSummary({ title: t.errorTitle, errors })}${heading(1, t.about.title)}${kept}${form({ action: urls.questionnaire.about(here), hidden: hiddenOf(ask, questionnaire), content: fields })}`
  return { title: t.about.title, body, here: 'surveys', breadcrumbs: crumbsOf(ask, questionnaire) }
}

export const showAbout = async (ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> =>
  page(aboutPage(ask, questionnaire, aboutOf(questionnaire.definition)))

/** A button that moves a part also saves what was typed beside it. */
export async function saveAbout(ask: SignedIn, questionnaire: Questionnaire): Promise<Answer> {
  const t = textsIn(ask.language)
  const { definition, id } = questionnaire
  const typed = readAbout(ask, definition)
  const refuse = (field: string, message: string): Answer => invalid(aboutPage(ask, questionnaire, typed, [{ field, message }]))
  if (!typed.title) return refuse('title', t.bank.noTitle)
  const named = withSections({ ...definition, title: reworded(typed.title, definition.title), intro: reworded(typed.intro, definition.intro) }, typed.sections)
  const shared = sharedName(named)
  if (shared !== null)
    return refuse(fieldOf(typed.sections.findLast((section) => section.name === shared) ?? { code: null, name: '' }), t.about.sameName(shared))
  const raise = ask.form.text('raise')
  const next = raise ? raiseSection(named, raise) : named
  if (!next) return refuse(fieldOf({ code: raise, name: '' }), t.about.stuck)
  if ((await changeQuestionnaire(ask, questionnaire, next)) === 'conflict') {
    return conflict(aboutPage(ask, questionnaire, typed, [{ field: 'title', message: t.conflict }], keptNow(ask, definition)))
  }
  return redirect(raise ? urls.questionnaire.about({ questionnaire: id }) : urls.questionnaire.show({ questionnaire: id }), t.show.saved)
}

const keptNow = (ask: SignedIn, { title, intro, sections }: Definition): Html =>
  inset(
    html`<p class="govuk-body"><strong>${textsIn(ask.language).show.keptNow}</strong></p><p class="govuk-body">${title.fr}</p><p class="govuk-body q-pre">${intro.fr}</p>${list(sections.map((section) => section.words.fr))}`,
  )
