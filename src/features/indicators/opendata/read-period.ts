const oldest = 1990
const newest = 2100

/**
 * Reads `2024`, `2024.0`, `2018-2019`, `2018_2019`, `2018/19`, `cumul 2023-2024` or `2025-01-01T00:00:00+00:00`, and gives one spelling.
 * The first of January stands for its year: so does the portal write years. Null for anything else.
 */
export function readPeriod(written: string): string | null {
  const text = written
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/[‐‑‒–—]/g, '-')
    .trim()
    .toLowerCase()
  const year = /^(?:session |année |annee |rentrée |rentree )?(\d{4})(?:[.,]0+)?$/.exec(text)
  if (year) return isYear(year[1]) ? (year[1] ?? null) : null
  const years = /^(cumul[ ée]* ?)?(\d{4}) ?[-_/] ?(\d{4}|\d{2})$/.exec(text)
  if (years) return writeYears(years[1] !== undefined, years[2] ?? '', years[3] ?? '')
  return readDate(text)
}

/** The period that a file’s name or title tells, when it tells one only: `inserjeunes-etab-2018_2019-pro.csv`. */
export function findPeriod(text: string): string | null {
  const found = new Set<string>()
  const rest = text.replace(/(?<![0-9])(cumul[ée]?[ _-]*)?(\d{4})[ ]?[-_/][ ]?(\d{4}|\d{2})(?![0-9])/gi, (_, cumulated, first, second) => {
    const period = writeYears(cumulated !== undefined, String(first), String(second))
    if (period !== null) found.add(period)
    return ' '
  })
  if (found.size === 0) {
    // A year after « ap » (à partir de) names a series of files and not the period of the figures.
    for (const [, year] of rest.matchAll(/(?<![0-9a-z])(\d{4})(?![0-9])/gi)) if (isYear(year)) found.add(year ?? '')
  }
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

function writeYears(cumulated: boolean, first: string, second: string): string | null {
  const last = second.length === 2 ? first.slice(0, 2) + second : second
  if (!isYear(first) || Number(last) !== Number(first) + 1) return null
  return `${cumulated ? 'cumul ' : ''}${first}-${last}`
}

function readDate(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[t ](\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?)?$/.exec(text)
  if (match === null || !isYear(match[1])) return null
  const [, year = '', month = '', day = '', hour = '00'] = match
  if (month === '01' && day === '01') return year
  // Midnight in Paris on the first of January, written in universal time.
  if (month === '12' && day === '31' && Number(hour) >= 22) return String(Number(year) + 1)
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`) ? `${year}-${month}-${day}` : null
}

function isYear(text: string | undefined): boolean {
  return text !== undefined && Number(text) >= oldest && Number(text) <= newest
}
