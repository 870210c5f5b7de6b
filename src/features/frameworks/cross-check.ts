import { isDay } from '../../platform/days.ts'
import { phases } from '../../ui/phases.ts'
import type { Phase } from '../../ui/phases.ts'
import type { FrameworkHeader, ItemContent, ThemeContent } from './content.ts'
import { indicatorNames } from './indicator-codes.ts'
import type { Path } from './read-yaml.ts'

/** A theme with the name of the file it stands in, without ending; null when it stands in the header. */
export interface ThemePlace {
  theme: ThemeContent
  fileName: string | null
}

export interface VersionContent {
  /** Folder and file name, which must say the same as the header. */
  framework: string
  version: string
  header: FrameworkHeader
  themes: readonly ThemePlace[]
}

/** What is wrong, for those who say it in other words than a file needs. */
export type FindingKind =
  | 'misnamed'
  | 'note-missing'
  | 'no-such-day'
  | 'dates-reversed'
  | 'levels-order'
  | 'level-twice'
  | 'grades-order'
  | 'condition-twice'
  | 'no-such-grade'
  | 'no-such-condition'
  | 'no-theme'
  | 'themes-apart'
  | 'theme-twice'
  | 'item-twice'
  | 'code-theme'
  | 'code-phase'
  | 'no-such-indicator'
  | 'no-evidence'
  | 'contrasts-missing'
  | 'contrasts-unused'
  | 'long-sentence'
  | 'two-letters'
  | 'few-items'
  | 'few-in-phase'

export interface Finding {
  kind: FindingKind
  /** Which theme, by its place; absent when it is about the header. */
  theme?: number
  path: Path
  problem: string
  todo: string
  /** Does not stop the version from being published. */
  advice?: true
}

/** A theme that helps a team for a whole cycle has this much in it (requirements, content of the first themes). */
const fewestItems = 10
const fewestInPhase = 2
/** One idea a sentence: beyond, people answer to half of it. */
const mostWords = 30

/** Everything that the schema cannot see: what the parts of a version say of each other. */
export function crossCheck(content: VersionContent): Finding[] {
  return [
    ...checkIdentity(content),
    ...checkDates(content.header),
    ...checkScale(content.header),
    ...checkGrades(content.header),
    ...checkThemes(content),
    ...repeatedItems(content),
    ...content.themes.flatMap((place, theme) => checkTheme(place, content.header).map((finding) => ({ ...finding, theme }))),
  ]
}

function checkIdentity({ framework, version, header }: VersionContent): Finding[] {
  const found: Finding[] = []
  if (header.id !== framework)
    found.push({
      kind: 'misnamed',
      path: ['id'],
      problem: `Le fichier est dans le dossier « ${framework} » mais se dit « ${header.id} ».`,
      todo: 'Donnez le même nom aux deux.',
    })
  if (header.version !== version)
    found.push({
      kind: 'misnamed',
      path: ['version'],
      problem: `Le fichier s’appelle « ${version}.yaml » mais se dit de la version « ${header.version} ».`,
      todo: 'Donnez le même nom aux deux.',
    })
  return [...found, ...checkNote(header)]
}

const checkNote = (about: { status: string; unconfirmed_note?: string }): Finding[] =>
  about.status === 'unconfirmed' && !about.unconfirmed_note
    ? [
        {
          kind: 'note-missing',
          path: ['status'],
          problem: 'Il est dit « à confirmer » sans dire quoi.',
          todo: 'Ajoutez unconfirmed_note : ce qui n’a pas pu être vérifié.',
        },
      ]
    : []

function checkDates(header: FrameworkHeader): Finding[] {
  const found: Finding[] = []
  for (const name of ['valid_from', 'valid_to'] as const) {
    const day = header[name]
    if (day !== null && !isDay(day))
      found.push({ kind: 'no-such-day', path: [name], problem: `Le ${day} n’existe pas au calendrier.`, todo: 'Corrigez la date.' })
  }
  const { valid_from: from, valid_to: to } = header
  if (from !== null && to !== null && to < from)
    found.push({ kind: 'dates-reversed', path: ['valid_to'], problem: 'La fin de validité vient avant le début.', todo: 'Corrigez l’une des deux dates.' })
  return found
}

function checkScale({ scale }: FrameworkHeader): Finding[] {
  if (scale.kind !== 'levels') return []
  const found: Finding[] = []
  scale.levels.forEach((level, index) => {
    const before = scale.levels[index - 1]
    if (before && level.value <= before.value)
      found.push({
        kind: 'levels-order',
        path: ['scale', 'levels', index],
        problem: 'Les degrés ne sont pas rangés du plus petit au plus grand, chacun une fois.',
        todo: 'Rangez-les par valeur croissante.',
      })
    if (scale.levels.findIndex((other) => other.label === level.label) < index)
      found.push({
        kind: 'level-twice',
        path: ['scale', 'levels', index],
        problem: `Deux degrés s’appellent « ${level.label} ».`,
        todo: 'Donnez à chacun son propre nom.',
      })
  })
  return found
}

function checkGrades({ grades = [], conditions = [] }: FrameworkHeader): Finding[] {
  const found: Finding[] = []
  grades.forEach((grade, index) => {
    if (index > 0 && grade.value <= (grades[index - 1]?.value ?? 0))
      found.push({
        kind: 'grades-order',
        path: ['grades', index],
        problem: 'Les niveaux du label ne vont pas du premier au dernier.',
        todo: 'Rangez-les par valeur croissante.',
      })
  })
  conditions.forEach((condition, index) => {
    if (conditions.findIndex((other) => other.code === condition.code) < index)
      found.push({
        kind: 'condition-twice',
        path: ['conditions', index],
        problem: `Deux questions portent le code ${condition.code}.`,
        todo: 'Donnez à chacune le sien.',
      })
  })
  return found
}

function checkReach(item: ItemContent, { grades = [], conditions = [] }: FrameworkHeader): Finding[] {
  const found: Finding[] = []
  if (item.grade !== undefined && !grades.some((grade) => grade.value === item.grade))
    found.push({
      kind: 'no-such-grade',
      path: ['grade'],
      problem: `Le label n’a pas de niveau ${item.grade}.`,
      todo: 'Prenez une valeur de grades, ou ajoutez-la dans l’en-tête.',
    })
  for (const code of item.conditions ?? [])
    if (!conditions.some((condition) => condition.code === code))
      found.push({
        kind: 'no-such-condition',
        path: ['conditions'],
        problem: `Aucune question ne porte le code ${code}.`,
        todo: 'Ajoutez-la sous conditions dans l’en-tête.',
      })
  return found
}

function checkThemes({ header, themes }: VersionContent): Finding[] {
  const found: Finding[] = []
  if (themes.length === 0)
    found.push({
      kind: 'no-theme',
      path: ['themes'],
      problem: 'Aucun thème.',
      todo: 'Écrivez-les sous themes, ou un fichier par thème dans le dossier de la version.',
    })
  if (header.themes.length > 0 && themes.some((place) => place.fileName !== null)) {
    found.push({
      kind: 'themes-apart',
      path: ['themes'],
      problem: 'Des thèmes sont à la fois dans ce fichier et dans des fichiers à part.',
      todo: 'Mettez-les tous au même endroit.',
    })
  }
  const first = new Map<string, number>()
  themes.forEach(({ theme: { code }, fileName }, theme) => {
    if (first.has(code))
      found.push({ theme, kind: 'theme-twice', path: ['code'], problem: `Deux thèmes portent le code ${code}.`, todo: 'Donnez à chacun le sien.' })
    first.set(code, theme)
    if (fileName !== null && fileName !== code)
      found.push({
        theme,
        kind: 'misnamed',
        path: ['code'],
        problem: `Le fichier s’appelle ${fileName}.yaml mais le thème porte le code ${code}.`,
        todo: 'Donnez le même nom aux deux.',
      })
  })
  return found
}

function repeatedItems({ themes }: VersionContent): Finding[] {
  const seen = new Set<string>()
  const found: Finding[] = []
  themes.forEach((place, theme) =>
    place.theme.items.forEach((item, index) => {
      if (seen.has(item.code))
        found.push({
          theme,
          kind: 'item-twice',
          path: ['items', index, 'code'],
          problem: `Le code ${item.code} sert deux fois.`,
          todo: 'Donnez à chaque énoncé le sien : les réponses s’y rattachent.',
        })
      seen.add(item.code)
    }),
  )
  return found
}

function checkTheme({ theme }: ThemePlace, header: FrameworkHeader): Finding[] {
  const items = theme.items.flatMap((item, index) => checkItem(item, theme, header).map((finding) => ({ ...finding, path: ['items', index, ...finding.path] })))
  const found = [...checkNote(theme), ...checkLetters(theme), ...items]
  // A label asks what it asks: only our guides are meant to fill a cycle.
  const isGuide = !header.blank && (header.kind ?? 'guide') === 'guide'
  return isGuide ? [...found, ...checkFullness(theme)] : found
}

/** The letter of each phase in codes; both are in use for « check ». */
const letters: Record<Phase, readonly string[]> = { plan: ['P'], do: ['D'], check: ['C', 'K'], act: ['A'] }

function checkItem(item: ItemContent, theme: ThemeContent, header: FrameworkHeader): Finding[] {
  const found: Finding[] = []
  const add = (kind: FindingKind, field: string, problem: string, todo: string, advice?: true): void =>
    void found.push({ kind, path: [field], problem, todo, ...(advice ? { advice } : {}) })
  if (!item.code.startsWith(`${theme.code}-`))
    add(
      'code-theme',
      'code',
      `L’énoncé ${item.code} est rangé dans le thème ${theme.code}.`,
      `Commencez son code par ${theme.code}-, ou rangez-le dans son thème.`,
    )
  const rest = item.code.slice(item.code.indexOf('-') + 1)
  if (item.phase && !letters[item.phase].some((letter) => new RegExp(`^${letter}[1-9][0-9]*$`).test(rest))) {
    add(
      'code-phase',
      'code',
      `Le code ${item.code} ne dit pas le même temps que phase: ${item.phase}.`,
      `Terminez-le par ${letters[item.phase].join(' ou ')} et un numéro, ou corrigez phase.`,
    )
  }
  for (const code of item.indicators)
    if (!(code in indicatorNames))
      add(
        'no-such-indicator',
        'indicators',
        `L’indicateur ${code} n’est pas connu.`,
        'Prenez un code de la liste des indicateurs, ou laissez la liste vide : [].',
      )
  if (item.evidence.length === 0 && !header.blank)
    add('no-evidence', 'evidence', 'Aucune preuve n’est suggérée.', 'Citez au moins un document que l’établissement tient déjà.')
  const contrasts = [item.contrast_low, item.contrast_high].filter((text) => text !== undefined).length
  if (header.scale.kind === 'statements' && contrasts < 2)
    add('contrasts-missing', 'statement', 'L’échelle demande deux phrases opposées.', 'Ajoutez contrast_low et contrast_high.')
  if (header.scale.kind !== 'statements' && contrasts > 0)
    add(
      'contrasts-unused',
      item.contrast_low === undefined ? 'contrast_high' : 'contrast_low',
      'L’échelle de ce référentiel n’emploie pas de phrases opposées.',
      'Retirez-les, ou écrivez scale: { kind: statements }.',
    )
  found.push(...checkReach(item, header))
  const words = countWords(item.statement)
  if (words > mostWords) add('long-sentence', 'statement', `La phrase compte ${words} mots.`, `Tenez-vous à une idée et à ${mostWords} mots.`, true)
  return found
}

const countWords = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

function checkLetters(theme: ThemeContent): Finding[] {
  const used = new Set(theme.items.filter((item) => item.phase === 'check').map((item) => item.code[theme.code.length + 1]))
  return used.has('C') && used.has('K')
    ? [{ kind: 'two-letters', path: ['items'], problem: 'Les codes du temps « évaluer » mêlent C et K.', todo: 'Gardez une seule lettre dans un thème.' }]
    : []
}

function checkFullness(theme: ThemeContent): Finding[] {
  const found: Finding[] = []
  const advise = (kind: FindingKind, problem: string): void =>
    void found.push({ kind, path: ['items'], problem, todo: 'Complétez-le quand vous le pourrez.', advice: true })
  if (theme.items.length < fewestItems) advise('few-items', `Le thème compte ${theme.items.length} énoncé(s) ; ${fewestItems} aident mieux une équipe.`)
  if (theme.items.some((item) => item.phase)) {
    for (const phase of phases) {
      const number = theme.items.filter((item) => item.phase === phase).length
      if (number < fewestInPhase) advise('few-in-phase', `Le temps « ${phase} » compte ${number} énoncé(s) ; il en faudrait au moins ${fewestInPhase}.`)
    }
  }
  return found
}
