import { largestFile } from '../file-type.ts'

/** Files taken in one sending: what a person can still describe on one page. */
export const mostFiles = 20

/** Bytes taken in one sending, all files together. */
export const largestSending = 2 * largestFile

/** Bytes by which a sending may be over the limit and still arrive whole, so that the refusal gives back what was typed with it. */
export const slack = 15 * 1024 * 1024

export const bodyLimit = largestSending + slack
