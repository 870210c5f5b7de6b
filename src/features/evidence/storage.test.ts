import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { freshSite } from '../../../test/fresh-database.ts'
import type { FreshSite } from '../../../test/fresh-database.ts'
import { pdfSaying } from '../../../test/make-pdf.ts'
import { makePerson, makeSchool } from '../../../test/make.ts'
import { startObjectStorage } from '../../../test/object-storage.ts'
import type { TestStorage } from '../../../test/object-storage.ts'
import { visitor } from '../../../test/sign-in.ts'
import { urls } from '../../urls.ts'

let storage: TestStorage
let site: FreshSite
before(async () => {
  storage = await startObjectStorage()
  const { bucketUrl, key, secret } = storage.settings
  site = await freshSite({ FILES_URL: bucketUrl, FILES_KEY: key, FILES_SECRET: secret })
})
after(() => site.stop())

const formOf = (name: string, text: string): FormData => {
  const form = new FormData()
  form.append('files', new File([new Uint8Array(pdfSaying(text))], name))
  return form
}

test('with object storage a proof is kept, given back, and while the storage does not answer the page says to try again and nothing is half kept', async () => {
  const school = await makeSchool(site)
  const browser = await visitor(site, await makePerson(site, [{ role: 'lead', organisationId: school }]))
  const add = urls.school.addEvidence({ organisation: school })
  assert.equal((await browser.post(add, formOf('convention.pdf', 'Convention'))).status, 303)
  const kept = async (): Promise<string[]> =>
    (await sql<{ id: string }>`select id from evidence where organisation_id = ${school}`.execute(site.owner)).rows.map((row) => row.id)
  const [evidence = ''] = await kept()
  const file = await browser.get(urls.evidence.file({ evidence }))
  assert.deepEqual(new Uint8Array(await file.arrayBuffer()), new Uint8Array(pdfSaying('Convention')))
  await storage.stop()
  const refused = await browser.post(add, formOf('autre.pdf', 'Autre'))
  assert.equal(refused.status, 503)
  assert.ok(refused.headers.get('retry-after'))
  assert.equal((await browser.get(urls.evidence.file({ evidence }))).status, 503)
  assert.equal((await browser.get(urls.school.evidence({ organisation: school }))).status, 200)
  assert.deepEqual(await kept(), [evidence])
})
