/** A proportion and its interval, all three in one unit (shares from 0 to 1, or points of a hundred). */
export interface Estimate {
  middle: number
  low: number
  high: number
}

/** `one` less `other`, in their unit, with the 95 % interval of that difference from their two Wilson intervals (Newcombe 1998, method 10). */
export function differenceOf(one: Estimate, other: Estimate): Estimate {
  const middle = one.middle - other.middle
  return {
    middle,
    low: middle - Math.hypot(one.middle - one.low, other.high - other.middle),
    high: middle + Math.hypot(one.high - one.middle, other.middle - other.low),
  }
}
