/** The four quarters of the wheel, in the order of the cycle. */
export const phases = ['plan', 'do', 'check', 'act'] as const
export type Phase = (typeof phases)[number]

/** How full a quarter is. */
export type QuarterState = 'empty' | 'partial' | 'full'
