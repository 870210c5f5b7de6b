import type { Question } from '../questionnaire/definition.ts'
import { categoriesOf } from '../questionnaire/scales.ts'

/**
 * A ballot as it is kept: a version byte, one byte for each breakdown that comes from an invitation's group, then one byte for each closed
 * question (0: not answered; 1 and up: the answer chosen, in the question's order) or two, little end first, for a multiple choice (bit 15:
 * answered; bit n: option n). Free text is not in it.
 */
export interface Place {
  /** Of the question, or of the breakdown for a group. */
  code: string
  kind: 'group' | 'one' | 'several'
  offset: number
  categories: number
}

export interface Layout {
  places: readonly Place[]
  /** Bytes of one ballot. */
  length: number
}

/** A breakdown whose groups come with the invitation (class, level…): its groups in order. */
export interface GroupBreakdown {
  code: string
  groups: readonly string[]
}

const recordVersion = 1
/** Of a question with several answers: it was answered, even with none. */
export const answeredBit = 0x8000

/** Where each answer stands in a ballot: groups in the order of the breakdowns, then closed questions in theirs. Offsets in bytes. */
export function layoutOf(groups: readonly GroupBreakdown[], questions: readonly Question[]): Layout {
  const places: Place[] = []
  let offset = 1
  for (const group of groups) places.push({ code: group.code, kind: 'group', offset: offset++, categories: group.groups.length })
  for (const question of questions) {
    if (question.kind === 'text') continue
    const kind = question.kind === 'multiple' ? 'several' : 'one'
    places.push({ code: question.code, kind, offset, categories: categoriesOf(question) })
    offset += kind === 'several' ? 2 : 1
  }
  return { places, length: offset }
}

/** What somebody answered, read and reduced to its category. `chosen`: places from 1; a multiple choice may be answered with none. */
export interface Answered {
  /** By breakdown code: 1 and up, 0 where unknown. */
  groups: Readonly<Record<string, number>>
  /** By question code. Absent: not answered. */
  chosen: Readonly<Record<string, readonly number[]>>
}

/** In bytes, `layout.length` of them. Throws where an answer is none of its question's. */
export function encodeRecord(layout: Layout, answered: Answered): Buffer {
  const record = Buffer.alloc(layout.length)
  record[0] = recordVersion
  for (const place of layout.places) {
    if (place.kind === 'group') {
      record[place.offset] = inRange(answered.groups[place.code] ?? 0, place)
      continue
    }
    const chosen = answered.chosen[place.code]
    if (!chosen) continue
    if (place.kind === 'one') record[place.offset] = inRange(chosen[0] ?? 0, place)
    else
      record.writeUInt16LE(
        chosen.reduce((bits, option) => bits | (1 << (inRange(option, place) - 1)), answeredBit),
        place.offset,
      )
  }
  return record
}

function inRange(value: number, { code, categories }: Place): number {
  if (!Number.isInteger(value) || value < 0 || value > categories) throw new Error(`${code} has no answer ${value}`)
  return value
}
