/** Longest formula once in its canonical form: beyond, nobody can check it by reading. */
export const longestFormula = 500
/** Longest text we look at: spaces and line breaks may double a formula, more is not a formula. */
export const longestTyped = 1000
/** Parentheses inside parentheses: the parser calls itself for each, and its stack is not endless. */
export const deepestNesting = 20
/** Numbers, references, operations and functions: bounds the work of one computation. */
export const mostNodes = 60
/** References written: each one is a value to fetch. */
export const mostReferences = 30
/** Periods added up, or gone back: schools keep twelve years at most. */
export const mostPeriods = 12
/** Longest code between brackets, as in indicators/schema.json. */
export const longestCode = 40
/** With nine digits and six decimals, a number keeps all its digits and is never written with an exponent. */
export const mostWholeDigits = 9
export const mostDecimals = 6
/** Digits that two numbers must share to be equal: 0,1 + 0,2 is 0,3 for a reader. */
export const comparedDigits = 12
