import { hash } from 'node:crypto'
import type { Observation, RefusedRow, Warning } from './observation.ts'
import type { RowReading } from './read-row.ts'
import { fr } from './texts.fr.ts'

export interface Account {
  /** Rows of figures in the file: `loaded` and `refused` together. */
  counts: { rows: number; loaded: number; refused: number }
  /** Figures told, missing ones included. */
  observations: number
  periods: readonly string[]
  refused: readonly RefusedRow[]
  warnings: readonly Warning[]
  /** Beyond the limit, counted and not kept. */
  furtherRefused: number
  furtherWarnings: number
}

export interface Ledger {
  /** The figures to keep of this row: none when it is refused or says again what another said. */
  enter(line: number, reading: RowReading): readonly Observation[]
  warn(warning: Warning): void
  rows(): number
  close(): Account
}

/** A list that stops growing, and counts what it no longer keeps. */
function openFindings<Finding>(most: number): { kept: Finding[]; add(finding: Finding): void; further(): number } {
  const kept: Finding[] = []
  let further = 0
  return {
    kept,
    add(finding) {
      if (kept.length < most) kept.push(finding)
      else further += 1
    },
    further: () => further,
  }
}

/** Keeps the account of rows, and knows which keys have been told: 48 characters for each row, not the row. */
export function openLedger(mostFindings: number): Ledger {
  const known = new Map<string, { line: number; figures: string }>()
  const periods = new Set<string>()
  const refused = openFindings<RefusedRow>(mostFindings)
  const warnings = openFindings<Warning>(mostFindings)
  const counts = { rows: 0, loaded: 0, refused: 0 }
  let observations = 0
  const refuse = (refusal: RefusedRow): readonly Observation[] => {
    counts.refused += 1
    refused.add(refusal)
    return []
  }
  return {
    enter(line, reading) {
      counts.rows += 1
      if (!reading.ok) return refuse(reading.refusal)
      const [key, figures] = [digest(reading.key), digest(writeFigures(reading.observations))]
      const first = known.get(key)
      const [value = ''] = reading.key.split('\n')
      if (first !== undefined && first.figures !== figures) return refuse({ line, column: 'UAI', value, reason: fr.row.otherFigures(first.line) })
      counts.loaded += 1
      if (reading.warning !== null) warnings.add(reading.warning)
      if (first !== undefined) {
        warnings.add({ line, column: 'UAI', value, sentence: fr.row.sameFigures(first.line) })
        return []
      }
      known.set(key, { line, figures })
      observations += reading.observations.length
      for (const { period } of reading.observations.slice(0, 1)) periods.add(period)
      return reading.observations
    },
    warn: warnings.add,
    rows: () => counts.rows,
    close: () => closeAccount({ counts, observations, periods: [...periods].toSorted() }, refused, warnings),
  }
}

type Findings<Finding> = ReturnType<typeof openFindings<Finding>>

function closeAccount(figures: Pick<Account, 'counts' | 'observations' | 'periods'>, refused: Findings<RefusedRow>, warnings: Findings<Warning>): Account {
  return { ...figures, refused: refused.kept, furtherRefused: refused.further(), warnings: warnings.kept, furtherWarnings: warnings.further() }
}

function writeFigures(observations: readonly Observation[]): string {
  return observations.map(({ measure, series, track, value, missing }) => [measure, series, track, value, missing].join('\t')).join('\n')
}

function digest(text: string): string {
  return hash('sha1', text, 'base64url').slice(0, 24)
}
