import { createToken, EmbeddedActionsParser, Lexer } from 'chevrotain'
import type { ILexingError, IRecognitionException, IToken } from 'chevrotain'
import type { Arithmetic, Comparison, Expression, Operator } from './formula.ts'
import { functionCalled } from './functions.ts'
import { readReference } from './read-reference.ts'

const Space = createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true })
export const NumberToken = createToken({ name: 'Number', pattern: /\d+(?:[.,]\d+)?/ })
export const ReferenceToken = createToken({ name: 'Reference', pattern: /\[[^[\]]*\]/, line_breaks: true })
// The signs × and ÷ stand among the accented letters.
export const Word = createToken({
  name: 'Word',
  pattern: /[A-Za-z_\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F](?:\w|[\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]|[\u0300-\u036F])*/,
})
export const Opening = createToken({ name: 'Opening', pattern: '(' })
export const Closing = createToken({ name: 'Closing', pattern: ')' })
export const Separator = createToken({ name: 'Separator', pattern: ';' })
const Compare = createToken({ name: 'Compare', pattern: /<=|>=|<>|!=|[=≠<≤>≥]/ })
const Sum = createToken({ name: 'Sum', pattern: /[+\-−]/ })
const Product = createToken({ name: 'Product', pattern: /[*×/÷]/ })

const tokens = [Space, NumberToken, ReferenceToken, Word, Opening, Closing, Separator, Compare, Sum, Product]
const lexer = new Lexer(tokens, { positionTracking: 'onlyOffset' })

const compared: Readonly<Partial<Record<string, Comparison>>> = {
  '<=': '≤',
  '>=': '≥',
  '<>': '≠',
  '!=': '≠',
  '=': '=',
  '≠': '≠',
  '<': '<',
  '≤': '≤',
  '>': '>',
  '≥': '≥',
}
const calculated: Readonly<Partial<Record<string, Arithmetic>>> = { '+': '+', '-': '-', '−': '-', '*': '*', '×': '*', '/': '/', '÷': '/' }
const nothing: Expression = { kind: 'number', value: 0 }

/** Reads tokens into an expression. What its words and codes are worth is checked before and after. */
class FormulaParser extends EmbeddedActionsParser {
  /** Where each expression begins in the text. */
  places = new Map<Expression, number>()

  constructor() {
    super(tokens, { recoveryEnabled: false, maxLookahead: 1 })
    this.performSelfAnalysis()
  }

  formula = this.RULE('formula', (): Expression => this.SUBRULE(this.comparison))

  comparison = this.RULE('comparison', (): Expression => {
    const left = this.SUBRULE(this.sum)
    return (
      this.OPTION(() => {
        const operator = this.CONSUME(Compare)
        const right = this.SUBRULE2(this.sum)
        return this.operation(left, compared[operator.image], right)
      }) ?? left
    )
  })

  sum = this.RULE('sum', (): Expression => {
    let all = this.SUBRULE(this.product)
    this.MANY(() => {
      const operator = this.CONSUME(Sum)
      const right = this.SUBRULE2(this.product)
      all = this.operation(all, calculated[operator.image], right)
    })
    return all
  })

  product = this.RULE('product', (): Expression => {
    let all = this.SUBRULE(this.signed)
    this.MANY(() => {
      const operator = this.CONSUME(Product)
      const right = this.SUBRULE2(this.signed)
      all = this.operation(all, calculated[operator.image], right)
    })
    return all
  })

  signed = this.RULE('signed', (): Expression =>
    this.OR([
      {
        ALT: () => {
          const sign = this.CONSUME(Sum)
          const of = this.SUBRULE(this.alone)
          return sign.image === '+' ? of : this.placed({ kind: 'negative', of }, sign)
        },
      },
      { ALT: () => this.SUBRULE2(this.alone) },
    ]),
  )

  alone = this.RULE('alone', (): Expression =>
    this.OR([
      { ALT: () => this.number(this.CONSUME(NumberToken)) },
      { ALT: () => this.reference(this.CONSUME(ReferenceToken)) },
      { ALT: () => this.SUBRULE(this.call) },
      { ALT: () => this.SUBRULE(this.group) },
    ]),
  )

  group = this.RULE('group', (): Expression => {
    this.CONSUME(Opening)
    const inside = this.SUBRULE(this.comparison)
    this.CONSUME(Closing)
    return inside
  })

  call = this.RULE('call', (): Expression => {
    const word = this.CONSUME(Word)
    const inputs: Expression[] = []
    this.CONSUME(Opening)
    this.AT_LEAST_ONE_SEP({ SEP: Separator, DEF: () => inputs.push(this.SUBRULE(this.comparison)) })
    this.CONSUME(Closing)
    const name = functionCalled(word.image)
    return name === null ? nothing : this.placed({ kind: 'call', name, inputs }, word)
  })

  private placed(expression: Expression, token: IToken): Expression {
    this.places.set(expression, token.startOffset)
    return expression
  }

  private number(token: IToken): Expression {
    return this.placed({ kind: 'number', value: Number(token.image.replace(',', '.')) }, token)
  }

  private reference(token: IToken): Expression {
    const read = readReference(token.image)
    return 'reference' in read ? this.placed({ kind: 'reference', reference: read.reference }, token) : nothing
  }

  private operation(left: Expression, operator: Operator | undefined, right: Expression): Expression {
    const expression: Expression = operator === undefined ? nothing : { kind: 'operation', operator, left, right }
    this.places.set(expression, this.places.get(left) ?? 0)
    return expression
  }
}

const parser = new FormulaParser()

interface Lexed {
  tokens: IToken[]
  errors: ILexingError[]
}

/** Cuts a text into tokens; characters that begin none are its errors. */
export const readTokens = (text: string): Lexed => lexer.tokenize(text)

interface Parsed {
  root: Expression
  /** Where each expression begins in the text. */
  places: ReadonlyMap<Expression, number>
  errors: IRecognitionException[]
}

/** Stack depth follows the parentheses: count them before. */
export function parseTokens(read: IToken[]): Parsed {
  parser.places = new Map()
  parser.input = read
  const root = parser.formula()
  return { root, places: parser.places, errors: parser.errors }
}
