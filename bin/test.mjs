import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { checks, runCheck } from './checks.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { findNode24, quiet, root, withNodeFirst } from './node24.mjs'
import { runTestFiles } from './test-files.mjs'

ensureInstalled({ development: true })
const node = findNode24()
const env = { ...withNodeFirst(node), NODE_OPTIONS: [process.env.NODE_OPTIONS, quiet].filter(Boolean).join(' ') }
const totals = { passed: 0, failed: 0, skipped: 0 }
process.chdir(root)

const asked = process.argv.slice(2).map((file) => relative(root, resolve(process.env.INIT_CWD ?? root, file)))
// A folder stands for the tests in it.
const files =
  asked.length > 0
    ? asked.flatMap((path) => (existsSync(path) && statSync(path).isDirectory() ? testsUnder(path) : [path]))
    : ['src', 'browser', 'test', 'e2e'].flatMap(testsUnder)
const journeys = files.filter((file) => file.startsWith('e2e'))
const others = files.filter((file) => !journeys.includes(file))

const database = startDatabase()
if (asked.length === 0) for (const check of checks) count(runCheck(check, node))
const addresses = await database.addresses
if (!addresses) count(false)
else {
  Object.assign(env, addresses)
  if (others.length > 0) await runTests(others, 2)
  const chromium = journeys.length > 0 ? ensureChromium() : null
  if (chromium) await runTests(journeys, 1, { CHROMIUM_PATH: chromium })
  else if (journeys.length > 0) count(false)
}
await database.stop()
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''}\n`)
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1)

function count(passed) {
  totals[passed ? 'passed' : 'failed'] += 1
}

function testsUnder(folder) {
  if (!existsSync(folder)) return []
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return all
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(folder, file))
    .sort()
}

/** One PostgreSQL for the whole run. It stops when its input closes, so also if this process is killed. */
function startDatabase() {
  const child = spawn(node, ['test/hold-database.ts'], { env, stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const line = once(createInterface({ input: child.stdout }), 'line').then(([text]) => JSON.parse(text))
  const stop = async () => {
    child.stdin.end()
    await ended
  }
  return { addresses: Promise.race([line, ended.then(() => null)]), stop }
}

async function runTests(paths, concurrency, more = {}) {
  const found = await runTestFiles(paths, { node, env: { ...env, ...more }, concurrency })
  for (const key of Object.keys(totals)) totals[key] += found[key]
}
