import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export interface SiteProcess {
  baseUrl: string
  child: ChildProcess
  /** Milliseconds from the start of the process to the first page. */
  readyAfter: number
  stop(): Promise<void>
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

const flags: string[] = JSON.parse(readFileSync(new URL('../bin/server-flags.json', import.meta.url), 'utf8'))

/** The site as an operator runs it: its own process, its own data folder. */
export async function startSiteProcess(dataDir: string, port: number, env: Record<string, string> = {}): Promise<SiteProcess> {
  const started = performance.now()
  const child = spawn(process.execPath, [...flags, 'src/main.ts'], {
    cwd: new URL('..', import.meta.url).pathname,
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG: 'off', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const baseUrl = `http://localhost:${port}`
  await waitForPage(`${baseUrl}/connexion`, child)
  return {
    baseUrl,
    child,
    readyAfter: performance.now() - started,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await exited
    },
  }
}

async function waitForPage(address: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 3000; tries++) {
    if (child.exitCode !== null) throw new Error('the site stopped while starting')
    const answer = await fetch(address).catch(() => null)
    await answer?.arrayBuffer()
    if (answer?.ok) return
    await wait(20)
  }
  throw new Error('the site did not answer within a minute')
}
