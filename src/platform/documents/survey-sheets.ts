import { cleanText, mapTexts } from './clean-text.ts'
import { drawPdf } from './pdf.ts'

/** Sentences in one language, as they are printed. */
export interface PrintedWords {
  tag: string
  rtl: boolean
  lines: string[]
}

export interface SlipsModel {
  title: string
  how: string
  address: string
  until: string
  qrAlt: string
  languages: PrintedWords[]
  /** `qr`: an SVG drawing. */
  slips: { place: string; code: string; qr: string }[]
}

export interface PosterModel {
  title: string
  school: string
  purpose: string
  address: string
  code: string
  until: string
  qr: string
  qrAlt: string
  languages: PrintedWords[]
}

export interface RepliesPosterModel {
  title: string
  school: string
  survey: string
  said: string
  replies: { said: string; kind: 'done' | 'planned' | 'no'; kindWords: string; done: string }[]
  /** Beside the square; with it, empty where there is no page to lead to. */
  link: string
  qr: string
  qrAlt: string
}

export interface PaperFormModel {
  tag: string
  rtl: boolean
  title: string
  school: string
  intro: string[]
  sentences: string[]
  sections: { title: string; questions: PaperQuestion[] }[]
}

export interface PaperQuestion {
  number: number
  words: string
  hint: string
  options: string[]
  /** Whether the place of each answer is printed beside its box. */
  numbered: boolean
  columns: number
  /** Empty lines to write on. */
  lines: number
}

const data = <T extends object>(model: T): string => JSON.stringify(mapTexts(model, cleanText))

/** Eight slips to an A4 page, to be cut out. */
export const writeSlips = (model: SlipsModel): Promise<Uint8Array> => drawPdf(data(model), 'slips')

/** One A4 page for a wall. */
export const writePoster = (model: PosterModel): Promise<Uint8Array> => drawPdf(data(model), 'poster')

/** What people said and what came of it, one A4 page for a wall. */
export const writeRepliesPoster = (model: RepliesPosterModel): Promise<Uint8Array> => drawPdf(data(model), 'replies-poster')

/** A questionnaire to be filled with a pen. */
export const writePaperForm = (model: PaperFormModel): Promise<Uint8Array> => drawPdf(data(model), 'paper-form')
