import { AwsClient } from 'aws4fetch'
import type { ObjectStorage } from '../config.ts'
import { digestOf, isDigest } from './digest.ts'
import type { FileStore } from './files.ts'

/** Milliseconds after which the storage is taken not to answer: the request that waits holds a connection of the database. */
const timeLimit = 15_000

/** The storage does not answer, or answers with something else than what was asked: the visitor may try again. */
export class StorageUnavailable extends Error {
  code = 'STORAGE_UNAVAILABLE'
}

/** Files in a bucket of an S3-compatible storage, each under its SHA-256; what comes back is checked against it. */
export function openObjectStore({ bucketUrl, region, key, secret }: ObjectStorage): FileStore {
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: 's3', retries: 2 })
  const addressOf = (sha256: string): string => `${bucketUrl}/${sha256.slice(0, 2)}/${sha256}`
  const ask = async (address: string, init: RequestInit, expected: readonly number[]): Promise<Response> => {
    const response = await client.fetch(address, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeLimit) }).catch((cause: unknown) => {
      throw new StorageUnavailable('the storage of files does not answer', { cause })
    })
    if (expected.includes(response.status)) return response
    await response.body?.cancel()
    throw new StorageUnavailable(`the storage of files answered ${response.status} to ${init.method ?? 'GET'}`)
  }
  return {
    save: async (bytes) => {
      const sha256 = digestOf(bytes)
      const known = await ask(addressOf(sha256), { method: 'HEAD' }, [200, 404])
      if (known.status === 404) await ask(addressOf(sha256), { method: 'PUT', body: new Uint8Array(bytes) }, [200, 201])
      return sha256
    },
    find: async (sha256) => {
      if (!isDigest(sha256)) return null
      const response = await ask(addressOf(sha256), {}, [200, 404])
      if (response.status === 404) {
        await response.body?.cancel()
        return null
      }
      const bytes = new Uint8Array(await response.arrayBuffer())
      if (digestOf(bytes) !== sha256) throw new StorageUnavailable(`the storage of files gave other bytes than those of ${sha256}`)
      return bytes
    },
    remove: async (sha256) => {
      if (isDigest(sha256)) await ask(addressOf(sha256), { method: 'DELETE' }, [200, 204, 404])
    },
    list: async function* () {
      let next: string | undefined = ''
      while (next !== undefined) {
        const query = new URLSearchParams({ 'list-type': '2', ...(next ? { 'continuation-token': next } : {}) })
        const page = readListing(await (await ask(`${bucketUrl}?${query}`, {}, [200])).text())
        yield* page.digests
        next = page.next
      }
    },
  }
}

/** Our own names in a page of the listing, and the mark of the next page. Anything else in the bucket is passed over. */
function readListing(xml: string): { digests: string[]; next: string | undefined } {
  const digests = [...xml.matchAll(/<Key>[0-9a-f]{2}\/([0-9a-f]{64})<\/Key>/g)].map((match) => match[1] ?? '')
  const mark = /<NextContinuationToken>([^<]+)<\/NextContinuationToken>/.exec(xml)?.[1]
  return { digests, next: mark?.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>') }
}
