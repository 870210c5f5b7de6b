import { codesIn } from '../formula/codes-in.ts'
import type { Indicator } from './indicator.ts'
import type { Known } from './known-codes.ts'

/** What is wrong with one indicator, and what to do, before its place in a file is known. */
export interface Finding {
  code: string
  /** Field in which it stands. */
  field: keyof Indicator
  problem: string
  todo: string
}

/** The whole directory, as one indicator sees it. */
export interface Around {
  /** Codes of indicators and of their parts. */
  codes: ReadonlySet<string>
  themes: ReadonlySet<string>
  eqavet: ReadonlySet<string>
  known: Known
}

type Rule = (indicator: Indicator, around: Around) => Finding[]

/** What one indicator must keep to, beyond its shape. */
export function checkIndicator(indicator: Indicator, around: Around): Finding[] {
  return rules.flatMap((rule) => rule(indicator, around))
}

const tell = (wrong: boolean, { code }: Indicator, field: keyof Indicator, problem: string, todo: string): Finding[] =>
  wrong ? [{ code, field, problem, todo }] : []

const formulaRule: Rule = (indicator, { codes, known }) => {
  const { formula, code } = indicator
  if (formula === null) return []
  const named = codesIn(formula)
  const missing = named.filter((one) => !codes.has(one))
  const said = missing.length === 0 ? (known.checkFormula?.(formula) ?? null) : null
  return [
    ...missing.flatMap((one) => tell(true, indicator, 'formula', `« ${one} » n’est pas un indicateur.`, 'Prenez un code du répertoire, ou laissez null.')),
    ...tell(named.length === 0, indicator, 'formula', 'Elle ne cite aucun indicateur.', 'Écrivez les codes entre crochets, ou laissez null.'),
    ...tell(named.includes(code), indicator, 'formula', 'Elle se cite elle-même.', 'Citez ses chiffres, ou d’autres indicateurs.'),
    ...tell(said !== null, indicator, 'formula', said ?? '', 'Reprenez la formule.'),
  ]
}

const referenceRule: Rule = (indicator, { themes, eqavet, known }) => [
  ...indicator.items
    .filter(({ framework, code }) => !known.items.get(framework)?.has(code))
    .flatMap(({ framework, code }) =>
      tell(true, indicator, 'items', `« ${code} » n’est pas dans ${framework}.`, `Prenez un code de frameworks/${framework}/, ou retirez-le.`),
    ),
  ...indicator.themes
    .filter((theme) => !themes.has(theme))
    .flatMap((theme) => tell(true, indicator, 'themes', `Le thème « ${theme} » n’existe pas.`, 'Prenez une clé de themes.yaml.')),
  ...indicator.eqavet
    .filter((code) => !eqavet.has(code))
    .flatMap((code) => tell(true, indicator, 'eqavet', `L’indicateur EQAVET « ${code} » n’existe pas.`, 'Prenez un code de eqavet.yaml.')),
]

const nameRule: Rule = (indicator, { known }) => {
  if (!known.names) return []
  const name = known.names[indicator.code]
  return tell(
    name !== indicator.name,
    indicator,
    'name',
    name === undefined ? 'Les référentiels ne connaissent pas ce code.' : `Les référentiels l’appellent « ${name} ».`,
    'Écrivez le même nom dans src/features/frameworks/indicator-codes.ts.',
  )
}

const sourceRule: Rule = (indicator, { known }) => {
  const { source, dataset, survey, platform, formula, describe, unit } = indicator
  const rule = (wrong: boolean, field: keyof Indicator, problem: string, todo: string) => tell(wrong, indicator, field, problem, todo)
  const counted = platform ? known.isCounted?.(platform.counts) : undefined
  return [
    ...rule(source === 'open-data' && dataset === null, 'dataset', 'La source est un jeu de données qui n’est pas nommé.', 'Nommez-le.'),
    ...rule(source === 'survey' && !survey?.questions.length, 'survey', 'La source est une enquête sans question.', 'Nommez les questions.'),
    ...rule(unit === 'mean-4' && source !== 'survey', 'unit', 'Une moyenne sur 4 vient d’une enquête.', 'Changez l’unité ou la source.'),
    ...rule((source === 'platform') !== (platform !== undefined), 'platform', 'La source et « platform » se contredisent.', 'Gardez l’un avec l’autre.'),
    ...rule(
      counted === false && platform?.waits === null,
      'platform',
      'Le site ne sait pas le compter.',
      'Prenez un compte qui existe, ou dites dans « waits » ce qui manque.',
    ),
    ...rule(counted === true && platform?.waits !== null, 'platform', 'Le site sait le compter.', 'Mettez null dans « waits ».'),
    ...rule(source === 'computed' && formula === null, 'formula', 'Il est calculé, mais sans formule.', 'Écrivez la formule.'),
    ...rule(source === 'document' && describe === null, 'describe', 'Il s’appuie sur des documents : dites quoi décrire.', 'Écrivez « describe ».'),
  ]
}

/** A survey's answers are shown from eleven people on, as everywhere in the platform. */
const smallestSurveyGroup = 11

const figureRule: Rule = (indicator) => {
  const { unit, numerator, denominator, data_protection, smallest_group, source, code, parts, dataset } = indicator
  const own = [code, ...(parts ?? []).map((part) => part.code)]
  const rule = (wrong: boolean, field: keyof Indicator, problem: string, todo: string) => tell(wrong, indicator, field, problem, todo)
  return [
    ...rule(unit === 'percent' && (!numerator || !denominator), 'denominator', 'Un pourcentage a un dessus et un dessous.', 'Dites les deux.'),
    ...rule(
      data_protection !== 'none' && smallest_group === null,
      'smallest_group',
      'Il compte des personnes sans nombre minimal.',
      'Mettez 5, ou 11 pour une enquête ou une donnée sensible.',
    ),
    ...rule(
      source === 'survey' && (smallest_group ?? 0) < smallestSurveyGroup,
      'smallest_group',
      'Une enquête ne se montre pas sous onze réponses.',
      `Mettez ${smallestSurveyGroup}.`,
    ),
    ...rule(
      (parts ?? []).some((part) => !part.code.startsWith(`${code}-`)),
      'parts',
      'Le code d’un de ses chiffres ne commence pas par le sien.',
      `Commencez-le par « ${code}- ».`,
    ),
    ...rule(dataset !== null && !own.includes(dataset.measure), 'dataset', 'La mesure n’est ni lui ni un de ses chiffres.', 'Vérifiez le code.'),
  ]
}

const rules: readonly Rule[] = [formulaRule, referenceRule, nameRule, sourceRule, figureRule]
