/** Of the job that reads the words of a file; commands enqueue it. */
export const readTextJobName = 'read_evidence'
