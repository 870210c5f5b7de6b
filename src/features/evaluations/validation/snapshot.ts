import { createHash } from 'node:crypto'
import { levelLabel } from '../../frameworks/scale.ts'
import type { Scale } from '../../frameworks/scale.ts'
import type { AgreedItem, Finding } from '../diagnosis/store.ts'
import type { Evaluation } from '../store.ts'
import type { AgreedChoice, FindingKind, ItemOrigin, Phase, ScopeKind } from '../tables.ts'

/** An evaluation as it stands at validation: no person in it, nor any single answer. */
export interface Snapshot {
  format: 1
  evaluationId: string
  title: string
  purpose: string
  scopeKind: ScopeKind
  scopeDetail: string
  schoolYear: string
  participation: Participation
  questions: SnapshotQuestion[]
  findings: { kind: FindingKind; text: string; detail: string; questions: number[] }[]
}

export interface Participation {
  /** Members of the team at closing. */
  members: number
  /** Of which answered at least one question. */
  answering: number
}

interface SnapshotQuestion {
  number: number
  phase: Phase
  theme: string
  origin: ItemOrigin
  originCode: string | null
  statement: string
  scale: Scale
  choice: AgreedChoice | null
  value: number | null
  /** The value in the words of its scale. */
  level: string | null
  reason: string
  minorityView: string
}

export interface Whole {
  evaluation: Evaluation
  items: readonly AgreedItem[]
  findings: readonly Finding[]
  participation: Participation
}

export function buildSnapshot({ evaluation, items, findings, participation }: Whole): Snapshot {
  return {
    format: 1,
    evaluationId: evaluation.id,
    title: evaluation.title,
    purpose: evaluation.purpose,
    scopeKind: evaluation.scopeKind,
    scopeDetail: evaluation.scopeDetail,
    schoolYear: evaluation.schoolYear,
    participation,
    questions: items.map(questionOf),
    findings: findings.map(({ kind, text, detail, itemIds }) => ({
      kind,
      text,
      detail,
      questions: items.flatMap((item, index) => (itemIds.includes(item.id) ? [index + 1] : [])),
    })),
  }
}

function questionOf(item: AgreedItem, index: number): SnapshotQuestion {
  const { agreed } = item
  return {
    number: index + 1,
    phase: item.phase,
    theme: item.themeTitle,
    origin: item.origin,
    originCode: item.originCode,
    statement: item.statement,
    scale: item.scale,
    choice: agreed?.choice ?? null,
    value: agreed?.value ?? null,
    level: agreed?.value === null || agreed?.value === undefined ? null : levelLabel(item.scale, agreed.value),
    reason: agreed?.reason ?? '',
    minorityView: agreed?.minorityView ?? '',
  }
}

/** SHA-256 in hexadecimal of the content, whatever the order in which a database keeps its keys. */
export const fingerprint = (content: object): string =>
  createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex')

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
