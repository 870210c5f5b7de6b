import { checkContent } from '../features/crosswalks/check-content.ts'
import { formatProblem } from '../features/frameworks/problem.ts'
import { frameworksFolder } from '../features/frameworks/version-files.ts'
import { count } from '../platform/language.ts'
import type { Command } from './command.ts'

export const frameworksCheck: Command = {
  words: ['frameworks', 'check'],
  usage: 'frameworks check [DOSSIER]',
  summary: 'Vérifie les référentiels : leur forme, leurs codes, leurs correspondances.',
  details: 'Sans dossier, ceux du produit (frameworks/). Chaque problème dit le fichier, l’endroit et quoi faire.',
  run: async ([folder]) => {
    const report = await checkContent(folder ?? frameworksFolder)
    const links = report.crosswalks.reduce((sum, crosswalk) => sum + crosswalk.links, 0)
    const items = report.versions.reduce((sum, version) => sum + version.items, 0)
    return {
      ok: report.ok,
      sentences: [
        ...report.problems.map((problem) => `À corriger : ${formatProblem(problem)}`),
        ...report.advice.map((advice) => `Conseil : ${formatProblem(advice)}`),
        `${count(report.versions.length, 'référentiel', 'référentiels', 'fr')}, ${count(items, 'énoncé', 'énoncés', 'fr')}, ${count(report.crosswalks.length, 'correspondance', 'correspondances', 'fr')}, ${count(links, 'lien', 'liens', 'fr')}, ${count(report.problems.length, 'problème', 'problèmes', 'fr')}.`,
      ],
      data: report,
    }
  },
}
