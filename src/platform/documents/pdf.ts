import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { DocumentModel } from './document.ts'
import type { Layout } from './pdf-compile.ts'
import { pdfData } from './pdf-data.ts'
import type { PdfAnswer, PdfRequest } from './pdf-process.ts'

/** In characters of data, some seven hundred pages; beyond, the drawing would take the machine's memory. */
const sizeLimit = 1_500_000
/** A document that takes longer than this is given up, so that one reader cannot hold the others. */
const timeLimit = 20_000
/** The drawing process holds some 200 MB of fonts and caches, so it leaves when nobody prints. */
const idleLimit = 30_000

export class PdfTooLong extends Error {}

type Job = { request: PdfRequest; resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void }

const waiting: Job[] = []
let drawer: ChildProcess | null = null
let current: Job | null = null
let timer: NodeJS.Timeout | undefined

/**
 * A tagged PDF (PDF/UA-1) of the document. One document is drawn at a time, in a process of its own.
 * 'one-page' shrinks its text down to 8 points to hold on one A4 page; a longer content runs on to a second page.
 * Rejects with PdfTooLong past some seven hundred pages or 20 seconds of drawing.
 */
export const writePdf = (model: DocumentModel, layout: 'report' | 'one-page'): Promise<Uint8Array> => drawPdf(pdfData(model), layout)

/** The same for a template with data of its own, in JSON. */
export function drawPdf(data: string, layout: Layout): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (data.length > sizeLimit) throw new PdfTooLong('The document is too long to draw.')
    waiting.push({ request: { data, layout }, resolve, reject })
    startNext()
  })
}

function startNext(): void {
  if (current) return
  clearTimeout(timer)
  current = waiting.shift() ?? null
  drawer ??= current ? openDrawer() : null
  if (!current) {
    rest()
    return
  }
  drawer?.ref()
  drawer?.channel?.ref()
  drawer?.send(current.request)
  timer = setTimeout(() => fail(new PdfTooLong('The document took too long to draw.')), timeLimit)
}

function rest(): void {
  drawer?.unref()
  drawer?.channel?.unref()
  timer = setTimeout(stopDrawer, idleLimit).unref()
}

/** A process and not a thread: only a process can be stopped in the middle of a drawing. It is given no secret of ours. */
function openDrawer(): ChildProcess {
  const opened = fork(join(import.meta.dirname, 'pdf-process.ts'), {
    env: {},
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  opened.on('message', (answer: PdfAnswer) => {
    if (drawer !== opened) return
    const job = current
    current = null
    if ('pdf' in answer) job?.resolve(answer.pdf)
    else job?.reject(new Error(answer.failure))
    startNext()
  })
  opened.on('error', (error) => onEnd(opened, error))
  opened.on('exit', (code, signal) => onEnd(opened, new Error(`The drawing process ended (${signal ?? code}).`)))
  return opened
}

function onEnd(ended: ChildProcess, error: Error): void {
  if (drawer === ended) fail(error)
}

function fail(error: Error): void {
  stopDrawer()
  current?.reject(error)
  current = null
  startNext()
}

function stopDrawer(): void {
  const stopped = drawer
  drawer = null
  stopped?.kill('SIGKILL')
}
