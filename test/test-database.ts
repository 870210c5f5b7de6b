import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts'

export interface TestDatabase {
  ownerUrl: string
  appUrl: string
  stop(): Promise<void>
}

/** The run's real PostgreSQL: the one that npm test started, or one of its own for a file run alone. */
export async function testDatabase(): Promise<TestDatabase> {
  const ownerUrl = process.env['TEST_OWNER_URL']
  const appUrl = process.env['TEST_APP_URL']
  if (ownerUrl && appUrl) return { ownerUrl, appUrl, stop: () => Promise.resolve() }
  const dataDir = await mkdtemp(join(tmpdir(), 'qualeduc-test-'))
  const running = await startEmbeddedPostgres({ dataDir, durable: false, log: () => {} })
  return {
    ownerUrl: running.ownerUrl,
    appUrl: running.appUrl,
    stop: async () => {
      await running.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
