import { parentPort } from 'node:worker_threads'
import { compilePdf, type Layout } from './pdf-compile.ts'

export type PdfRequest = { data: string; layout: Layout }
export type PdfAnswer = { pdf: Uint8Array } | { failure: string }

parentPort?.on('message', ({ data, layout }: PdfRequest) => {
  parentPort?.postMessage(answer(data, layout))
})

function answer(data: string, layout: Layout): PdfAnswer {
  try {
    return { pdf: compilePdf(data, layout) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}
