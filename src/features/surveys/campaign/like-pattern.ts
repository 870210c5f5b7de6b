/** Typed words as a pattern for « ilike », in their order, anything between them; '' where nothing was typed. */
export function likePattern(words: string): string {
  const parts = words.split(/\s+/).filter((word) => word !== '')
  return parts.length === 0 ? '' : `%${parts.map((word) => word.replace(/[\\%_]/g, '\\$&')).join('%')}%`
}
