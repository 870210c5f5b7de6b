import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { findNode24, giveUp, packagedNode, requireUsableNode, root, withNodeFirst } from './node24.mjs'

const stampFile = join(root, 'node_modules', '.qualeduc-installed')

/** Installs what package-lock.json asks for and node_modules lacks. `development` adds what tests and checks need. */
export function ensureInstalled({ development }) {
  requireUsableNode()
  const wanted = development || process.env.NODE_ENV !== 'production'
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = `${createHash('sha256').update(lockText).digest('hex')} ${process.platform}-${process.arch}`
  const done = [`${stamp} all`, ...(wanted ? [] : [`${stamp} run`])]
  if (done.includes(readOr(stampFile, ''))) return
  const lock = JSON.parse(lockText)
  requireSameRequests(lock)
  const expected = expectedPackages(lock, wanted)
  if (missing(expected).length > 0) install(expected, wanted)
  try {
    writeFileSync(stampFile, `${stamp} ${wanted ? 'all' : 'run'}`)
  } catch {
    // Another account installed: all is there, and will be compared again at the next start.
  }
}

function install(expected, wanted) {
  process.stdout.write('Installation de ce qui manque. Une à deux minutes…\n')
  runNpm(wanted)
  // An older Node makes npm leave out optional packages without a word: with Node 24 it takes them.
  if (missing(expected).length > 0 && existsSync(packagedNode)) {
    runNpm(wanted, setNodeAside())
    rmSync(asideFolder, { recursive: true, force: true })
  }
  const absent = missing(expected)
  if (absent.length > 0) giveUp(`L’installation n’est pas complète : il manque ${absent.join(', ')}. Installez Node 24 (nodejs.org), puis relancez.`)
  makeLibraryLinks()
}

const asideFolder = join(root, '.cache', 'node24')

// npm may replace node_modules, where this Node is.
function setNodeAside() {
  const copy = join(asideFolder, 'node')
  mkdirSync(asideFolder, { recursive: true })
  rmSync(copy, { force: true })
  try {
    linkSync(packagedNode, copy)
  } catch {
    copyFileSync(packagedNode, copy)
  }
  return copy
}

// Not `npm ci`: it refuses a lock that leaves out other platforms' packages, which npm writes where a registry lacks them. What is
// installed follows the lock all the same, and is compared with it afterwards.
const npmArguments = [
  'install',
  '--no-save',
  '--include=optional',
  '--ignore-scripts',
  '--engine-strict=false',
  '--loglevel=error',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
]

function runNpm(wanted, node = process.execPath) {
  const args = [...npmArguments, wanted ? '--include=dev' : '--omit=dev', '--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=8000']
  const unreachable = findNetworkFault(npm(node, reachArguments).stderr)
  // Without a network npm would try each package for minutes; what it has kept from before may still be enough.
  const { status, stderr } = npm(node, unreachable ? [...args, '--offline'] : args)
  if (status !== 0) giveUp(unreachable ? networkSentence(unreachable) : explain(stderr))
}

const reachArguments = ['view', 'postgres', 'version', '--loglevel=error', '--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-timeout=20000']

function npm(node, args) {
  const ours = process.env.npm_execpath ?? ''
  const [file, ...first] = basename(ours) === 'npm-cli.js' && existsSync(ours) ? [node, ours] : ['npm']
  const options = { cwd: root, env: withNodeFirst(node), encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' }
  const result = spawnSync(file, [...first, ...args], options)
  if (result.error) giveUp('La commande npm ne se trouve pas sur cette machine. Installez Node avec npm (nodejs.org), puis relancez.')
  return result
}

const findNetworkFault = (said) =>
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/.exec(said)?.[1] ?? null

const networkSentence = (fault) => `L’installation n’a pas abouti : le registre de npm ne répond pas (${fault}). Vérifiez l’accès à Internet, puis relancez.`

function explain(said) {
  const network = findNetworkFault(said)
  if (network) return networkSentence(network)
  if (/\bENOSPC\b/.test(said)) return 'L’installation n’a pas abouti : le disque est plein. Libérez de la place, puis relancez.'
  if (/\b(EACCES|EPERM|EROFS)\b/.test(said)) return `L’installation n’a pas abouti : ce compte ne peut pas écrire dans ${root}.`
  const lines = said.split('\n').filter((line) => line.trim() && !line.includes('A complete log'))
  return `L’installation n’a pas abouti. npm dit :\n${lines.slice(0, 8).join('\n')}`
}

// The versions are exact: if both files ask for the same, whatever the lock holds is what package.json wants.
function requireSameRequests(lock) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    if (isDeepStrictEqual(lock.packages[''][kind] ?? {}, manifest[kind] ?? {})) continue
    giveUp('package.json et package-lock.json ne demandent pas les mêmes paquets. Lancez npm install avec Node 24, puis relancez.')
  }
}

/** Path and version of each package that this machine must have. */
function expectedPackages(lock, wanted) {
  const isOurs = ([path, entry]) => path !== '' && !entry.link && (wanted || !(entry.dev || entry.devOptional)) && (!entry.optional || fits(entry))
  return Object.entries(lock.packages)
    .filter(isOurs)
    .map(([path, { version }]) => ({ path, version }))
}

const fits = ({ os, cpu, libc }) => allows(os, process.platform) && allows(cpu, process.arch) && (!libc || allows(libc, libcName()))

function allows(list, value) {
  const words = [list ?? []].flat()
  if (words.includes(`!${value}`)) return false
  return words.length === 0 || words.includes(value) || words.every((word) => word.startsWith('!'))
}

function libcName() {
  if (process.platform !== 'linux') return ''
  process.report.excludeNetwork = true
  return process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
}

function missing(expected) {
  const has = ({ path, version }) => {
    const text = readOr(join(root, path, 'package.json'), '')
    return text !== '' && JSON.parse(text).version === version
  }
  return expected.filter((one) => !has(one)).map(({ path }) => path.replace(/^.*node_modules\//, ''))
}

// The account that runs the site may not be allowed to write here later. Where PostgreSQL comes from elsewhere, there is nothing to do.
function makeLibraryLinks() {
  const program = `import('./src/platform/postgres/programs.ts').then(({ findEmbeddedPrograms }) => findEmbeddedPrograms()).catch(() => {})`
  spawnSync(findNode24(), ['-e', program], { cwd: root, stdio: 'ignore' })
}

function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return otherwise
  }
}
