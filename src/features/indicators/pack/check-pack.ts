import { fileURLToPath } from 'node:url'
import type { Problem } from '../../frameworks/problem.ts'
import { checkIndicator } from './check-indicator.ts'
import type { Around, Finding } from './check-indicator.ts'
import type { EqavetList, Indicator, Pack, ThemeFile, ThemeList } from './indicator.ts'
import type { Known } from './known-codes.ts'
import { readFiles } from './read-files.ts'
import type { Read } from './read-files.ts'

/** The directory of indicators that comes with the product. */
export const indicatorsFolder = fileURLToPath(new URL('../../../../indicators/', import.meta.url))

interface CheckedPack {
  /** Null as soon as there is a problem. */
  pack: Pack | null
  problems: Problem[]
}

/**
 * Reads and checks a directory of indicators: form, schema, then what its files say of each other and of what is `known` outside.
 * Never throws because of what the files say; throws when the folder is missing.
 */
export async function checkPack(folder: string, known: Known): Promise<CheckedPack> {
  const { themes, eqavet, indicators: files, problems } = await readFiles(folder)
  if (!themes || !eqavet || problems.length > 0) return { pack: null, problems }
  const all = files.flatMap((file) => file.value.indicators)
  const around = aroundOf(all, themes.value, eqavet.value, known)
  const found = [
    ...checkThemes(themes, files),
    ...checkEqavet(eqavet, all, known),
    ...repeatedCodes(files),
    ...files.flatMap((file) => [
      ...checkFile(file, themes.value),
      ...file.value.indicators.flatMap((indicator, index) => checkIndicator(indicator, around).map((finding) => placed(file, index, finding))),
    ]),
  ]
  if (found.length > 0) return { pack: null, problems: found }
  const order = themes.value.themes.map((theme) => theme.key)
  const sorted = files.toSorted((one, other) => order.indexOf(one.value.theme) - order.indexOf(other.value.theme))
  const indicators = sorted.flatMap((file) => file.value.indicators.toSorted((one, other) => (one.code < other.code ? -1 : 1)))
  return { pack: { ...themes.value, eqavet: eqavet.value.parts, indicators }, problems: [] }
}

const aroundOf = (indicators: readonly Indicator[], themes: ThemeList, eqavet: EqavetList, known: Known): Around => ({
  codes: new Set(indicators.flatMap(({ code, parts }) => [code, ...(parts ?? []).map((part) => part.code)])),
  themes: new Set(themes.themes.map((theme) => theme.key)),
  eqavet: new Set(eqavet.parts.map((part) => part.code)),
  known,
})

const placed = (file: Read<ThemeFile>, index: number, { code, field, problem, todo }: Finding): Problem => ({
  file: file.file,
  line: file.lineOf(['indicators', index, field]),
  where: `${code}, « ${field} »`,
  problem,
  todo,
})

/** A theme is a file of its name, and the other way round. */
function checkThemes(themes: Read<ThemeList>, files: readonly Read<ThemeFile>[]): Problem[] {
  const written = files.map((file) => file.value.theme)
  const { file, lineOf } = themes
  return themes.value.themes.flatMap(({ key, letter }, index) => {
    const line = lineOf(['themes', index])
    const twice = themes.value.themes.findIndex((theme) => theme.key === key || theme.letter === letter) < index
    return [
      ...(written.includes(key) ? [] : [{ file, line, where: key, problem: `Le fichier ${key}.yaml manque.`, todo: 'Écrivez-le, ou retirez le thème.' }]),
      ...(twice ? [{ file, line, where: key, problem: 'Sa clé ou sa lettre sert déjà.', todo: 'Prenez-en une autre.' }] : []),
    ]
  })
}

function checkFile({ file, value, lineOf }: Read<ThemeFile>, { themes }: ThemeList): Problem[] {
  const theme = themes.find((one) => one.key === value.theme)
  const line = lineOf(['theme'])
  if (`${value.theme}.yaml` !== file)
    return [{ file, line, where: '', problem: `Le thème « ${value.theme} » n’est pas le nom du fichier.`, todo: 'Écrivez le même des deux côtés.' }]
  if (!theme) return [{ file, line, where: '', problem: `Le thème « ${value.theme} » n’existe pas.`, todo: 'Ajoutez-le à themes.yaml.' }]
  return value.indicators.flatMap(({ code, themes: [first] }, index) => [
    ...(code.startsWith(theme.letter)
      ? []
      : [
          placed({ file, value, lineOf }, index, {
            code,
            field: 'code',
            problem: `Le code ne commence pas par ${theme.letter}.`,
            todo: 'Changez-le de fichier.',
          }),
        ]),
    ...(first === theme.key
      ? []
      : [
          placed({ file, value, lineOf }, index, {
            code,
            field: 'themes',
            problem: 'Son premier thème n’est pas celui du fichier.',
            todo: `Commencez par ${theme.key}.`,
          }),
        ]),
  ])
}

function repeatedCodes(files: readonly Read<ThemeFile>[]): Problem[] {
  const seen = new Set<string>()
  return files.flatMap((file) =>
    file.value.indicators.flatMap(({ code, parts }, index) =>
      [code, ...(parts ?? []).map((part) => part.code)].flatMap((one) => {
        if (!seen.has(one)) return (seen.add(one), [])
        return [placed(file, index, { code: one, field: 'code', problem: 'Ce code est déjà pris.', todo: 'Prenez-en un autre : un code ne sert qu’une fois.' })]
      }),
    ),
  )
}

/** Rule Z01: each of the EQAVET indicators has at least one of ours. */
function checkEqavet({ file, value, lineOf }: Read<EqavetList>, indicators: readonly Indicator[], known: Known): Problem[] {
  const held = new Set(indicators.flatMap((indicator) => indicator.eqavet))
  return value.parts.flatMap(({ code, item }, index) => {
    const place = { file, line: lineOf(['parts', index]), where: code }
    return [
      ...(held.has(code) ? [] : [{ ...place, problem: 'Aucun indicateur n’y répond (règle Z01).', todo: 'Rattachez-lui au moins un indicateur.' }]),
      ...(known.items.get('eqavet')?.has(item)
        ? []
        : [{ ...place, problem: `« ${item} » n’est pas dans eqavet.`, todo: 'Prenez un code de frameworks/eqavet/.' }]),
    ]
  })
}
