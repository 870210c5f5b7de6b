import type { Language } from '../../../platform/language.ts'
import type { WrongInput } from './formula.ts'
import { functionNames } from './functions.ts'
import { fr } from './texts.fr.ts'
import type { FormulaTexts } from './texts.fr.ts'

const wrongInput = (wrong: WrongInput, said: string): string => {
  if (wrong.expected === 'number') return `“${said}” answers yes or no, and a number is expected`
  if (wrong.expected === 'truth') return `“${said}” is a number, and a condition is expected`
  if (wrong.expected === 'reference') return `the first element is an indicator between brackets, and not “${said}”`
  return `the second element is a whole number from ${wrong.least} to ${wrong.most}, and not “${said}”`
}

const en: FormulaTexts = {
  problem: (fault) => {
    switch (fault.reason) {
      case 'empty':
        return 'The formula is empty. Write for instance PART([R03] ; [A01]).'
      case 'too-long':
        return `The formula is too long: ${fault.most} characters at most. Share it between two indicators.`
      case 'too-many-nodes':
        return `The formula has too many elements: ${fault.most} at most. Share it between two indicators.`
      case 'too-many-references':
        return `The formula names too many indicators: ${fault.most} at most.`
      case 'too-deep':
        return `There are too many parentheses inside one another: ${fault.most} at most.`
      case 'gives-truth':
        return 'A formula must give a number; this one answers yes or no. Put it in SI(condition ; then ; otherwise).'
      case 'truth-for-number':
        return `“${fault.said}” answers yes or no, and a number is expected here. Put it in SI( or in ET(.`
      case 'count': {
        const expected = `${fault.expected} ${fault.expected > 1 ? 'elements separated by a semicolon' : 'element'}`
        return `${fault.name}( takes ${fault.repeats ? 'at least ' : ''}${expected}, for instance ${fault.example}; there are ${fault.found}.`
      }
      case 'input':
        return `In ${fault.name}(, ${wrongInput(fault.wrong, fault.said)}. For instance ${fault.example}.`
      case 'bracket-open':
        return `A closing bracket is missing after “${fault.said}”.`
      case 'bracket-closed':
        return 'This closing bracket is one too many.'
      case 'comma':
        return 'Separate the elements with a semicolon; the comma is that of numbers, with no space around it.'
      case 'percent':
        return 'The sign % is not written: PART(numerator ; denominator) gives a percentage already.'
      case 'character':
        return `The character “${fault.said}” means nothing in a formula.`
      case 'digits':
        return `A number has ${fault.whole} digits at most before the comma and ${fault.decimals} after.`
      case 'no-opening':
        return `An opening parenthesis is missing after ${fault.word}.`
      case 'no-function':
        return `“${fault.word}” is no function. The functions are ${functionNames.join(', ')}.`
      case 'not-understood':
        return `“${fault.word}” is not understood. Write the code of an indicator between brackets, for instance [E07].`
      case 'no-code':
        return 'A code is missing between the brackets, for instance [E07].'
      case 'long-code':
        return `A code has ${fault.most} characters at most.`
      case 'more-than-shift':
        return 'Between brackets, write a code and at most one shift, for instance [E07 ; -1].'
      case 'shift':
        return `After the semicolon, write how many periods to go back, from -1 to -${fault.most}.`
      case 'no-value':
        return `A value is missing ${fault.after === null ? 'at the beginning' : `after “${fault.after}”`}${fault.before === null ? '' : `, before “${fault.before}”`}.`
      case 'no-closing':
        return `A closing parenthesis is missing after ${fault.open}${fault.before === null ? '' : `, before “${fault.before}”`}.`
      case 'closed-twice':
        return 'This closing parenthesis is one too many.'
      case 'separator-outside':
        return 'The semicolon serves only inside a function.'
      case 'no-sign':
        return `A sign (+, -, *, /) or a semicolon is missing between “${fault.after}” and “${fault.before}”.`
      case 'second-comparison':
        return `A comparison does not follow another: “${fault.sign}” is one too many. Join them with ET( or OU(.`
    }
  },
  reasons: {
    'not-published': 'not published',
    'below-threshold': 'too few people to be shown',
    'not-applicable': 'does not apply',
    'not-entered': 'not entered',
    'to-confirm': 'to be confirmed',
    'no-denominator': 'the denominator is zero',
    'no-sections': 'no section to add up',
    'out-of-range': 'a number too large to be computed',
  },
  percent: (number) => `${number}%`,
  typed: (number) => number.replace(',', '.'),
  separator: '; ',
  unknown: (causes) => `Unknown result: ${causes}.`,
  absent: (what, why) => `${what}: ${why}`,
  missing: (why) => `unknown, ${why}`,
  before: (periods) => (periods === 1 ? 'the period before' : `${periods} periods before`),
  chosen: (value, condition, isTrue) => `${value}, ${isTrue ? 'since' : 'for want of'} ${condition}`,
  instead: (value, absent) => `${value}, in place of ${absent}`,
  not: (condition) => `not (${condition})`,
  and: ' and ',
  or: ' or ',
  rounded: (value) => `rounded from ${value}`,
  least: (values) => `the smallest of ${values}`,
  most: (values) => `the largest of ${values}`,
  mean: (values) => `the mean of ${values}`,
}

/** What is said of formulas, in the reader's language. */
export const textsIn = (language: Language): FormulaTexts => (language === 'fr' ? fr : en)
