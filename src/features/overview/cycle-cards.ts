import { formatDate } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import type { SignedIn } from '../../platform/web/route.ts'
import { html } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { cardList, list } from '../../ui/lists.ts'
import type { Card } from '../../ui/lists.ts'
import { phases } from '../../ui/phases.ts'
import { tag } from '../../ui/tags.ts'
import { wheelWithWords } from '../../ui/wheel.ts'
import { urls } from '../../urls.ts'
import { nextStep, stepHref } from '../evaluations/overview/next-step.ts'
import { stateKinds } from '../evaluations/overview/state-kinds.ts'
import { textsIn as stepTexts } from '../evaluations/overview/texts.en.ts'
import { textsIn as evaluationTexts } from '../evaluations/texts.en.ts'
import { cycleWheel } from '../evaluations/wheel.ts'
import { standingOf } from './awaiting-rules.ts'
import type { Cycle, CycleLine } from './cycle-store.ts'
import { textsIn } from './texts.en.ts'

/** Each running cycle as its wheel, its state and its next step. */
export const cycleCards = (cycles: readonly Cycle[], ask: SignedIn): Html =>
  html`<div class="q-cycles">${cardList(
    cycles.map((cycle) => cycleCard(cycle, ask)),
    'grid',
  )}</div>`

function cycleCard(cycle: Cycle, ask: SignedIn): Card {
  const words = evaluationTexts(ask.language)
  const { quarters } = cycleWheel(cycle.facts)
  const full = phases.filter((phase) => quarters[phase] === 'full').length
  const details = Object.fromEntries(phases.map((phase) => [phase, words.quarterStates[quarters[phase]]]))
  return {
    title: cycle.title,
    href: urls.evaluation.show({ evaluation: cycle.id }),
    meta: html`${tag(words.states[cycle.state], stateKinds[cycle.state])} <span>${dateLine(cycle, ask)}</span>`,
    content: html`${wheelWithWords({ quarters, title: words.wheelTitle(full), words: words.phases, details })}<p>${stepLine(cycle, ask)}</p>`,
  }
}

function dateLine({ state, facts, endsOn, schoolYear }: Cycle, ask: SignedIn): string {
  const t = textsIn(ask.language).school
  if (state !== 'answering') return t.year(schoolYear)
  const answers = facts.finished !== null && facts.members !== null ? t.finishedAnswers(facts.finished, facts.members) : t.year(schoolYear)
  if (!endsOn) return answers
  const day = formatDate(endsOn, ask.language)
  return `${answers}, ${endsOn < ask.today ? t.overdue(day) : t.until(day)}`
}

/** What to do, as a link; or what is waited for, as a sentence. */
function stepLine(cycle: Cycle, ask: SignedIn): Content {
  const step = nextStep(standingOf(cycle, ask.caller))
  const { button, why } = stepTexts(ask.language).overview.steps[step]
  const href = stepHref(step, cycle)
  if (href === null) return why
  const address = href.startsWith('#') ? `${urls.evaluation.show({ evaluation: cycle.id })}${href}` : href
  return html`${textsIn(ask.language).school.next} <a class="govuk-link" href="${address}">${button}</a>`
}

/** Validated ones, one line each. */
export function finishedLines(lines: readonly CycleLine[], language: Language): Html {
  const t = textsIn(language).school
  return list(
    lines.map(
      (line) =>
        html`<a class="govuk-link" href="${urls.evaluation.show({ evaluation: line.id })}">${line.title}</a> <span class="q-missing">${line.schoolYear}${line.validatedAt ? `, ${t.validatedOn(formatDate(line.validatedAt, language))}` : ''}</span>`,
    ),
  )
}
