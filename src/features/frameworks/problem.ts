import type { ErrorObject } from 'ajv'
import type { Path, YamlMark, YamlReason } from './read-yaml.ts'

/** One thing to put right, told to whoever wrote the file. */
export interface Problem {
  /** Path of the file inside the folder of frameworks. */
  file: string
  line: number | null
  /** What it is about, in words: « thème QF10, énoncé QF10-P1, « help » ». Empty when it is the file as a whole. */
  where: string
  /** What is wrong, in one sentence. */
  problem: string
  /** What to do, in one sentence. */
  todo: string
}

/** A problem as one line of text. */
export function formatProblem(found: Problem): string {
  const place = [found.file, found.line === null ? '' : `ligne ${found.line}`, found.where].filter(Boolean).join(', ')
  return `${place} : ${found.problem} ${found.todo}`
}

type Saying = Pick<Problem, 'problem' | 'todo'>

const marks: Record<YamlMark, string> = {
  tag: 'une étiquette de type (« ! »)',
  anchor: 'une ancre ou un renvoi (« & » ou « * »)',
  'several-documents': 'plusieurs documents séparés par « --- »',
  'explicit-key': 'une clé annoncée par « ? »',
  directive: 'une directive (« % »)',
}

export function sayYaml(reason: YamlReason): Saying {
  switch (reason.kind) {
    case 'too-large':
      return { problem: 'Le fichier dépasse 2 Mo.', todo: 'Mettez chaque thème dans son propre fichier et retirez ce qui n’est pas du texte.' }
    case 'not-text':
      return { problem: 'Le fichier n’est pas un texte en UTF-8.', todo: 'Ouvrez-le dans un éditeur de texte et enregistrez-le en UTF-8.' }
    case 'too-long':
      return {
        problem: 'Le référentiel est trop long : il peut compter environ 3 000 énoncés.',
        todo: 'Gardez les énoncés utiles, ou faites-en plusieurs référentiels.',
      }
    case 'nested':
      return { problem: 'Des listes sont emboîtées les unes dans les autres sans fin.', todo: 'Reprenez la forme décrite dans le mode d’emploi.' }
    case 'mark':
      return { problem: `Le fichier contient ${marks[reason.mark]}.`, todo: 'Écrivez le texte en entier, ou mettez-le entre guillemets.' }
    case 'repeated-key':
      return { problem: `« ${reason.key} » est écrit deux fois au même endroit.`, todo: 'Gardez un seul des deux.' }
    case 'syntax':
      return { problem: 'Cette ligne ne peut pas être lue.', todo: syntaxAdvice[reason.code] ?? 'Vérifiez le retrait, les deux-points et les guillemets.' }
  }
}

const syntaxAdvice: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Alignez-la avec ses voisines, par deux espaces.',
  TAB_AS_INDENT: 'Remplacez la tabulation par des espaces.',
  MISSING_CHAR: 'Il manque un guillemet, un crochet ou des deux-points.',
  BLOCK_AS_IMPLICIT_KEY: 'Un texte qui contient « : » se met entre guillemets ou sous « >- ».',
  MULTILINE_IMPLICIT_KEY: 'Un texte sur plusieurs lignes se met sous « >- ».',
}

/** What a rule of the schema says when it is not kept. */
export function sayShape(error: ErrorObject, value: unknown): Saying {
  const limit = String(error.params['limit'] ?? '')
  switch (error.keyword) {
    case 'required':
      return { problem: `« ${error.params['missingProperty']} » manque.`, todo: 'Ajoutez-le.' }
    case 'additionalProperties':
      return { problem: `« ${clip(error.params['additionalProperty'])} » n’est pas prévu ici.`, todo: 'Vérifiez le mot, ou retirez-le.' }
    case 'type':
      return sayType(String(error.params['type']), value)
    case 'enum':
      return { problem: `« ${clip(value)} » n’est pas une valeur possible.`, todo: `Choisissez parmi : ${list(error.params['allowedValues'])}.` }
    case 'discriminator':
      return { problem: 'Cette sorte d’échelle n’existe pas.', todo: 'Choisissez kind: none, kind: statements ou kind: levels.' }
    case 'pattern':
      return { problem: `« ${clip(value)} » n’a pas la forme attendue.`, todo: patternAdvice(error.instancePath) }
    case 'minLength':
      return { problem: 'Le texte est trop court.', todo: `Écrivez au moins ${limit} caractères.` }
    case 'maxLength':
      return { problem: 'Le texte est trop long.', todo: `Ne dépassez pas ${limit} caractères.` }
    case 'minItems':
      return { problem: 'La liste est trop courte.', todo: `Mettez-en au moins ${limit}.` }
    case 'maxItems':
      return { problem: 'La liste est trop longue.', todo: `N’en gardez pas plus de ${limit}.` }
    case 'uniqueItems':
      return { problem: 'La même chose figure deux fois dans la liste.', todo: 'Gardez-la une fois.' }
    case 'minimum':
    case 'maximum':
      return { problem: `${clip(value)} est hors des bornes.`, todo: 'Prenez un nombre entier entre 0 et 100.' }
    default:
      return { problem: 'La forme n’est pas celle attendue.', todo: 'Comparez avec un référentiel voisin.' }
  }
}

function sayType(wanted: string, value: unknown): Saying {
  if (wanted.startsWith('string') && (typeof value === 'number' || typeof value === 'boolean')) {
    return {
      problem: `« ${String(value)} » est lu comme un nombre ou un oui/non, alors qu’il faut un texte.`,
      todo: `Mettez-le entre guillemets : "${String(value)}".`,
    }
  }
  return { problem: `Il faut ici ${kinds[wanted.split(',')[0] ?? ''] ?? 'autre chose'}.`, todo: 'Comparez avec un référentiel voisin.' }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'un texte',
  array: 'une liste (une ligne par tiret, ou entre crochets)',
  object: 'un ensemble de champs',
  integer: 'un nombre entier',
  boolean: 'true ou false',
}

/** By the place in the file, since the schema says only where it was broken inside itself. */
const patterns: readonly [RegExp, string][] = [
  [/^\/id$/, 'Écrivez des minuscules sans accent, des chiffres et des traits d’union, comme dans qualeduc-articulation.'],
  [/^\/version$/, 'Écrivez l’année ou le numéro entre guillemets, comme "2017".'],
  [/^\/locale$/, 'Écrivez la langue en deux lettres, comme fr.'],
  [/^\/valid_(from|to)$/, 'Écrivez la date comme 2017-09-01.'],
  [/\/url$/, 'Écrivez une adresse complète qui commence par https://.'],
  [/items\/\d+\/code$/, 'Écrivez le code du thème, un trait d’union, puis la lettre du temps et un numéro, comme QF10-P1.'],
  [/\/code$/, 'Écrivez le code en majuscules, comme QF10.'],
  [/\/indicators\/\d+$/, 'Écrivez une lettre et deux chiffres, comme E04.'],
]

const patternAdvice = (pointer: string): string => patterns.find(([place]) => place.test(pointer))?.[1] ?? 'Tenez sur une seule ligne.'

const clip = (value: unknown): string => {
  const text = typeof value === 'string' ? value : String(JSON.stringify(value))
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const list = (values: unknown): string => (Array.isArray(values) ? values.join(', ') : '')

/** A path of the file in words, with the codes of the theme and the item it goes through. */
export function sayPath(root: unknown, path: Path): string {
  const words: string[] = []
  let value = root
  for (const [depth, step] of path.entries()) {
    value = childOf(value, step)
    if (typeof step === 'number') words.push(listed[String(path[depth - 1])]?.(step, codeOf(value)) ?? `n° ${step + 1}`)
    else if (!(step in listed) || depth === path.length - 1) words.push(`« ${step} »`)
  }
  const own = codeOf(root)
  return [...(own && path.length > 0 ? [`thème ${own}`] : []), ...words].join(', ')
}

const listed: Readonly<Record<string, (index: number, code: string | null) => string>> = {
  themes: (index, code) => (code ? `thème ${code}` : `thème n° ${index + 1}`),
  items: (index, code) => (code ? `énoncé ${code}` : `énoncé n° ${index + 1}`),
  levels: (index) => `degré n° ${index + 1} de l’échelle`,
}

const childOf = (value: unknown, step: string | number): unknown =>
  typeof value === 'object' && value !== null ? Object.entries(value).find(([key]) => key === String(step))?.[1] : undefined

const codeOf = (value: unknown): string | null => {
  const code = childOf(value, 'code')
  return typeof code === 'string' && code.length <= 40 ? code : null
}
