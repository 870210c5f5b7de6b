import { writePaperForm } from '../../../platform/documents/survey-sheets.ts'
import { download, page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { html, when } from '../../../ui/html.ts'
import { list } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { askedOf } from '../answer/part-view.ts'
import { partTitle } from '../campaign/part-card.ts'
import { languageInWords } from '../questionnaire/answering-words.ts'
import { hereOf, listAdditions, listParts } from '../store.ts'
import type { Part, Place } from '../store.ts'
import { canPrint, paperFormOf } from './paper-form.ts'
import { placePage } from './place-frame.ts'
import { textsIn } from './texts.en.ts'

/** Questionnaires to print, and where their answers are typed. */
export async function showPaper(ask: SignedIn, place: Place): Promise<Answer> {
  const t = textsIn(ask.language).paper
  const parts = await listParts(ask.db, place.survey.id)
  const open = place.survey.state === 'open'
  const sections = parts.map((part) => {
    const here = { ...hereOf(place), part: part.id }
    const tags = part.definition.languages.map(({ tag }) => tag)
    const links = tags
      .filter((tag) => canPrint(part, tag))
      .map(
        (tag) =>
          html`<a class="govuk-link" href="${`${urls.survey.paperForm(here)}?langue=${encodeURIComponent(tag)}`}">${t.form(languageInWords(tag, ask.language))}</a>`,
      )
    const others = tags.filter((tag) => !canPrint(part, tag)).map((tag) => languageInWords(tag, ask.language))
    return html`<section>${heading(2, partTitle(ask, part), 'm')}${list(links)}
${when(others.length > 0, () => html`<p class="q-missing">${t.notDrawn(others.join(', '))}</p>`)}
${when(open, () => buttonGroup([linkButton({ text: t.entry, about: part.definition.title.fr, href: urls.survey.paperEntry(here), kind: 'secondary' })]))}</section>`
  })
  const body = html`${heading(1, t.title)}<p class="q-lead">${t.lead}</p>${sections}${when(!open, () => inset(t.notOpen))}`
  return page(placePage(ask, place, t.title, body))
}

/** The questionnaire of one audience on paper, in one of its languages. */
export async function givePaperForm(ask: SignedIn, place: Place, part: Part): Promise<Answer> {
  const wished = ask.query.get('langue') ?? 'fr'
  const tag = part.definition.languages.some((language) => language.tag === wished) && canPrint(part, wished) ? wished : 'fr'
  const { questions } = askedOf(part.definition, await listAdditions(ask.db, part.id, place.organisationId), part)
  const bytes = await writePaperForm(paperFormOf({ part, questions, schoolName: place.schoolName, threshold: place.survey.threshold, tag }))
  return download(`${textsIn('fr').paper.fileName}-${tag}.pdf`, 'application/pdf', bytes)
}
