import type { IToken } from 'chevrotain'
import type { FormulaProblem } from './formula.ts'
import { functionCalled, functionNames } from './functions.ts'
import { Closing, NumberToken, Opening, ReferenceToken, Separator, Word } from './grammar.ts'
import { deepestNesting, mostDecimals, mostWholeDigits } from './limits.ts'
import { readReference } from './read-reference.ts'

/** A character that begins nothing. */
export function problemOfCharacter(text: string, at: number): FormulaProblem {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0x20)
  if (character === '[') return { sentence: `Il manque un crochet fermant après « ${text.slice(at, at + 12).trim()} ».`, at }
  if (character === ']') return { sentence: 'Ce crochet fermant est en trop.', at }
  if (character === ',') return { sentence: 'Séparez les éléments par un point-virgule ; la virgule est celle des nombres, sans espace autour.', at }
  if (character === '%') return { sentence: 'Le signe % ne s’écrit pas : PART(numérateur ; dénominateur) donne déjà un pourcentage.', at }
  return { sentence: `Le caractère « ${character} » n’a pas de sens dans une formule.`, at }
}

/** What one token says wrong by itself, and parentheses too deep. */
export function problemOfTokens(tokens: readonly IToken[]): FormulaProblem | null {
  let depth = 0
  for (const [index, token] of tokens.entries()) {
    if (token.tokenType === Opening) depth += 1
    if (token.tokenType === Closing) depth -= 1
    const sentence =
      depth > deepestNesting ? `Il y a trop de parenthèses les unes dans les autres : ${deepestNesting} au plus.` : problemOfToken(token, tokens[index + 1])
    if (sentence) return { sentence, at: token.startOffset }
  }
  return null
}

function problemOfToken(token: IToken, next: IToken | undefined): string | null {
  if (token.tokenType === NumberToken) return problemOfNumber(token.image)
  if (token.tokenType === Word) return problemOfWord(token.image, next)
  if (token.tokenType !== ReferenceToken) return null
  const read = readReference(token.image)
  return 'sentence' in read ? read.sentence : null
}

function problemOfNumber(typed: string): string | null {
  const [whole = '', decimals = ''] = typed.split(/[.,]/)
  if (whole.length <= mostWholeDigits && decimals.length <= mostDecimals) return null
  return `Un nombre a ${mostWholeDigits} chiffres au plus avant la virgule et ${mostDecimals} après.`
}

function problemOfWord(typed: string, next: IToken | undefined): string | null {
  if (functionCalled(typed)) return next?.tokenType === Opening ? null : `Il manque une parenthèse ouvrante après ${typed}.`
  if (next?.tokenType === Opening) return `« ${typed} » n’est pas une fonction. Les fonctions sont ${functionNames.join(', ')}.`
  return `« ${typed} » n’est pas compris. Écrivez le code d’un indicateur entre crochets, par exemple [E07].`
}

/** Where the grammar stopped. `stopped` is past the last token when something is missing at the end. */
export function problemOfPlace(tokens: readonly IToken[], stopped: IToken, text: string): FormulaProblem {
  const index = tokens.indexOf(stopped)
  const position = index === -1 ? tokens.length : index
  const at = index === -1 ? text.length : stopped.startOffset
  const before = tokens.slice(0, position)
  return { sentence: sayPlace(before, index === -1 ? null : stopped), at }
}

function sayPlace(before: readonly IToken[], stopped: IToken | null): string {
  const last = before.at(-1)
  const open = lastOpen(before)
  if (!endsValue(last)) {
    const after = last ? ` après « ${last.image} »` : ' au début'
    return stopped ? `Il manque une valeur${after}, avant « ${stopped.image} ».` : `Il manque une valeur${after}.`
  }
  if (stopped === null) return `Il manque une parenthèse fermante après ${open ?? '('}.`
  if (stopped.tokenType === Closing) return 'Cette parenthèse fermante est en trop.'
  if (stopped.tokenType === Separator) {
    return open === null ? 'Le point-virgule ne sert qu’à l’intérieur d’une fonction.' : `Il manque une parenthèse fermante après ${open}, avant « ; ».`
  }
  if (startsValue(stopped)) return `Il manque un signe (+, -, *, /) ou un point-virgule entre « ${last?.image ?? ''} » et « ${stopped.image} ».`
  return `Une comparaison n’en suit pas une autre : « ${stopped.image} » est en trop. Reliez-les par ET( ou OU(.`
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
