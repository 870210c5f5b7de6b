import type { TagKind } from '../../../ui/tags.ts'
import type { EvaluationState } from '../tables.ts'

export const stateKinds: Record<EvaluationState, TagKind> = { composing: 'plain', answering: 'active', agreeing: 'active', validated: 'done' }
