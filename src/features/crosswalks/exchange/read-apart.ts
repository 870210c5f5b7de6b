import { Worker } from 'node:worker_threads'
import type { KnownVersion } from './known-versions.ts'
import { largestExchangeFile } from '../../frameworks/exchange/refusal.ts'
import type { ReadResult } from './reading.ts'

export interface ReadingTask {
  fileName: string
  bytes: Uint8Array
  known: readonly KnownVersion[]
}

/** What hostile files are made for is refused long before, by counting; this is for those that nobody has thought of. */
export const longestReadingMs = 10_000

const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 }

/** Reads a file in a thread of its own, with an end to its time and its memory: the site goes on answering meanwhile. */
export async function readApart(task: ReadingTask, longestMs = longestReadingMs): Promise<ReadResult> {
  if (task.bytes.length > largestExchangeFile) return { refusal: { kind: 'too-large' } }
  const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { workerData: task, resourceLimits })
  try {
    return await answerOf(worker, longestMs)
  } finally {
    await worker.terminate()
  }
}

function answerOf(worker: Worker, longestMs: number): Promise<ReadResult> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => resolve({ refusal: { kind: 'took-too-long' } }), longestMs)
    const settle = (act: () => void): void => {
      clearTimeout(late)
      act()
    }
    worker.once('message', (result: ReadResult) => settle(() => resolve(result)))
    worker.once('error', (error: Error & { code?: string }) =>
      settle(() => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ refusal: { kind: 'took-too-long' } }) : reject(error))),
    )
  })
}
