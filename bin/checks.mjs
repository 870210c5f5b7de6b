import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, withNodeFirst } from './node24.mjs'

/** What is checked without running the product. */
export const checks = [
  { name: 'types (tsc)', package: 'typescript', command: 'tsc', args: ['--noEmit'] },
  { name: 'lint (oxlint)', package: 'oxlint', command: 'oxlint', args: ['--deny-warnings'] },
  { name: 'format (oxfmt)', package: 'oxfmt', command: 'oxfmt', args: ['--check'] },
]

/** Says whether the check passed, and shows what it found if not. */
export function runCheck({ name, package: packageName, command, args }, node) {
  const start = performance.now()
  const folder = join(root, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = join(folder, typeof bin === 'string' ? bin : bin[command])
  const { status, stdout, stderr } = spawnSync(node, [file, ...args], {
    cwd: root,
    env: { ...withNodeFirst(node), NO_COLOR: '1' },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  const passed = status === 0
  process.stdout.write(`${passed ? '✔' : '✖'} ${name} (${Math.round(performance.now() - start)} ms)\n`)
  if (!passed) process.stdout.write(`${stdout}${stderr}\n`)
  return passed
}
