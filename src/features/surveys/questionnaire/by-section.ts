import type { Section } from './definition.ts'

interface Sectioned<Q> {
  /** Null for the questions of no part. */
  section: Section | null
  questions: Q[]
}

/** Questions as people meet them: part by part, an empty part too, then those of no part where there are some. */
export function bySection<Q extends { section: string }>(sections: readonly Section[], questions: readonly Q[]): Sectioned<Q>[] {
  const known = new Set(sections.map((section) => section.code))
  const loose = questions.filter((question) => !known.has(question.section))
  const parts = sections.map((section) => ({ section, questions: questions.filter((question) => question.section === section.code) }))
  return loose.length > 0 ? [...parts, { section: null, questions: loose }] : parts
}
