import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pagesOf } from './paging.ts'

const words = { label: 'Pages', previous: 'Avant', next: 'Après', position: (page: string, pages: string) => `${page}/${pages}` }
const linksOf = (asked: string | null, total: number): string => String(pagesOf(asked, total, 25).links((page) => `?page=${page}`, words, 'fr'))

test('a page that does not exist is the nearest one that does', () => {
  const table: [string | null, number, number][] = [
    [null, 100, 0],
    ['1', 100, 0],
    ['4', 100, 75],
    ['5', 100, 75],
    ['0', 100, 0],
    ['-1', 100, 0],
    ['x', 100, 0],
    ['2', 0, 0],
    ['99999999999', 30, 0],
  ]
  for (const [asked, total, offset] of table) assert.equal(pagesOf(asked, total, 25).offset, offset, String(asked))
})

test('one page has no way to others; the first and the last have one way', () => {
  assert.equal(linksOf(null, 25), '')
  assert.match(linksOf('1', 26), /Après/)
  assert.doesNotMatch(linksOf('1', 26), /Avant/)
  assert.doesNotMatch(linksOf('2', 26), /Après/)
  assert.match(linksOf('2', 60), /\?page=1.*\?page=3/s)
})
