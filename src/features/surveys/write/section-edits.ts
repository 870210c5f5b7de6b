import { inAskedOrder, reworded } from '../questionnaire/definition.ts'
import type { Definition, Question, Section } from '../questionnaire/definition.ts'

/** A part as it is typed: an empty name takes it out; without a code it is new. */
export interface TypedSection {
  code: string | null
  name: string
}

/** The questionnaire with these parts, in this order. The questions of a part that is taken out join the part before it, or the first. */
export function withSections(definition: Definition, typed: readonly TypedSection[]): Definition {
  const before = new Map(definition.sections.map((section) => [section.code, section]))
  const taken = new Set(before.keys())
  const sections: Section[] = []
  const refuge = new Map<string, string | null>()
  for (const { code, name } of typed) {
    const known = code === null ? undefined : before.get(code)
    if (name === '') {
      if (known) refuge.set(known.code, sections.at(-1)?.code ?? null)
      continue
    }
    sections.push({ code: known?.code ?? freeCode(taken), words: reworded(name, known?.words) })
  }
  const first = sections[0]?.code ?? ''
  const moved = (question: Question): Question => (refuge.has(question.section) ? { ...question, section: refuge.get(question.section) ?? first } : question)
  return inAskedOrder({ ...definition, sections, questions: definition.questions.map(moved) })
}

function freeCode(taken: Set<string>): string {
  for (let number = 1; ; number++) {
    const code = `S${number}`
    if (taken.has(code)) continue
    taken.add(code)
    return code
  }
}

/** The part one place earlier. Null at the top, or when a question of it depends on one of the part that it would pass. */
export function raiseSection(definition: Definition, code: string): Definition | null {
  const place = definition.sections.findIndex((section) => section.code === code)
  const [moved, passed] = [definition.sections[place], definition.sections[place - 1]]
  if (!moved || !passed) return null
  const raised = inAskedOrder({ ...definition, sections: definition.sections.with(place - 1, moved).with(place, passed) })
  const places = new Map(raised.questions.map((question, index) => [question.code, index]))
  const holds = raised.questions.every(({ when }, index) => !when || (places.get(when.question) ?? index) < index)
  return holds ? raised : null
}

/** The first name that two parts share. */
export const sharedName = ({ sections }: Definition): string | null =>
  sections.map((section) => section.words.fr).find((name, index, names) => names.indexOf(name) !== index) ?? null
