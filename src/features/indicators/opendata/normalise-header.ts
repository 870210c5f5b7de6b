/** One spelling for every spelling of a title: `Taux d’accès 6eme\n3eme ` and `taux_d_acces_6eme_3eme` are the same. */
export function normaliseHeader(title: string): string {
  return title
    .replace(/œ/gi, 'oe')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
}

/** A title as a person reads it: in one line. */
export function writeTitle(title: string): string {
  return title.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim()
}

/**
 * Titles of a table with two header rows. A cell that spans several columns leaves the following ones empty in files:
 * it is taken for them where the second row says something. The two parts stay apart, for the columns to be found by either.
 */
export function joinHeaderRows(upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length)
  let group = ''
  return Array.from({ length: width }, (_, position) => {
    const above = writeTitle(upper[position] ?? '')
    const below = writeTitle(lower[position] ?? '')
    if (above !== '') group = above
    if (below === '') {
      if (above === '') group = ''
      return above
    }
    return group === '' ? below : `${group}${headerSeparator}${below}`
  })
}

const headerSeparator = ' › '

/** Every name under which a column may be known, the most precise first. */
export function headerNames(title: string): string[] {
  const [above = '', below] = title.split(headerSeparator)
  if (below === undefined) return [normaliseHeader(above)]
  const lower = normaliseHeader(below)
  const names = [normaliseHeader(`${above} ${below}`), lower]
  return lower === 'taux' ? [...names.slice(0, 1), normaliseHeader(above), lower] : names
}
