import assert from 'node:assert/strict'
import type { Visit } from './browser.ts'

/** Each of these pages is sound at once, and fits a small telephone and a wide screen; what is wrong is told of all of them together. */
export async function lookAt(visit: Visit, paths: readonly string[]): Promise<void> {
  const wrong: string[] = []
  for (const path of paths) {
    await visit.open(path)
    assert.deepEqual([visit.status(), new URL(visit.page.url()).pathname], [200, new URL(path, visit.page.url()).pathname])
    for (const held of [() => visit.look(), () => visit.fits(320), () => visit.fits(1280)])
      await held().catch((error: Error) => wrong.push(`${path}: ${error.message}`))
  }
  assert.deepEqual(wrong, [])
}
