import type { Language } from '../../../platform/language.ts'
import { html, join } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { roleNames } from '../../accounts/role-names.ts'
import type { JournalLine } from './store.ts'
import { textsIn } from './texts.en.ts'

/** What a line is about, for those who may see it: features that come later name their own subjects. */
export interface Subject {
  title: string
  href: string
}

/** A line in plain words, without its actor; kinds that nobody has put into words yet get a sentence all the same. */
export function sentenceOf(line: JournalLine, subject: Subject | null, language: Language): Html {
  const t = textsIn(language)
  const words: Record<string, Content> = {
    person: line.person ?? t.somebody,
    role: line.role ? roleNames[language][line.role] : '',
    reference: t.references[line.referenceKind ?? 'value'],
    title: subject ? html`<a class="govuk-link" href="${subject.href}">${t.quoted(subject.title)}</a>` : t.untitled,
  }
  const sentence = t.sentences[line.kind] ?? t.unknown
  return join(sentence.split(/\{(person|role|title|reference)\}/).map((part, place) => (place % 2 === 1 ? (words[part] ?? '') : part)))
}

export function actorOf(line: JournalLine, language: Language): string {
  const t = textsIn(language)
  return line.actor ?? (line.byPerson ? t.outsider : t.site)
}
