import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findNode24, giveUp, quiet, root, serverFlags, withNodeFirst } from './node24.mjs'

const stopWithParent = pathToFileURL(join(root, 'bin', 'stop-with-parent.mjs')).href

/** Runs a long-lived program with Node 24, and ends as it ends. It gets each signal once, and stops if this process or npm is killed. */
export function runServer(args) {
  const node = findNode24()
  // Ctrl-C reaches every process of the terminal's group, and npm sends it once more: in a group of its own, only we pass it on.
  const options = { cwd: root, env: withNodeFirst(node), stdio: ['inherit', 'inherit', 'inherit', 'ipc'], detached: true }
  const child = spawn(node, [quiet, ...serverFlags, '--import', stopWithParent, ...args], options)
  let last = -Infinity
  const stop = (signal) => {
    if (performance.now() - last < 1000) return
    last = performance.now()
    child.kill(signal)
  }
  process.on('SIGINT', () => stop('SIGINT'))
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => stop('SIGTERM'))
  if (process.env.npm_lifecycle_event) watchNpm(() => stop('SIGTERM'))
  endAs(child)
}

// npm runs us through a shell, which dies of a signal without passing it on, and outlives an npm that was killed.
function watchNpm(stop) {
  const above = findParents()
  const timer = setInterval(() => {
    if (findParents() === above) return
    clearInterval(timer)
    stop()
  }, 500)
}

function findParents() {
  const { ppid } = process
  try {
    const stat = readFileSync(`/proc/${ppid}/stat`, 'utf8')
    return `${ppid} ${stat.slice(stat.lastIndexOf(')')).split(' ')[2]}`
  } catch {
    return String(ppid)
  }
}

/** Runs a command with Node 24 in the same terminal, and ends as it ends. */
export function runCommand(args) {
  const node = findNode24()
  const child = spawn(node, [quiet, ...args], { env: withNodeFirst(node), stdio: 'inherit' })
  // In a terminal the command has had Ctrl-C already.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  endAs(child)
}

function endAs(child) {
  child.on('error', (error) => giveUp(`Node 24 n’a pas pu être lancé : ${error.message}`))
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code))
}
