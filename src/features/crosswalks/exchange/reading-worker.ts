import { parentPort, workerData } from 'node:worker_threads'
import { readExchangeFile } from './read-file.ts'
import type { ReadingTask } from './read-apart.ts'

const { fileName, bytes, known } = workerData as ReadingTask
parentPort?.postMessage(readExchangeFile(fileName, bytes, known))
