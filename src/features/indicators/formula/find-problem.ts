import type { IToken } from 'chevrotain'
import type { FormulaFault, FormulaProblem } from './formula.ts'
import { functionCalled } from './functions.ts'
import { Closing, NumberToken, Opening, ReferenceToken, Separator, Word } from './grammar.ts'
import { deepestNesting, mostDecimals, mostWholeDigits } from './limits.ts'
import { readReference } from './read-reference.ts'

/** A character that begins nothing. */
export function problemOfCharacter(text: string, at: number): FormulaProblem {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0x20)
  if (character === '[') return { fault: { reason: 'bracket-open', said: text.slice(at, at + 12).trim() }, at }
  if (character === ']') return { fault: { reason: 'bracket-closed' }, at }
  if (character === ',') return { fault: { reason: 'comma' }, at }
  if (character === '%') return { fault: { reason: 'percent' }, at }
  return { fault: { reason: 'character', said: character }, at }
}

/** What one token says wrong by itself, and parentheses too deep. */
export function problemOfTokens(tokens: readonly IToken[]): FormulaProblem | null {
  let depth = 0
  for (const [index, token] of tokens.entries()) {
    if (token.tokenType === Opening) depth += 1
    if (token.tokenType === Closing) depth -= 1
    const fault: FormulaFault | null = depth > deepestNesting ? { reason: 'too-deep', most: deepestNesting } : faultOfToken(token, tokens[index + 1])
    if (fault) return { fault, at: token.startOffset }
  }
  return null
}

function faultOfToken(token: IToken, next: IToken | undefined): FormulaFault | null {
  if (token.tokenType === NumberToken) return faultOfNumber(token.image)
  if (token.tokenType === Word) return faultOfWord(token.image, next)
  if (token.tokenType !== ReferenceToken) return null
  const read = readReference(token.image)
  return 'fault' in read ? read.fault : null
}

function faultOfNumber(typed: string): FormulaFault | null {
  const [whole = '', decimals = ''] = typed.split(/[.,]/)
  return whole.length <= mostWholeDigits && decimals.length <= mostDecimals ? null : { reason: 'digits', whole: mostWholeDigits, decimals: mostDecimals }
}

function faultOfWord(word: string, next: IToken | undefined): FormulaFault | null {
  if (functionCalled(word)) return next?.tokenType === Opening ? null : { reason: 'no-opening', word }
  return { reason: next?.tokenType === Opening ? 'no-function' : 'not-understood', word }
}

/** Where the grammar stopped. `stopped` is past the last token when something is missing at the end. */
export function problemOfPlace(tokens: readonly IToken[], stopped: IToken, text: string): FormulaProblem {
  const index = tokens.indexOf(stopped)
  const position = index === -1 ? tokens.length : index
  const at = index === -1 ? text.length : stopped.startOffset
  const before = tokens.slice(0, position)
  return { fault: faultOfPlace(before, index === -1 ? null : stopped), at }
}

function faultOfPlace(before: readonly IToken[], stopped: IToken | null): FormulaFault {
  const last = before.at(-1)
  const open = lastOpen(before)
  if (!endsValue(last)) return { reason: 'no-value', after: last?.image ?? null, before: stopped?.image ?? null }
  if (stopped === null) return { reason: 'no-closing', open: open ?? '(', before: null }
  if (stopped.tokenType === Closing) return { reason: 'closed-twice' }
  if (stopped.tokenType === Separator) return open === null ? { reason: 'separator-outside' } : { reason: 'no-closing', open, before: stopped.image }
  if (startsValue(stopped)) return { reason: 'no-sign', after: last?.image ?? '', before: stopped.image }
  return { reason: 'second-comparison', sign: stopped.image }
}

const endsValue = (token: IToken | undefined): boolean =>
  token !== undefined && (token.tokenType === NumberToken || token.tokenType === ReferenceToken || token.tokenType === Closing)

const startsValue = ({ tokenType }: IToken): boolean => tokenType === NumberToken || tokenType === ReferenceToken || tokenType === Word || tokenType === Opening

/** The last parenthesis still open, with the name before it: « PART( ». */
function lastOpen(tokens: readonly IToken[]): string | null {
  const open: string[] = []
  for (const [index, token] of tokens.entries()) {
    const word = tokens[index - 1]
    if (token.tokenType === Opening) open.push(word?.tokenType === Word ? `${word.image}(` : '(')
    if (token.tokenType === Closing) open.pop()
  }
  return open.at(-1) ?? null
}
