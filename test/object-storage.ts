import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from '@20minutes/s3rver'
import type { ObjectStorage } from '../src/config.ts'

export interface TestStorage {
  settings: ObjectStorage
  stop(): Promise<void>
}

/** A real server that speaks S3, with an empty bucket. */
export async function startObjectStorage(): Promise<TestStorage> {
  const directory = await mkdtemp(join(tmpdir(), 'qualeduc-s3-'))
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, vhostBuckets: false, configureBuckets: [{ name: 'qualeduc' }] })
  const { port } = await server.run()
  return {
    settings: { bucketUrl: `http://127.0.0.1:${port}/qualeduc`, region: 'us-east-1', key: 'S3RVER', secret: 'S3RVER' },
    stop: async () => {
      await server.close()
      await rm(directory, { recursive: true, force: true })
    },
  }
}
