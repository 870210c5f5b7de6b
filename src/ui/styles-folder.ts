import { fileURLToPath } from 'node:url'

/** Where the sources of the style sheet are. */
export const stylesFolder = fileURLToPath(new URL('styles/', import.meta.url))
