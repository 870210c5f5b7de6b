import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from './figure.ts'
import { freePort, startSiteProcess } from './site-process.ts'

/** Warm start: the data folder exists; from the process to the first page. */
export async function run(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-bench-'))
  try {
    const cold = await startSiteProcess(dataDir, await freePort())
    await cold.stop()
    report({ bench: 'start', figure: 'first start, empty folder', value: cold.readyAfter, unit: 'ms', target: {} })
    const warm: number[] = []
    for (let round = 0; round < 3; round++) {
      const site = await startSiteProcess(dataDir, await freePort())
      warm.push(site.readyAfter)
      await site.stop()
    }
    return report({ bench: 'start', figure: 'warm start to first page (slowest of 3)', value: Math.max(...warm), unit: 'ms', target: { most: 3000 } })
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}
