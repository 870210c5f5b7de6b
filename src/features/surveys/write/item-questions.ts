import type { Item } from '../../frameworks/store.ts'
import type { Definition, Question } from '../questionnaire/definition.ts'
import { newCode, withQuestion } from './definition-edits.ts'
import type { Wording } from './known-wordings.ts'

/** An item to ask about, in the words typed for this audience. */
export interface PickedItem {
  /** Name of the framework, without its version: « qualeduc ». */
  framework: string
  item: Pick<Item, 'code'>
  words: string
}

/** The questionnaire with one question more for each item, at the end of its last part. Words left as a ready questionnaire says them come with their translations. */
export function withItems(definition: Definition, picked: readonly PickedItem[], wordingOf: (one: PickedItem) => Wording | undefined): Definition {
  return picked.reduce((now, one) => {
    const wording = wordingOf(one)
    const known = wording?.question.words.fr === one.words ? wording : undefined
    const question: Question = {
      kind: 'scale',
      scale: known?.question.kind === 'scale' ? known.question.scale : 'agreement',
      code: newCode(now),
      section: now.sections.at(-1)?.code ?? '',
      words: known?.question.words ?? { fr: one.words },
      ...(known?.question.plain ? { plain: known.question.plain } : {}),
      ...(known?.question.pictogram ? { pictogram: known.question.pictogram } : {}),
      item: { framework: one.framework, code: one.item.code },
    }
    return withQuestion({ ...now, languages: withLanguages(now, known) }, question)
  }, definition)
}

/** A translation that comes with a question makes its language one of the questionnaire's, not read again as a whole. */
function withLanguages({ languages }: Definition, known: Wording | undefined): Definition['languages'] {
  const tags = languages.map((language) => language.tag)
  return [...languages, ...(known?.languages ?? []).filter(({ tag }) => !tags.includes(tag)).map(({ tag }) => ({ tag, reviewed: false }))]
}
