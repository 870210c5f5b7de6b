/** Days before the end of validity from which a proof is said to end soon, and its leaders are told: the time of one meeting of the team. */
export const recallDays = 30

export interface Dated {
  /** 'YYYY-MM-DD'; the last day on which it holds, null when it does not end. */
  validUntil: string | null
  /** 'YYYY-MM-DD'; chosen by the school. */
  remindOn: string | null
}

export type Validity = 'holds' | 'ending' | 'expired'

/** A proof that reached its chosen day is to be looked at again, whether or not it has an end. */
export function validityOf(dated: Dated, today: string): Validity {
  if (dated.validUntil !== null && dated.validUntil < today) return 'expired'
  const day = recallDayOf(dated)
  return day !== null && day <= today ? 'ending' : 'holds'
}

/** The day on which it is recalled: the chosen one, otherwise `recallDays` before the end; null when there is neither. */
export function recallDayOf({ validUntil, remindOn }: Dated): string | null {
  if (remindOn !== null) return remindOn
  return validUntil === null ? null : daysBefore(validUntil, recallDays)
}

function daysBefore(day: string, days: number): string {
  const moment = new Date(`${day}T00:00:00Z`)
  moment.setUTCDate(moment.getUTCDate() - days)
  return moment.toISOString().slice(0, 10)
}

export type DatesFault = 'ends-before' | 'recalled-after'

/** Dates that contradict each other: an end before the day of the document, a recall after the end. */
export function datesFault(dates: Dated & { effectiveOn: string | null }): DatesFault | null {
  const { effectiveOn, validUntil, remindOn } = dates
  if (effectiveOn !== null && validUntil !== null && validUntil < effectiveOn) return 'ends-before'
  return remindOn !== null && validUntil !== null && remindOn > validUntil ? 'recalled-after' : null
}
