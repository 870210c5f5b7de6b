import type { Language } from '../../../platform/language.ts'
import { languageInWords } from '../questionnaire/answering-words.ts'
import type { Definition } from '../questionnaire/definition.ts'

/** Languages of a questionnaire in the reader's words and by their own names: all of them where there are several, and those that nobody has read yet. */
export function languageWords({ languages }: Pick<Definition, 'languages'>, reader: Language): { all: string; unreviewed: string } {
  const names = (list: Definition['languages']): string => list.map(({ tag }) => languageInWords(tag, reader)).join(', ')
  return { all: languages.length > 1 ? names(languages) : '', unreviewed: names(languages.filter(({ tag, reviewed }) => tag !== 'fr' && !reviewed)) }
}
