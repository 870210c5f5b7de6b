import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { browser } from '../../../../test/browser.ts'
import type { Browser } from '../../../../test/browser.ts'
import { freshSite } from '../../../../test/fresh-database.ts'
import type { FreshSite } from '../../../../test/fresh-database.ts'
import { makePerson, makeSchool } from '../../../../test/make.ts'
import { openSession } from '../../../../test/sign-in.ts'
import { urls } from '../../../urls.ts'

let site: FreshSite
let schoolId: string
let lead: Browser
const action = randomUUID()

before(async () => {
  site = await freshSite()
  schoolId = await makeSchool(site)
  const person = await makePerson(site, [{ role: 'lead', organisationId: schoolId }])
  lead = browser(site)
  lead.setCookie('session', (await openSession(site, person)).cookie)
  await sql`
    insert into actions (id, organisation_id, title, what, for_whom, by_whom, with_whom, place, how, why, comments, indicator, workload, starts_on, state, effect, created_by)
    values (${action}, ${schoolId}, 'Tutorat du lundi', '', '', '', '', '', '', '', '', '', '', '2025-09-01', 'under_way', '', ${person.id})`.execute(
    site.owner,
  )
  for (const [period, value] of [
    ['2024-2025', 12],
    ['2025-2026', 9],
  ]) {
    await sql`insert into indicator_values (organisation_id, measure, period, value, entered_by) values (${schoolId}, 'D01', ${period}, ${value}, ${person.id})`.execute(
      site.owner,
    )
  }
})
after(() => site.stop())

const lines = async (): Promise<string[]> => {
  const { rows } = await sql<{
    line: string
  }>`select kind || ' ' || (detail ->> 'measure') as line from activity where subject_id = ${action} order by id`.execute(site.owner)
  return rows.map(({ line }) => line)
}

test('an action follows a figure, before and after, and no longer does; each change is a line of the journal', async () => {
  const there = urls.indicators.ofAction({ action })
  await lead.open(urls.action.show({ action }))
  await lead.send(there, { measure: 'D01' })
  const [, row = ''] = /<tr[^>]*>((?:(?!<\/tr>)[\s\S])*Taux d’absentéisme[\s\S]*?)<\/tr>/.exec(lead.text) ?? []
  assert.match(row.replaceAll(/[\u00a0\u202f]/g, ' '), /12 %[\s\S]*9 %/)
  assert.deepEqual(await lines(), ['indicator.followed D01'])
  await lead.open(urls.school.activity({ organisation: schoolId }))
  assert.match(lead.text.replaceAll(/[\u00a0\u202f]/g, ' '), /a choisi un indicateur à suivre pour l’action <a[^>]*>« Tutorat du lundi »/)
  await lead.open(urls.action.show({ action }))
  await lead.send(there, { measure: 'D01', remove: 'oui' })
  assert.match(lead.text, /Aucun indicateur n’est suivi/)
  assert.deepEqual(await lines(), ['indicator.followed D01', 'indicator.unfollowed D01'])
})
