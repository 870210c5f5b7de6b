import { anyText, joined, placeOf } from './draft.ts'
import type { Draft, DraftCondition, DraftQuestion, Words } from './draft.ts'
import { wordsIn } from './xlsform-columns.ts'
import type { Line } from './xlsform-columns.ts'
import { readRelevant } from './xlsform-condition.ts'
import { clean, collectedAlone, draftOfLine } from './xlsform-questions.ts'
import type { Form } from './xlsform-questions.ts'

interface Place {
  words: Words
  relevant: string
}

interface Walk {
  form: Form
  sections: { code: string; words: Words }[]
  questions: DraftQuestion[]
  intro: Words
  /** The groups around the row. */
  open: Place[]
  /** The groups that have a part already, and the one whose part is the last. */
  seen: Set<Place>
  current: Place | undefined
  /** Notes that wait for the question after them. */
  waiting: Words[]
  repeats: number
}

const outside: Place = {
  words: new Map([
    ['fr', 'Questions générales'],
    ['en', 'General questions'],
  ]),
  relevant: '',
}

/** Row after row. Groups become parts; ours do not hold one another, so what comes back to a group makes its continuation. */
export function walk(survey: readonly Line[], form: Form): Pick<Draft, 'sections' | 'questions' | 'intro'> {
  const state: Walk = { form, sections: [], questions: [], intro: new Map(), open: [], seen: new Set(), current: undefined, waiting: [], repeats: 0 }
  const grouped = survey.some((line) => kindOf(line) === 'begin_group')
  for (const line of survey) {
    const kind = kindOf(line)
    if (kind === 'begin_repeat') takeRepeat(state, line)
    else if (kind === 'end_repeat') state.repeats = Math.max(0, state.repeats - 1)
    else if (state.repeats > 0 || kind === '' || collectedAlone.has(kind)) continue
    else if (kind === 'begin_group') state.open.push({ words: clean(wordsIn(line, 'label', form.base)), relevant: line.get('relevant') ?? '' })
    else if (kind === 'end_group') state.open.pop()
    else if (kind === 'note') takeNote(state, line)
    else takeQuestion(state, line, grouped)
  }
  if (state.waiting.length > 0) {
    const why = 'Aucune question ne le suit. Ajoutez-le à une question ou à l’introduction.'
    form.notCarried.push({ place: 'À la fin', what: 'Un texte affiché seul', why })
  }
  return state
}

/** « begin group », « begin_group » and the rest by one name. */
export const kindOf = (line: Line): string =>
  (line.get('type') ?? '')
    .slice(0, 200)
    .trim()
    .replace(/^(begin|end)[ _](group|repeat)\b.*$/i, (_, side: string, what: string) => `${side}_${what}`.toLowerCase())
    .split(/\s+/)[0] ?? ''

function takeRepeat(state: Walk, line: Line): void {
  state.repeats += 1
  const why = 'Elles se répètent autant de fois que la personne le veut, ce qui n’existe pas ici. Posez-les une fois, ou un nombre de fois fixé.'
  state.form.notCarried.push({
    place: placeOf(line.get('name') ?? '', anyText(clean(wordsIn(line, 'label', state.form.base))), 'Groupe'),
    what: 'Les questions du groupe',
    why,
  })
}

function takeNote(state: Walk, line: Line): void {
  const { form, questions, open } = state
  const text = clean(joined([wordsIn(line, 'label', form.base), wordsIn(line, 'hint', form.base)]))
  if (questions.length === 0 && open.length === 0 && !line.has('relevant')) {
    state.intro = joined([state.intro, text], '\n\n')
    return
  }
  state.waiting.push(text)
  const why = 'Il devient l’aide de la question qui le suit ; vérifiez qu’il y est à sa place.'
  form.notCarried.push({ place: placeOf(line.get('name') ?? '', anyText(text), 'Note'), what: 'Un texte affiché seul', why })
}

function takeQuestion(state: Walk, line: Line, grouped: boolean): void {
  const drafted = draftOfLine(line, '', state.form)
  if (!drafted) return
  const help = joined([...state.waiting, drafted.help])
  state.waiting = []
  const when = conditionOf([...state.open.map((one) => one.relevant), line.get('relevant') ?? ''])
  const section = grouped ? sectionOf(state) : ''
  state.questions.push({ ...drafted, section, ...(anyText(help) === '' ? {} : { help }), ...(when ? { when } : {}) })
}

/** A condition that is not understood is one that no question answers: it is told with those that cannot be kept. */
function conditionOf(relevants: readonly string[]): DraftCondition | null {
  const [first, ...others] = relevants.filter((one) => one !== '')
  if (first === undefined) return null
  return (others.length === 0 ? readRelevant(first) : null) ?? [{ name: '', value: '' }]
}

function sectionOf(state: Walk): string {
  const place = state.open.at(-1) ?? outside
  if (place !== state.current) {
    const again = new Map([...place.words].map(([tag, text]) => [tag, `${text} (${tag === 'fr' ? 'suite' : '…'})`]))
    state.sections.push({ code: `S${state.sections.length + 1}`, words: state.seen.has(place) ? again : place.words })
    state.seen.add(place)
    state.current = place
  }
  return `S${state.sections.length}`
}
