import { indicatorNames } from '../features/frameworks/indicator-codes.ts'
import { formatProblem } from '../features/frameworks/problem.ts'
import { checkPack, indicatorsFolder } from '../features/indicators/pack/check-pack.ts'
import { listFrameworkCodes } from '../features/indicators/pack/known-codes.ts'
import { checkFormula } from '../features/indicators/pack/load-pack.ts'
import { isCounted } from '../features/indicators/values/counts-store.ts'
import { count } from '../platform/language.ts'
import type { Command } from './command.ts'

export const indicatorsCheck: Command = {
  words: ['indicators', 'check'],
  usage: 'indicators check [DOSSIER]',
  summary: 'Vérifie le répertoire des indicateurs : sa forme, ses codes, ses formules, les énoncés et les indicateurs EQAVET qu’il nomme.',
  details: 'Sans dossier, celui du produit (indicators/). Chaque problème dit le fichier, l’endroit et quoi faire.',
  run: async ([folder]) => {
    const { pack, problems } = await checkPack(folder ?? indicatorsFolder, {
      items: await listFrameworkCodes(),
      names: indicatorNames,
      checkFormula,
      isCounted,
    })
    const indicators = pack?.indicators ?? []
    const waiting = indicators.filter(({ platform }) => platform?.waits).length
    return {
      ok: problems.length === 0,
      sentences: [
        ...problems.map((problem) => `À corriger : ${formatProblem(problem)}`),
        `${count(indicators.length, 'indicateur', 'indicateurs', 'fr')}, dont ${waiting} qui attendent que le site sache les compter ; ${count(problems.length, 'problème', 'problèmes', 'fr')}.`,
      ],
      data: { ok: problems.length === 0, problems, indicators: indicators.map(({ code, name, source, status }) => ({ code, name, source, status })) },
    }
  },
}
