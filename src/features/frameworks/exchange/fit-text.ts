/** Cuts a text that is too long where a sentence ends, or else a word; the rest is what no longer fits. */
export function fitText(text: string, longest: number): { fits: string; rest: string } {
  if (text.length <= longest) return { fits: text, rest: '' }
  const head = text.slice(0, longest)
  const sentence = Math.max(...[...head.matchAll(/[.!?…]\s/g)].map((match) => match.index + 1), head.indexOf('\n\n'))
  if (sentence >= longest / 3) return { fits: text.slice(0, sentence).trim(), rest: text.slice(sentence).trim() }
  const word = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\n'))
  const end = word >= longest / 2 ? word : longest - 1
  const fits = head
    .slice(0, Math.min(end, longest - 1))
    .toWellFormed()
    .replace(/\uFFFD$/, '')
    .trimEnd()
  return { fits: `${fits}…`, rest: text.slice(end).trim() }
}

/** On one line, at most so long. */
export const fitLine = (text: string, longest: number): string => fitText(text.replace(/\s+/g, ' ').trim(), longest).fits
