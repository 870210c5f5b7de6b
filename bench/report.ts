import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from './figure.ts'
import { fill } from './fill.ts'
import { freePort, startSiteProcess } from './site-process.ts'

/** The report of an evaluation of 40 questions and 60 members, from the request to the last byte of the PDF. */
export async function run(): Promise<boolean> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-bench-'))
  const site = await startSiteProcess(dataDir, await freePort())
  try {
    const filled = await fill(dataDir, 6)
    const address = `${site.baseUrl}/autoevaluations/${filled.spreadId}/rapport/pdf`
    const times: number[] = []
    let pages = 0
    for (let round = 0; round < 4; round++) {
      const started = performance.now()
      const answer = await fetch(address, { headers: { cookie: `session=${filled.headCookie}` } })
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (!answer.ok) throw new Error(`the report answered ${answer.status}`)
      times.push(performance.now() - started)
      pages = [...bytes.toString('latin1').matchAll(/\/Type ?\/Page\b(?!s)/g)].length
    }
    const [cold = Number.NaN, ...warm] = times
    report({ bench: 'report', figure: 'pages of the PDF', value: pages, unit: 'pages', target: {} })
    report({ bench: 'report', figure: 'first report after a start', value: cold, unit: 'ms', target: {} })
    return report({
      bench: 'report',
      figure: 'report, warm (slowest of 3), for 20 pages',
      value: (Math.max(...warm) * 20) / Math.max(20, pages),
      unit: 'ms',
      target: { most: 1000 },
    })
  } finally {
    await site.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
