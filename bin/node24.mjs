import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Ends with a sentence for the person at the terminal. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const [major, minor] = process.versions.node.split('.').map(Number)
const isRecent = major > 24 || (major === 24 && minor >= 8)

/** Does a package bring Node 24 to this machine? */
export const bringsNode24 = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch)

export const packagedNode = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')

/** Refuses early, before anything is installed, where there is no Node 24 to hand over to. */
export function requireUsableNode() {
  if (major < 20) giveUp(`Il faut Node 20 ou plus récent pour démarrer ; cette machine a Node ${process.versions.node}.`)
  if (!isRecent && !bringsNode24) giveUp('Il faut Node 24 sur cette machine. Installez-le (nodejs.org), puis relancez.')
}

/** The path of a Node 24, ours or the machine's. */
export function findNode24() {
  if (isRecent) return process.execPath
  const works = existsSync(packagedNode) && spawnSync(packagedNode, ['--version'], { stdio: 'ignore' }).status === 0
  if (!works) giveUp('Il faut Node 24, et celui qui vient avec Qualéduc ne marche pas sur cette machine. Installez Node 24 (nodejs.org), puis relancez.')
  return packagedNode
}

/** The environment in which a bare `node` is this one. */
export const withNodeFirst = (node, env = process.env) => ({
  ...env,
  PATH: [dirname(node), env.PATH].filter(Boolean).join(delimiter),
  // Compiled code is kept between starts: half the memory and most of the time of a start went into reading TypeScript again.
  NODE_COMPILE_CACHE: env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'compiled'),
})

// Node says that running TypeScript is recent at each start; the tests tell us if it changes.
export const quiet = '--disable-warning=ExperimentalWarning'

/** Of the long-lived site: bounded generations keep it under 250 MB; an old one that starts larger is swept three times less often. */
export const serverFlags = JSON.parse(readFileSync(join(root, 'bin', 'server-flags.json'), 'utf8'))
