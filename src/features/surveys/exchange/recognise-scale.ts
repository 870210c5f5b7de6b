import { answeringWords } from '../questionnaire/answering-words.ts'
import { scales } from '../questionnaire/scales.ts'
import type { DraftOption } from './draft.ts'

/** Longer than any word of a scale. */
const longestLevel = 100

const plain = (text: string): string =>
  text
    .slice(0, longestLevel)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’ʼ]/g, "'")
    .replace(/\((e|es|s|e\(s\))\)|[·.](e|es)\b/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^[-–. ]+|[.:; ]+$/g, '')
    .replace(/ ([')])/g, '$1')
    .trim()

const doubts = new Set(['ne sais pas', 'nsp', 'ne se prononce pas', 'sans opinion', 'sans avis', "don't know", 'dont know', 'no opinion'])

function isDoubt(option: DraftOption): boolean {
  return [...option.words].some(([tag, text]) => doubts.has(plain(text)) || plain(text) === plain(answeringWords(tag, 'staff').dontKnow))
}

/** Our scale that has these very words, in one of the file's languages, from either end; with the level of each option by its code. */
export function recogniseScale(options: readonly DraftOption[]): { scale: string; levels: ReadonlyMap<string, string> } | null {
  const asked = options.filter((option) => !isDoubt(option))
  if (options.length - asked.length > 1) return null
  const tags = new Set(asked.flatMap((option) => [...option.words.keys()]))
  for (const { code, levels } of scales) {
    if (levels.length !== asked.length) continue
    for (const tag of tags) {
      const told = asked.map((option) => plain(option.words.get(tag) ?? ''))
      const known = levels.map((level) => plain(level[tag] ?? level[tag.split('-')[0] ?? ''] ?? ''))
      if (known.includes('')) continue
      const upwards = told.every((text, index) => text === known[index])
      const downwards = told.every((text, index) => text === known[known.length - 1 - index])
      if (upwards || downwards) {
        return { scale: code, levels: new Map(asked.map((option, index) => [option.code, String(upwards ? index + 1 : levels.length - index)])) }
      }
    }
  }
  return null
}
