import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isDay } from '../../../platform/days.ts'
import { decideAttach, decideEnd } from './link-rules.ts'
import type { Link } from './store.ts'

const school = { id: 'school', kind: 'school' as const, authorityId: 'academie', validFrom: null, validTo: null }
const network = { id: 'network', kind: 'network' as const, authorityId: null, validFrom: '2020-09-01', validTo: null }
const district = { id: 'district', kind: 'district' as const, authorityId: 'academie', validFrom: '2020-09-01', validTo: null }
const place = (values: Partial<Link> = {}): Link => ({
  childId: 'school',
  parentId: 'academie',
  kind: 'part_of',
  validFrom: '2020-09-01',
  validTo: null,
  ...values,
})
const days = (from: string, to: string | null = null) => ({ from, to })

const faultOf = (result: object): unknown => ('fault' in result ? result.fault : null)

test('a network adds up with what the school already belongs to', () => {
  const result = decideAttach(school, network, [place()], days('2026-09-01', '2027-08-31'))
  assert.deepEqual(result, {
    changes: [{ do: 'start', link: { childId: 'school', parentId: 'network', kind: 'member_of', validFrom: '2026-09-01', validTo: '2027-08-31' } }],
  })
})

test('a district takes the place of the académie from its first day', () => {
  const start = { do: 'start', link: place({ parentId: 'district', validFrom: '2026-09-01' }) }
  assert.deepEqual(decideAttach(school, district, [place()], days('2026-09-01')), { changes: [{ do: 'end', link: place(), lastDay: '2026-08-31' }, start] })
  assert.deepEqual(decideAttach(school, district, [], days('2026-09-01')), { changes: [start] })
  // From the very day on which the present link begins, that link would have lasted no day.
  assert.deepEqual(decideAttach(school, district, [place()], days('2020-09-01')), { changes: [{ do: 'move', link: place(), parentId: 'district', to: null }] })
})

test('a district for a time gives the school back to its académie', () => {
  const result = decideAttach(school, district, [place()], days('2026-09-01', '2027-08-31'))
  assert.ok('changes' in result)
  assert.deepEqual(result.changes.at(-1), { do: 'start', link: place({ validFrom: '2027-09-01' }) })
})

test('what cannot be attached is refused with its reason', () => {
  const member = place({ parentId: 'network', kind: 'member_of', validTo: '2026-12-31' })
  const table: [string, ReturnType<typeof decideAttach>][] = [
    ['bad-dates', decideAttach(school, network, [], days('2026-09-01', '2026-08-31'))],
    ['bad-dates', decideAttach(school, network, [], days('demain'))],
    ['not-a-school', decideAttach({ ...school, kind: 'network' }, network, [], days('2026-09-01'))],
    ['not-a-school', decideAttach(school, { ...network, kind: 'authority' }, [], days('2026-09-01'))],
    ['school-closed', decideAttach({ ...school, validTo: '2026-08-31' }, network, [], days('2026-09-01'))],
    ['group-closed', decideAttach(school, { ...network, validTo: '2026-08-31' }, [], days('2026-09-01'))],
    ['group-closed', decideAttach(school, network, [], days('2020-08-31'))],
    ['other-authority', decideAttach(school, { ...district, authorityId: 'autre' }, [place()], days('2026-09-01'))],
    ['other-authority', decideAttach({ ...school, authorityId: null }, { ...district, authorityId: null }, [], days('2026-09-01'))],
    ['already-there', decideAttach(school, network, [member], days('2026-12-31'))],
    ['too-early', decideAttach(school, district, [place({ validFrom: '2026-10-01' })], days('2026-09-01'))],
  ]
  for (const [fault, result] of table) assert.equal(faultOf(result), fault)
  assert.equal(faultOf(decideAttach(school, network, [member], days('2027-01-01'))), null)
  assert.equal(faultOf(decideAttach({ ...school, validTo: '2027-08-31' }, network, [], days('2026-09-01', '2027-08-31'))), null)
})

test('ending a district gives the school back to its académie; the académie itself is not ended by hand', () => {
  const link = place({ parentId: 'district' })
  assert.deepEqual(decideEnd(link, district, '2026-08-31'), {
    changes: [
      { do: 'end', link, lastDay: '2026-08-31' },
      { do: 'start', link: place({ validFrom: '2026-09-01' }) },
    ],
  })
  assert.equal(faultOf(decideEnd(place(), { ...district, id: 'academie', kind: 'authority' }, '2026-08-31')), 'not-by-hand')
  assert.equal(faultOf(decideEnd(link, district, '2020-08-31')), 'bad-day')
  assert.equal(faultOf(decideEnd({ ...link, validTo: '2025-08-31' }, district, '2026-08-31')), 'already-over')
})

test('a day is a real day of the calendar', () => {
  assert.deepEqual(['2026-09-01', '2026-02-30', '2026-13-01', '01/09/2026', ''].map(isDay), [true, false, false, false, false])
})
