import type { Language } from '../../../platform/language.ts'
import { html, join, when } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { weakestStep } from '../../crosswalks/chain.ts'
import { inFrench } from '../../frameworks/content-words.ts'
import type { Why } from './suggestions.ts'
import { textsIn } from './texts.en.ts'

/** Why a point is proposed: by which point it is reached, how, and the reason that the crosswalk gives for each link of the way. */
export function whyWords(why: Why, language: Language): Html {
  const t = textsIn(language)
  if (why.by !== 'crosswalk') return html`${t.asked[why.by](why.name)}`
  const { from, reached } = why
  const { chain } = reached
  const reasons = chain.steps.map((step) => inFrench(step.link.reason, language))
  const unsure = weakestStep(chain)?.link.status === 'proposed' || chain.steps.some((step) => step.link.status === 'proposed')
  return html`${t.because[chain.relation](`${from.frameworkTitle}, ${t.quoted(from.text.replace(/\.$/, ''))},`)} ${join(reasons, ' ')}${when(unsure, () => ` ${t.proposedLink}`)}`
}
