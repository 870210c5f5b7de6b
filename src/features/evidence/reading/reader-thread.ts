import { parentPort, workerData } from 'node:worker_threads'
import { readWords } from './read-words.ts'

parentPort?.postMessage(await readWords(workerData.type, workerData.bytes))
