import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { startObjectStorage } from '../../test/object-storage.ts'
import type { TestStorage } from '../../test/object-storage.ts'
import { ConfigError, parseConfig } from '../config.ts'
import { digestOf } from './digest.ts'
import { filesOf } from './files.ts'
import { openObjectStore, StorageUnavailable } from './object-files.ts'
import { isUnavailable } from './web/unavailable.ts'

let storage: TestStorage
before(async () => {
  storage = await startObjectStorage()
})
after(() => storage.stop())

const listed = async (store: ReturnType<typeof openObjectStore>): Promise<string[]> => {
  const found: string[] = []
  for await (const sha256 of store.list()) found.push(sha256)
  return found.sort()
}

test('a file is kept once under its SHA-256, found again as it was, listed, and thrown away', async () => {
  const store = openObjectStore(storage.settings)
  const bytes = Buffer.from([0, 255, 1, 2, 3, ...Buffer.from('une preuve')])
  const sha256 = await store.save(bytes)
  assert.equal(sha256, digestOf(bytes))
  assert.equal(await store.save(bytes), sha256)
  assert.deepEqual(Buffer.from((await store.find(sha256)) ?? []), bytes)
  assert.deepEqual(await listed(store), [sha256])
  await store.remove(sha256)
  assert.equal(await store.find(sha256), null)
  await store.remove(sha256)
  assert.deepEqual(await listed(store), [])
})

test('a listing of more than one page is read to its end', async () => {
  // The storage of these tests cannot cut a listing (its token needs a cipher that OpenSSL 3 has dropped), so this door speaks as S3 does.
  const digests = ['a', 'b', 'c'].map((name) => digestOf(Buffer.from(name)))
  const asked: (string | null)[] = []
  const door = createServer((request, response) => {
    const token = new URL(request.url ?? '', 'http://door').searchParams.get('continuation-token')
    asked.push(token)
    const page = token === null ? 0 : token === 'a&b' ? 1 : 2
    const keys = [`<Key>${digests[page]?.slice(0, 2)}/${digests[page]}</Key><Key>autre/chose.txt</Key>`]
    const next = ['<NextContinuationToken>a&amp;b</NextContinuationToken>', '<NextContinuationToken>fin=</NextContinuationToken>', ''][page]
    response.end(`<ListBucketResult><IsTruncated>${page < 2}</IsTruncated><Contents>${keys.join('')}</Contents>${next}</ListBucketResult>`)
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  const address = door.address()
  const port = typeof address === 'object' && address ? address.port : 0
  assert.deepEqual(await listed(openObjectStore({ ...storage.settings, bucketUrl: `http://127.0.0.1:${port}/qualeduc` })), digests.toSorted())
  assert.deepEqual(asked, [null, 'a&b', 'fin='])
  door.close()
})

test('what is not one of our names is never asked for', async () => {
  const store = openObjectStore({ ...storage.settings, bucketUrl: 'http://127.0.0.1:1/nowhere' })
  for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}?delete`]) {
    assert.equal(await store.find(name), null)
    await store.remove(name)
  }
})

test('a wrong secret, a closed door and a bucket that is not there say that the storage does not answer, so that the page says to try again', async () => {
  const sha256 = digestOf(Buffer.from('x'))
  for (const settings of [
    { ...storage.settings, secret: 'autre' },
    { ...storage.settings, bucketUrl: 'http://127.0.0.1:1/qualeduc' },
    { ...storage.settings, bucketUrl: storage.settings.bucketUrl.replace('/qualeduc', '/absent') },
  ]) {
    const refused = await openObjectStore(settings)
      .save(Buffer.from('x'))
      .catch((error: unknown) => error)
    assert.ok(refused instanceof StorageUnavailable && isUnavailable(refused), String(refused))
  }
  await assert.rejects(openObjectStore({ ...storage.settings, secret: 'autre' }).find(sha256), StorageUnavailable)
})

test('the environment names the storage, and says in a sentence what it lacks', () => {
  const whole = { FILES_URL: 'https://s3.exemple.fr/qualeduc/', FILES_KEY: 'k', FILES_SECRET: 's', FILES_REGION: 'gra' }
  assert.deepEqual(parseConfig(whole).objects, { bucketUrl: 'https://s3.exemple.fr/qualeduc', region: 'gra', key: 'k', secret: 's' })
  assert.equal(parseConfig({}).objects, null)
  for (const wrong of [
    { ...whole, FILES_URL: 's3://qualeduc' },
    { ...whole, FILES_URL: 'https://s3.exemple.fr' },
    { ...whole, FILES_URL: 'https://k:s@s3.exemple.fr/qualeduc' },
    { ...whole, FILES_KEY: '' },
    { ...whole, FILES_SECRET: undefined },
  ])
    assert.throws(() => parseConfig(wrong), ConfigError)
  assert.ok(filesOf({ dataDir: '/tmp/none', objects: null }))
})
