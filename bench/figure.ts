export interface Figure {
  bench: string
  figure: string
  value: number
  unit: string
  /** What is promised: value must be at most (or at least) this. */
  target: { most?: number; least?: number }
}

/** Prints one JSON line for a figure; returns whether the promise is kept. */
export function report({ bench, figure, value, unit, target }: Figure): boolean {
  const ok = (target.most === undefined || value <= target.most) && (target.least === undefined || value >= target.least)
  const said = target.most !== undefined ? `<= ${target.most}` : target.least !== undefined ? `>= ${target.least}` : null
  process.stdout.write(`${JSON.stringify({ bench, figure, value: Math.round(value * 100) / 100, unit, target: said, ok })}\n`)
  return ok
}

/** The value under which a share of the measures lies: percentile(times, 0.95). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
