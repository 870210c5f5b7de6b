import { levelLabel } from '../../frameworks/scale.ts'
import type { Scale } from '../../frameworks/scale.ts'
import type { Agreed } from '../agree/rules.ts'
import type { Texts } from './texts.fr.ts'

/** What the group agreed on one question, in the words of its scale. */
export function positionWords(scale: Scale, agreed: Agreed | null, t: Texts): string {
  switch (agreed?.choice) {
    case 'rated':
      return (agreed.value === null ? null : levelLabel(scale, agreed.value)) ?? t.positions.none
    case 'not_applicable':
      return t.positions.notApplicable
    case 'unknown':
      return t.positions.unknown
    case 'worded':
      return t.positions.worded
    case null:
    case undefined:
      return t.positions.none
  }
}
