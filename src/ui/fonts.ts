/** A file to serve in the same folder as the style sheet, under `name`, for ever. */
export type FontFile = { name: string; path: string; type: 'font/woff2'; preload: boolean }

export const fonts: readonly FontFile[] = []
