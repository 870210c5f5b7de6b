import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { deserialize, serialize } from 'node:v8'
import { loadAssets } from './assets.ts'

test('what pages load is made once, compressed, and read by the next start', async () => {
  const cache = await mkdtemp(join(tmpdir(), 'qualeduc-assets-'))
  try {
    const assets = await loadAssets(cache)
    const css = assets.find(assets.css)
    assert.ok(css?.brotli && css.gzip)
    assert.equal(brotliDecompressSync(css.brotli).toString(), Buffer.from(css.bytes).toString())
    assert.equal(gunzipSync(css.gzip).toString(), Buffer.from(css.bytes).toString())
    assert.ok(assets.find(assets.fontPreload ?? ''))
    assert.doesNotMatch(Buffer.from(assets.find(assets.script('live-page'))?.bytes ?? []).toString(), /: Promise<|interface /)
    assert.throws(() => assets.script('absent'), /no custom element/)

    const names = await readdir(cache)
    assert.equal(names.length, 1, 'nothing half written stays')
    const file = join(cache, names[0] ?? '')
    await writeFile(file, serialize({ ...deserialize(await readFile(file)), css: '/assets/kept.css' }))
    assert.equal((await loadAssets(cache)).css, '/assets/kept.css')
  } finally {
    await rm(cache, { recursive: true })
  }
})
