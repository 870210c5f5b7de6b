import { ensureInstalled } from './install.mjs'
import { runServer } from './hand-over.mjs'

ensureInstalled({ development: false })
runServer(['src/main.ts', ...process.argv.slice(2)])
