import { formatProblem } from '../../frameworks/problem.ts'
import { audiences } from '../questionnaire/definition.ts'
import type { Audience, Definition } from '../questionnaire/definition.ts'
import { checkBank, surveysFolder } from './check-bank.ts'

/** A questionnaire that comes with the product, to be taken as it is or changed. */
export interface ReadyQuestionnaire {
  code: string
  version: string
  audience: Audience
  title: string
  /** What it is for, said to who chooses it. */
  purpose: string
  source: string
  definition: Definition
}

let bank: Promise<ReadyQuestionnaire[]> | null = null

/** The ready questionnaires, read once, by audience and title. Rejects with a sentence if one of the files is not whole. */
export function loadBank(): Promise<ReadyQuestionnaire[]> {
  bank ??= readBank(surveysFolder)
  return bank
}

async function readBank(folder: string): Promise<ReadyQuestionnaire[]> {
  const { ready, problems } = await checkBank(folder)
  const [problem] = problems
  if (problem) throw new Error(`surveys/${formatProblem(problem)}`)
  return ready
    .filter(({ file }) => file.status !== 'draft')
    .map(({ file: { code, version, audience, title, purpose, source }, definition }) => ({ code, version, audience, title, purpose, source, definition }))
    .sort((one, other) => audiences.indexOf(one.audience) - audiences.indexOf(other.audience) || one.title.localeCompare(other.title, 'fr'))
}
