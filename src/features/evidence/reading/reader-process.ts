import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ReadType, Words } from './read-words.ts'

export interface ReadRequest {
  type: ReadType
  bytes: Uint8Array
}

/** Memory of the whole process, in bytes, beyond which the file is given up. Buffers count in it, which no limit of a thread does. */
const memoryLimit = 420 * 1024 * 1024
/** Of the thread's own objects, in megabytes. */
const objectsLimit = 256
const watchEvery = 20

process.on('message', (request: ReadRequest) => {
  const thread = new Worker(join(import.meta.dirname, 'reader-thread.ts'), {
    workerData: request,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: objectsLimit, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  })
  thread.on('message', (words: Words) => process.send?.(words))
  thread.on('error', () => process.exit(1))
})

// The thread does the reading, so that this one is always free to watch over it.
setInterval(() => {
  if (process.memoryUsage.rss() > memoryLimit) process.exit(1)
}, watchEvery)
