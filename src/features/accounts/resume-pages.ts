import { forbidden } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
export const askToResume = (): Answer => forbidden()
