import type { Language } from '../../platform/language.ts'
import { html, nothing } from '../../ui/html.ts'
import type { Content, Html } from '../../ui/html.ts'
import { tag } from '../../ui/tags.ts'
import { inFrench } from './content-words.ts'
import type { Framework, Item } from './store.ts'
import { textsIn } from './texts.en.ts'

/** From which level an item is asked, under which condition, how grave its absence is, and whether it remains to be confirmed. */
export function themeReach(language: Language, { grades, conditions }: Framework, item: Item): Html {
  const t = textsIn(language)
  const grade = grades.find((one) => one.value === item.grade)
  const asked = conditions.filter((condition) => item.conditions.includes(condition.code)).map((condition) => condition.question)
  const parts: Content[] = []
  if (item.status === 'unconfirmed') parts.push(tag(t.unconfirmed, 'attention'))
  if (grade) parts.push(inFrench(t.reach.grade(grade.label), language))
  if (asked.length > 0) parts.push(inFrench(t.reach.conditions(asked.join(' ')), language))
  if (item.gravity) parts.push(t.reach.gravity[item.gravity])
  return parts.length > 0 ? html`<p class="q-missing">${parts.map((part, index) => (index === 0 ? part : html` · ${part}`))}</p>` : nothing
}
