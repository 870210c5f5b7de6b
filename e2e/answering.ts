import { fr as words } from '../src/features/evaluations/answer/texts.fr.ts'
import { urls } from '../src/urls.ts'
import type { Visit } from './browser.ts'

/** What somebody answers to one question: the label of a degree, and why. */
export interface Given {
  position: string
  reason?: string
}

/** Answers the whole questionnaire on one page and says that it is finished. */
export async function answerEverything(visit: Visit, evaluation: string, answers: readonly Given[]): Promise<void> {
  await visit.open(urls.evaluation.answer({ evaluation }, { vue: 'toutes' }))
  for (const [index, { position, reason }] of answers.entries()) {
    const question = visit.page.locator('section.q-question').nth(index)
    await question.getByRole('radio', { name: position, exact: true }).check()
    if (reason) await question.getByLabel(words.reason).fill(reason)
  }
  await visit.press(words.saveAndReview)
  await visit.press(words.finish.button)
}
