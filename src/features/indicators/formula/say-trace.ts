import type { Language } from '../../../platform/language.ts'
import { formatExpression } from './format-formula.ts'
import type { Absence, Expression, FunctionName, Reference, Trace } from './formula.ts'
import { textsIn } from './texts.en.ts'
import type { FormulaTexts } from './texts.fr.ts'

interface TraceWords {
  /** The name of an indicator or of one of its parts; its code when it has none. */
  nameOf: (code: string) => string
  /** Whether the result is a percentage; when it is not said, only what PART gives is one. */
  percent?: boolean
  language: Language
}

interface Saying extends TraceWords {
  t: FormulaTexts
}

/** « 77 % = 154 (élèves formés, R03) / 200 (effectif, A01) », or why the result is unknown, in the reader's language. */
export function sayTrace(trace: Trace, words: TraceWords): string {
  const t = textsIn(words.language)
  const saying = { ...words, t }
  if (typeof trace.value !== 'number') return t.unknown(trace.absences.map((absence) => sayAbsence(absence, saying)).join(t.separator))
  const number = sayNumber(trace.value, saying)
  return `${(words.percent ?? isShare(trace.expression)) ? t.percent(number) : number} = ${say(trace, saying)}`
}

/** « effectif, A01 : non saisi », or « dénominateur nul ». */
function sayAbsence({ reason, reference }: Absence, saying: Saying): string {
  const { t } = saying
  return reference === null ? t.reasons[reason] : t.absent(sayReference(reference, null, saying), t.reasons[reason])
}

const digits = { maximumFractionDigits: 2 }
const numbers: Readonly<Record<Language, Intl.NumberFormat>> = { fr: new Intl.NumberFormat('fr-FR', digits), en: new Intl.NumberFormat('en-GB', digits) }
const sayNumber = (value: number, { language }: Saying): string => numbers[language].format(value)

const isShare = (expression: Expression): boolean => expression.kind === 'call' && expression.name === 'PART'

function sayReference({ code, shift, section }: Reference, label: string | null, { nameOf, t }: Saying): string {
  const parts = [label ?? nameOf(code), code, ...(section === null ? [] : [section]), ...(shift < 0 ? [t.before(-shift)] : [])]
  return [...new Set(parts)].join(', ')
}

function say(trace: Trace, saying: Saying): string {
  const { expression, value, parts, absences } = trace
  const { t } = saying
  if (expression.kind === 'reference') {
    const said = typeof value === 'number' ? sayNumber(value, saying) : t.missing(absences.map(({ reason }) => t.reasons[reason]).join(', '))
    return `${said} (${sayReference(expression.reference, trace.label, saying)})`
  }
  if (expression.kind === 'number') return t.typed(formatExpression(expression))
  if (expression.kind === 'negative') return `-${enclosed(parts[0], saying)}`
  if (expression.kind === 'operation') return parts.map((part) => enclosed(part, saying)).join(` ${expression.operator} `)
  return sayCall(trace, expression.name, saying)
}

function sayCall({ parts }: Trace, name: FunctionName, saying: Saying): string {
  const { t } = saying
  const [first, second] = parts
  if (name === 'PART') return parts.map((part) => enclosed(part, saying)).join(' / ')
  if (name.startsWith('SOMME')) return parts.map((part) => enclosed(part, saying)).join(' + ')
  if (name === 'SI' && first && second) return t.chosen(say(second, saying), say(first, saying), first.value === true)
  if (name === 'SI_VIDE' && first) return second ? t.instead(say(second, saying), say(first, saying)) : say(first, saying)
  const said = parts.map((part) => say(part, saying))
  if (name === 'NON') return t.not(said.join(''))
  if (name === 'ET' || name === 'OU') return said.map((one) => `(${one})`).join(name === 'ET' ? t.and : t.or)
  if (name === 'ARRONDI' && first) return t.rounded(enclosed(first, saying))
  const all = said.join(t.separator)
  return name === 'MIN' ? t.least(all) : name === 'MAX' ? t.most(all) : t.mean(all)
}

/** What stands alone needs no parentheses. */
function enclosed(trace: Trace | undefined, saying: Saying): string {
  if (!trace) return ''
  const said = say(trace, saying)
  return trace.expression.kind === 'number' || trace.expression.kind === 'reference' ? said : `(${said})`
}
