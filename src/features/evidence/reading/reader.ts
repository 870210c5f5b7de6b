import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { ReadRequest } from './reader-process.ts'
import { unreadable } from './read-words.ts'
import type { ReadType, Words } from './read-words.ts'

/** Milliseconds after which a file that is still being read is given up: some loops never end. */
const timeLimit = 30_000

let last: Promise<unknown> = Promise.resolve()

/**
 * The words of a file, read by a process of its own that may fall over a hostile one without anybody noticing; one file at a time. It is
 * given nothing but the bytes, and it is stopped past 30 seconds or some 400 MB.
 */
export function readApart(type: ReadType, bytes: Uint8Array, limit = timeLimit): Promise<Words> {
  const read = last.then(() => readOnce({ type, bytes }, limit))
  last = read.catch(() => {})
  return read
}

function readOnce(request: ReadRequest, limit: number): Promise<Words> {
  return new Promise((resolve, reject) => {
    const reader = fork(join(import.meta.dirname, 'reader-process.ts'), {
      env: {},
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const end = (words: Words): void => {
      clearTimeout(timer)
      reader.kill('SIGKILL')
      resolve(words)
    }
    const timer = setTimeout(() => end(unreadable), limit)
    reader.once('message', (words: Words) => end(words))
    reader.once('exit', () => end(unreadable))
    reader.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    reader.send(request)
  })
}
