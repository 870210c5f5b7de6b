import { phases } from '../../../ui/phases.ts'
import type { Phase, QuarterState } from '../../../ui/phases.ts'
import type { Quarters } from '../../../ui/wheel.ts'
import type { ItemState } from '../projection/states.ts'

interface Placed {
  item: { phase: Phase | null }
  state: ItemState
}

/** The wheel of a framework whose items say which time of the cycle they belong to; null for the others. */
export function quartersOf(items: readonly Placed[]): Quarters | null {
  if (!phases.every((phase) => items.some((one) => one.item.phase === phase))) return null
  const quarter = (phase: Phase): QuarterState => {
    const asked = items.filter((one) => one.item.phase === phase && one.state !== 'not_applicable')
    if (asked.length > 0 && asked.every((one) => one.state === 'covered')) return 'full'
    return asked.some((one) => one.state === 'covered' || one.state === 'partly') ? 'partial' : 'empty'
  }
  return { plan: quarter('plan'), do: quarter('do'), check: quarter('check'), act: quarter('act') }
}
