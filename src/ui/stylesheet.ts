import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileAsync } from 'sass'
import { fonts } from './fonts.ts'
import { stylesFolder } from './styles-folder.ts'

const modules = dirname(dirname(fileURLToPath(import.meta.resolve('govuk-frontend/package.json'))))

/** One of the style sheets. It points to the fonts by `./name`: serve both in the same folder. */
export async function compileStylesheet(name: 'main' | 'survey'): Promise<string> {
  const { css } = await compileAsync(join(stylesFolder, `${name}.scss`), { style: 'compressed', loadPaths: [modules], quietDeps: true })
  const [latin, latinExt] = fonts
  return css.replace('FONT-LATIN-EXT', latinExt?.name ?? '').replace('FONT-LATIN', latin?.name ?? '')
}
