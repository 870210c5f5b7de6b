import { checks, runCheck } from './checks.mjs'
import { runCommand } from './hand-over.mjs'
import { ensureInstalled } from './install.mjs'
import { findNode24, giveUp } from './node24.mjs'

// run.mjs --check, or run.mjs SCRIPT ARGUMENTS.
const [what, ...rest] = process.argv.slice(2)
if (!what) giveUp('Usage : node bin/run.mjs --check, ou node bin/run.mjs FICHIER.ts [arguments]')
ensureInstalled({ development: what === '--check' })
if (what !== '--check') {
  runCommand([what, ...rest])
} else {
  const node = findNode24()
  const results = checks.map((check) => runCheck(check, node))
  process.exit(results.every(Boolean) ? 0 : 1)
}
