import { formatExpression } from './format-formula.ts'
import type { Absence, Expression, FunctionName, Reason, Reference, Trace } from './formula.ts'

export interface TraceWords {
  /** The name of an indicator or of one of its parts; its code when it has none. */
  nameOf: (code: string) => string
  /** What follows the result: `%`, `€`. Without it, only PART has one. */
  unit?: string
}

/** « 77 % = 154 (élèves formés, R03) / 200 (effectif, A01) », or why the result is unknown. */
export function sayTrace(trace: Trace, words: TraceWords): string {
  if (typeof trace.value !== 'number') return `Résultat inconnu\u00A0: ${trace.absences.map((absence) => sayAbsence(absence, words)).join('\u00A0; ')}.`
  const unit = words.unit ?? (isShare(trace.expression) ? '%' : '')
  return `${sayNumber(trace.value)}${unit === '' ? '' : `\u00A0${unit}`} = ${say(trace, words)}`
}

const reasons: Readonly<Record<Reason, string>> = {
  'not-published': 'non publié',
  'below-threshold': 'effectif trop faible pour être montré',
  'not-applicable': 'sans objet',
  'not-entered': 'non saisi',
  'to-confirm': 'à confirmer',
  'no-denominator': 'dénominateur nul',
  'no-sections': 'aucune section à additionner',
  'out-of-range': 'nombre trop grand pour être calculé',
}

/** « effectif, A01 : non saisi », or « dénominateur nul ». */
export function sayAbsence({ reason, reference }: Absence, words: TraceWords): string {
  return reference === null ? reasons[reason] : `${sayReference(reference, null, words)}\u00A0: ${reasons[reason]}`
}

const numbers = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })
const sayNumber = (value: number): string => numbers.format(value)

const isShare = (expression: Expression): boolean => expression.kind === 'call' && expression.name === 'PART'

function sayReference({ code, shift, section }: Reference, label: string | null, { nameOf }: TraceWords): string {
  const parts = [label ?? nameOf(code), code, ...(section === null ? [] : [section])]
  if (shift === -1) parts.push('période précédente')
  if (shift < -1) parts.push(`${-shift} périodes avant`)
  return [...new Set(parts)].join(', ')
}

function say(trace: Trace, words: TraceWords): string {
  const { expression, value, parts, absences } = trace
  if (expression.kind === 'reference') {
    const said = typeof value === 'number' ? sayNumber(value) : `inconnu, ${absences.map(({ reason }) => reasons[reason]).join(', ')}`
    return `${said} (${sayReference(expression.reference, trace.label, words)})`
  }
  if (expression.kind === 'number') return formatExpression(expression)
  if (expression.kind === 'negative') return `-${enclosed(parts[0], words)}`
  if (expression.kind === 'operation') return parts.map((part) => enclosed(part, words)).join(` ${expression.operator} `)
  return sayCall(trace, expression.name, words)
}

function sayCall({ parts }: Trace, name: FunctionName, words: TraceWords): string {
  const [first, second] = parts
  if (name === 'PART') return parts.map((part) => enclosed(part, words)).join(' / ')
  if (name.startsWith('SOMME')) return parts.map((part) => enclosed(part, words)).join(' + ')
  if (name === 'SI' && first && second) return `${say(second, words)}, ${first.value === true ? 'car' : 'faute de'} ${say(first, words)}`
  if (name === 'SI_VIDE' && first) return second ? `${say(second, words)}, à la place de ${say(first, words)}` : say(first, words)
  const said = parts.map((part) => say(part, words))
  if (name === 'NON') return `non (${said.join('')})`
  if (name === 'ET' || name === 'OU') return said.map((one) => `(${one})`).join(name === 'ET' ? ' et ' : ' ou ')
  if (name === 'ARRONDI' && first) return `arrondi de ${enclosed(first, words)}`
  const before = name === 'MIN' ? 'le plus petit de' : name === 'MAX' ? 'le plus grand de' : 'la moyenne de'
  return `${before} ${said.join('\u00A0; ')}`
}

/** What stands alone needs no parentheses. */
function enclosed(trace: Trace | undefined, words: TraceWords): string {
  if (!trace) return ''
  const said = say(trace, words)
  return trace.expression.kind === 'number' || trace.expression.kind === 'reference' ? said : `(${said})`
}
