/** Upper case, without accents, ligatures, punctuation or double spaces: what two spellings of one name have in common. */
export function fold(text: string): string {
  return text
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
}

/** `fold` for names of places, where SAINT is also written ST and HAUTE is also written HTE. */
export function foldPlace(text: string): string {
  return fold(text)
    .replace(/\bST\b/g, 'SAINT')
    .replace(/\bSTE\b/g, 'SAINTE')
    .replace(/\bHTE\b/g, 'HAUTE')
}
