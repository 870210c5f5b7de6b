import type { Language } from '../../../platform/language.ts'
import type { Content } from '../../../ui/html.ts'
import { tag } from '../../../ui/tags.ts'
import type { Evaluation, Member } from '../store.ts'
import { textsIn } from './texts.en.ts'

/** How far a member has come, in words: how many answers, never which. */
export function participationTag(evaluation: Evaluation, member: Member, questions: number, language: Language): Content {
  const t = textsIn(language).overview
  if (evaluation.state === 'composing') return tag(t.invited, 'plain')
  if (evaluation.state !== 'answering') return member.answered === 0 ? tag(t.silent, 'plain') : tag(t.answered(member.answered, questions), 'done')
  if (member.finishedAt) return tag(t.finished, 'done')
  return member.answered === 0 ? tag(t.notBegun, 'plain') : tag(t.answered(member.answered, questions), 'active')
}
