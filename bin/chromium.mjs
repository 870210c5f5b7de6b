import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const applications = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** The path of a Chromium on this machine, installed if it can be; null and a sentence otherwise. */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && findInPath('apt-get')
  if (!mayInstall) return refuse('Les parcours dans un navigateur ont besoin de Chromium. Installez-le, ou donnez son chemin dans CHROMIUM_PATH.')
  process.stdout.write('Installation de Chromium pour les parcours dans un navigateur. Une à deux minutes…\n')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const options = { env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] }
  spawnSync('apt-get', ['update'], options)
  const { status, stderr } = spawnSync('apt-get', ['install', '-y', 'chromium'], options)
  return findChromium() ?? refuse(`Chromium n’a pas pu être installé (apt-get, code ${status}). ${stderr.trim().split('\n').at(-1)}`)
}

function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given) return isRunnable(given) ? given : refuse(`CHROMIUM_PATH vaut ${given}, qui n’est pas un programme.`)
  return (
    names.map(findInPath).find(Boolean) ??
    names
      .map((name) => `/usr/bin/${name}`)
      .concat(applications)
      .find(isRunnable) ??
    null
  )
}

const findInPath = (name) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isRunnable)

function isRunnable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function refuse(sentence) {
  process.stdout.write(`${sentence}\n`)
  return null
}
