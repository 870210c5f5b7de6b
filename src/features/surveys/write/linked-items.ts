import type { SignedIn } from '../../../platform/web/route.ts'
import { findItems, listFrameworks } from '../../frameworks/store.ts'
import type { Framework } from '../../frameworks/store.ts'
import { itemName } from '../questionnaire/definition.ts'
import type { Question } from '../questionnaire/definition.ts'

/** Items by « framework code » as items of the newest version of each framework; one whose framework is not there is left out. */
export function keysOf(frameworks: readonly Framework[], names: readonly string[]): { frameworkId: string; code: string }[] {
  const newest = new Map(frameworks.toReversed().map((one) => [one.framework, one.id]))
  return names.flatMap((name) => {
    const [framework = '', code = ''] = name.split(' ')
    const frameworkId = newest.get(framework)
    return frameworkId ? [{ frameworkId, code }] : []
  })
}

/** The statements that questions ask about, by the name of their item, as the newest version says them. */
export async function listStatements(ask: SignedIn, questions: readonly Question[]): Promise<ReadonlyMap<string, string>> {
  const names = questions.flatMap(({ item }) => (item ? [itemName(item)] : []))
  if (names.length === 0) return new Map()
  const frameworks = await listFrameworks(ask.db, ask.today)
  const byId = new Map(frameworks.map((one) => [one.id, one.framework]))
  const items = await findItems(ask.db, keysOf(frameworks, names))
  return new Map(items.map((item) => [itemName({ framework: byId.get(item.frameworkId) ?? '', code: item.code }), item.statement]))
}
