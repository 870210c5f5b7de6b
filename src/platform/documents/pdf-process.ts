import { compilePdf, type Layout } from './pdf-compile.ts'

export type PdfRequest = { data: string; layout: Layout }
export type PdfAnswer = { pdf: Uint8Array } | { failure: string }

process.on('message', ({ data, layout }: PdfRequest) => {
  process.send?.(answer(data, layout))
})

function answer(data: string, layout: Layout): PdfAnswer {
  try {
    return { pdf: compilePdf(data, layout) }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}
