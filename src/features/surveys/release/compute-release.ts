import type { Db } from '../../../platform/database.ts'

export async function computeRelease(_owner: Db, _surveyId: string): Promise<void> {
  throw new Error('not written yet')
}
