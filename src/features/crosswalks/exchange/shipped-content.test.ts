import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { folderOf } from '../../../../test/framework-folder.ts'
import { freshDatabase } from '../../../../test/fresh-database.ts'
import type { FreshDatabase } from '../../../../test/fresh-database.ts'
import { writeFramework } from '../../frameworks/exchange/write-framework.ts'
import { loadFrameworks } from '../../frameworks/load-frameworks.ts'
import { formatProblem } from '../../frameworks/problem.ts'
import { listFrameworks } from '../../frameworks/store.ts'
import { readVersionContent } from '../../frameworks/version-content.ts'
import { checkContent } from '../check-content.ts'
import { loadCrosswalks } from '../load-crosswalks.ts'
import { findConversionContent, findCrosswalkContent } from './content-store.ts'
import { conversionName, crosswalkName, writeConversion, writeCrosswalk } from './write-crosswalk.ts'

const options = { changedAt: new Date(0) }

/** Everything that is loaded from files, without what tells when and from which bytes. */
async function contentOf(site: FreshDatabase): Promise<Record<string, unknown[]>> {
  const tables = {
    frameworks: sql`select to_jsonb(f) - 'content_sha256' - 'published_at' as row from frameworks f order by id`,
    framework_themes: sql`select to_jsonb(t) as row from framework_themes t order by framework_id, position`,
    framework_items: sql`select to_jsonb(i) - 'search' as row from framework_items i order by framework_id, theme_code, position`,
    crosswalks: sql`select to_jsonb(c) - 'content_sha256' - 'created_at' - 'updated_at' - 'version' as row from crosswalks c order by id`,
    crosswalk_links: sql`select to_jsonb(l) as row from crosswalk_links l order by crosswalk_id, from_code, to_code`,
    crosswalk_gaps: sql`select to_jsonb(g) as row from crosswalk_gaps g order by crosswalk_id, side, code`,
    framework_conversions: sql`select to_jsonb(c) - 'content_sha256' as row from framework_conversions c order by from_id, to_id`,
  }
  const found: Record<string, unknown[]> = {}
  for (const [name, query] of Object.entries(tables)) found[name] = (await query.execute(site.owner)).rows
  return found
}

async function exportAll(site: FreshDatabase): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {}
  for (const framework of await listFrameworks(site.owner))
    files[`${framework.framework}/${framework.version}.yaml`] = writeFramework(await readVersionContent(site.owner, framework), 'yaml', options).bytes
  const { rows: crosswalks } = await sql<{ id: string }>`select id from crosswalks`.execute(site.owner)
  for (const { id } of crosswalks) {
    const found = await findCrosswalkContent(site.owner, id)
    assert.ok(found)
    files[`crosswalks/${crosswalkName(found.content)}.yaml`] = writeCrosswalk(found.content, 'yaml', options).bytes
  }
  const { rows: conversions } = await sql<{ from: string; to: string }>`select from_id as "from", to_id as "to" from framework_conversions`.execute(site.owner)
  for (const { from, to } of conversions) {
    const content = await findConversionContent(site.owner, from, to)
    assert.ok(content)
    files[`conversions/${conversionName(content)}.yaml`] = writeConversion(content).bytes
  }
  return files
}

test('everything that we ship, exported and loaded on another site, passes the checks and is the same, row for row', async () => {
  const [here, there] = [await freshDatabase(), await freshDatabase()]
  try {
    const before = await contentOf(here)
    assert.ok((before['frameworks'] ?? []).length > 10 && (before['crosswalk_links'] ?? []).length > 300)
    const folder = await folderOf(await exportAll(here))
    const report = await checkContent(folder)
    assert.deepEqual(report.problems.map(formatProblem), [])
    await sql`truncate frameworks cascade`.execute(there.owner)
    assert.deepEqual((await loadFrameworks(there.owner, folder)).problems, [])
    assert.deepEqual((await loadCrosswalks(there.owner, folder)).problems, [])
    const after = await contentOf(there)
    for (const name of Object.keys(before)) assert.deepEqual(after[name], before[name], name)
  } finally {
    await here.stop()
    await there.stop()
  }
})
