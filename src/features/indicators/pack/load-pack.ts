import { frenchSpaces } from '../../frameworks/french-spaces.ts'
import { indicatorNames } from '../../frameworks/indicator-codes.ts'
import { formatProblem } from '../../frameworks/problem.ts'
import { parseFormula } from '../formula/parse-formula.ts'
import { textsIn } from '../formula/texts.en.ts'
import { isCounted } from '../values/counts-store.ts'
import { checkPack, indicatorsFolder } from './check-pack.ts'
import type { Indicator, Pack } from './indicator.ts'
import { listFrameworkCodes } from './known-codes.ts'

let loaded: Promise<Pack> | null = null

/** The directory of indicators, read once. Rejects with a sentence if one of its files is not whole. */
export function loadPack(): Promise<Pack> {
  loaded ??= readPack(indicatorsFolder)
  return loaded
}

/** The directory in a folder, checked against the frameworks that come with the product, with the spaces that French wants. */
export async function readPack(folder: string): Promise<Pack> {
  const { pack, problems } = await checkPack(folder, { items: await listFrameworkCodes(), names: indicatorNames, checkFormula, isCounted })
  const [problem] = problems
  if (problem) throw new Error(`indicators/${formatProblem(problem)}`)
  if (!pack) throw new Error(`indicators/ holds no directory`)
  return typeset(pack)
}

/** Why a formula cannot be read, in French as all that is said of the files of the pack; null where it can. */
export function checkFormula(formula: string): string | null {
  const parsed = parseFormula(formula)
  return 'problem' in parsed ? textsIn('fr').problem(parsed.problem.fault) : null
}

const typeset = (pack: Pack): Pack => ({
  version: pack.version,
  valid_from: pack.valid_from,
  licence: frenchSpaces(pack.licence),
  source: frenchSpaces(pack.source),
  themes: pack.themes.map((theme) => ({ ...theme, name: frenchSpaces(theme.name), purpose: frenchSpaces(theme.purpose) })),
  eqavet: pack.eqavet.map((part) => ({ ...part, name: frenchSpaces(part.name) })),
  indicators: pack.indicators.map(typesetIndicator),
})

const typesetOrNull = (text: string | null): string | null => (text === null ? null : frenchSpaces(text))

// The formula is left as it is: its separators are part of its language.
const typesetIndicator = (indicator: Indicator): Indicator => ({
  ...indicator,
  name: frenchSpaces(indicator.name),
  short_name: frenchSpaces(indicator.short_name),
  question: frenchSpaces(indicator.question),
  ...(indicator.parts ? { parts: indicator.parts.map((part) => ({ ...part, name: frenchSpaces(part.name) })) } : {}),
  numerator: typesetOrNull(indicator.numerator),
  denominator: typesetOrNull(indicator.denominator),
  source_detail: frenchSpaces(indicator.source_detail),
  ...(indicator.platform ? { platform: { ...indicator.platform, waits: typesetOrNull(indicator.platform.waits) } } : {}),
  cohort: frenchSpaces(indicator.cohort),
  comparability: frenchSpaces(indicator.comparability),
  describe: typesetOrNull(indicator.describe),
})
