import { Worker } from 'node:worker_threads'
import type { DocumentModel } from './document.ts'
import type { Layout } from './pdf-compile.ts'
import { pdfData } from './pdf-data.ts'
import type { PdfAnswer, PdfRequest } from './pdf-worker.ts'

/** A document that takes longer than this is refused, so that one reader cannot hold the others. */
const timeLimit = 20_000
/** The worker holds some 80 MB of fonts and caches, so it leaves when nobody prints. */
const idleLimit = 60_000

export class PdfTookTooLong extends Error {}

type Job = { request: PdfRequest; resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void }

const waiting: Job[] = []
let worker: Worker | null = null
let current: Job | null = null
let timer: NodeJS.Timeout | undefined

/**
 * A tagged PDF (PDF/UA-1) of the document. One document is drawn at a time, in a worker thread.
 * 'one-page' shrinks its text down to 8 points to hold on one A4 page; a longer content runs on to a second page.
 * Throws PdfTookTooLong after 20 seconds of drawing.
 */
export function writePdf(model: DocumentModel, layout: Layout): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    waiting.push({ request: { data: pdfData(model), layout }, resolve, reject })
    startNext()
  })
}

function startNext(): void {
  if (current) return
  clearTimeout(timer)
  current = waiting.shift() ?? null
  if (!current) {
    timer = setTimeout(stopWorker, idleLimit).unref()
    worker?.unref()
    return
  }
  worker ??= openWorker()
  worker.ref()
  worker.postMessage(current.request)
  timer = setTimeout(() => fail(new PdfTookTooLong('The document took too long to draw.')), timeLimit)
}

function openWorker(): Worker {
  const opened = new Worker(new URL('./pdf-worker.ts', import.meta.url))
  opened.on('message', (answer: PdfAnswer) => {
    const job = current
    current = null
    if ('pdf' in answer) job?.resolve(answer.pdf)
    else job?.reject(new Error(answer.failure))
    startNext()
  })
  opened.on('error', (error) => {
    if (worker === opened) fail(error)
  })
  return opened
}

function fail(error: Error): void {
  stopWorker()
  current?.reject(error)
  current = null
  startNext()
}

function stopWorker(): void {
  void worker?.terminate()
  worker = null
}
