import { formatProblem } from '../features/frameworks/problem.ts'
import { frameworksFolder } from '../features/frameworks/version-files.ts'
import { checkBank, surveysFolder } from '../features/surveys/bank/check-bank.ts'
import { listKnownItems } from '../features/surveys/bank/known-items.ts'
import { count } from '../platform/language.ts'
import type { Command } from './command.ts'

export const surveysCheck: Command = {
  words: ['surveys', 'check'],
  usage: 'surveys check [DOSSIER]',
  summary: 'Vérifie les questionnaires prêts : leur forme, leurs codes, leurs conditions, leurs traductions.',
  details: 'Sans dossier, ceux du produit (surveys/). Chaque problème dit le fichier, l’endroit et quoi faire.',
  run: async ([folder]) => {
    const items = await listKnownItems(frameworksFolder)
    const { ready, problems } = await checkBank(folder ?? surveysFolder, (code) => items.has(code))
    const questions = ready.reduce((sum, { definition }) => sum + definition.questions.length, 0)
    const translated = ready.reduce((sum, { definition }) => sum + definition.languages.length - 1, 0)
    return {
      ok: problems.length === 0,
      sentences: [
        ...problems.map((problem) => `À corriger : ${formatProblem(problem)}`),
        `${count(ready.length, 'questionnaire', 'questionnaires', 'fr')}, ${count(questions, 'question', 'questions', 'fr')}, ${count(translated, 'traduction', 'traductions', 'fr')}, ${count(problems.length, 'problème', 'problèmes', 'fr')}.`,
      ],
      data: {
        ok: problems.length === 0,
        problems,
        questionnaires: ready.map(({ file, definition }) => ({
          code: file.code,
          version: file.version,
          audience: file.audience,
          questions: definition.questions.length,
          languages: definition.languages,
        })),
      },
    }
  },
}
