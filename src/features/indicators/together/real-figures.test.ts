import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import { browser } from '../../../../test/browser.ts'
import { freshSite } from '../../../../test/fresh-database.ts'
import { makeAuthority, makePerson } from '../../../../test/make.ts'
import { openSession } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'

// The ministry's files stay out of the project: they stand beside the checkout, where there are any.
const path = new URL('../../../../../shared/data/opendata/ips-lycees.csv', import.meta.url)
const skip = existsSync(path) ? false : 'ips-lycees.csv is not in ../shared/data/opendata'

test('the ministry’s own file, imported by a référent, is told as ranges', { skip }, async (context) => {
  const site = await freshSite()
  context.after(() => site.stop())
  const authorityId = await makeAuthority(site)
  const bytes = readFileSync(path)
  const uais = [...new Set(bytes.toString('utf8').match(/\b035\d{4}[A-Z]\b/g))]
  assert.ok(uais.length >= 10, `only ${uais.length} schools of the département in the file`)
  await sql`insert into organisations (id, kind, name, uai, authority_id) select gen_random_uuid(), 'school', 'Lycée', uai, ${authorityId}
    from unnest(${uais}::text[]) uai`.execute(site.owner)
  const referent = browser(site)
  const person = await makePerson(site, [{ role: 'referent', organisationId: authorityId }])
  referent.setCookie('session', (await openSession(site, person)).cookie)
  const imports = urls.indicators.imports({ organisation: authorityId })
  await referent.open(imports)
  await referent.send(imports, { file: new File([bytes], 'fr-en-ips-lycees-ap2023.csv') })
  await referent.send(`${referent.path.split('?')[0]}/importer`)
  await referent.open(urls.indicators.authority({ organisation: authorityId }, { theme: 'access' }))
  assert.match(referent.text, /<caption[^>]*>Indice de position sociale, voie professionnelle<\/caption>/)
  const middle = String(Math.round(middleOf(vocationalIndexes(bytes.toString('utf8'), '2018-2019')) * 10) / 10).replace('.', ',')
  const [, line = ''] = /2018-2019<\/th>([\s\S]*?)<\/tr>|2018-2019<\/td>([\s\S]*?)<\/tr>/.exec(referent.text) ?? []
  assert.ok(line.includes(`>${middle}<`), `the middle, counted apart, is ${middle}: ${line}`)
  for (const uai of uais) assert.ok(!referent.text.includes(uai))
})

/** Counted apart from our reader: column 11 of the file is the vocational track's. */
const vocationalIndexes = (text: string, period: string): number[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.split(';'))
    .filter((cells) => cells[0] === period && cells[4]?.startsWith('035') && /\d/.test(cells[11] ?? ''))
    .map((cells) => Number(cells[11]?.replace(',', '.')))
    .sort((one, other) => one - other)

const middleOf = (sorted: readonly number[]): number =>
  ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? NaN)) / 2
