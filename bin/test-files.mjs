import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

// A file that leaves something open never ends by itself.
const longestFileMs = 420_000
/** A journey clicks through a whole job in a real browser. */
const longestJourneyMs = 480_000

/** Runs each file in a process of its own, a few at a time: one that breaks or never ends spoils nothing but itself. Returns the totals. */
export async function runTestFiles(paths, { node, env, concurrency }) {
  const folder = mkdtempSync(join(tmpdir(), 'qualeduc-totals-'))
  const totals = { passed: 0, failed: 0, skipped: 0 }
  const left = [...paths.entries()]
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [index, path] = next
      const found = await runTestFile(path, join(folder, `${index}.json`), node, env)
      for (const key of Object.keys(totals)) totals[key] += found[key]
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  rmSync(folder, { recursive: true, force: true })
  return totals
}

async function runTestFile(path, totalsFile, node, env) {
  const start = performance.now()
  const longest = path.startsWith('e2e') ? longestJourneyMs : longestFileMs
  const args = [`--test-timeout=${longest - 30_000}`, '--test-reporter=./bin/test-reporter.mjs', path]
  const child = spawn(node, args, { env: { ...env, TEST_TOTALS: totalsFile }, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text))
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    child.kill('SIGKILL')
  }, longest)
  const closed = once(child, 'close')
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearTimeout(timer)
  // What was said last may still be on its way; but a program that a test left running may hold the other end.
  await Promise.race([closed, wait(2000, null, { ref: false })])
  for (const stream of [child.stdout, child.stderr]) stream.destroy()
  const totals = readTotals(totalsFile)
  if (code !== 0 && totals.failed === 0) totals.failed = 1
  if (isLate) said += `  Ce fichier n’a pas fini en ${longest / 1000} secondes : quelque chose y reste ouvert.\n`
  const count = totals.passed + totals.failed + totals.skipped
  process.stdout.write(`${totals.failed === 0 ? '✔' : '✖'} ${path} (${count}, ${Math.round(performance.now() - start)} ms)\n${said}`)
  return totals
}

function readTotals(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}
