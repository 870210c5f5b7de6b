import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from './figure.ts'

const root = new URL('..', import.meta.url).pathname
const file = join(root, '../shared/data/opendata/annuaire-etablissements.national-collegelycee.csv')

/** The whole national list through the operator's command, in a process of its own. */
export async function run(): Promise<boolean> {
  if (!existsSync(file)) {
    process.stderr.write('The national list is not beside this checkout (../shared/data): nothing measured.\n')
    return true
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-bench-'))
  try {
    await command(['migrate'], dataDir)
    const { seconds, peak } = await command(['import-schools', file, '--json'], dataDir)
    const time = report({ bench: 'import', figure: '12 455 schools, command included', value: seconds, unit: 's', target: { most: 20 } })
    return report({ bench: 'import', figure: 'peak memory', value: peak, unit: 'MB', target: { most: 300 } }) && time
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function command(words: string[], dataDir: string): Promise<{ seconds: number; peak: number }> {
  const started = performance.now()
  const child = spawn(process.execPath, ['src/cli.ts', ...words], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, LOG: 'off' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peak = 0
  const watch = setInterval(() => {
    void readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (text) => (peak = Math.max(peak, Number(text.match(/VmHWM:\s+(\d+) kB/)?.[1] ?? 0) / 1024)),
      () => {},
    )
  }, 50)
  const code = await new Promise((resolve) => child.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`the command ended with ${code}`)
  return { seconds: (performance.now() - started) / 1000, peak }
}
