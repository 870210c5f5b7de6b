import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { diffWords, likeness } from './word-diff.ts'
import type { Piece } from './word-diff.ts'

const textOf = (pieces: readonly Piece[], kinds: readonly Piece['kind'][]): string =>
  pieces
    .filter((piece) => kinds.includes(piece.kind))
    .map((piece) => piece.text)
    .join('')

test('the words that changed are marked, and no other', () => {
  assert.deepEqual(diffWords('Le lycée reçoit les familles.', 'Le lycée invite les familles en mai.'), [
    { kind: 'kept', text: 'Le lycée ' },
    { kind: 'removed', text: 'reçoit' },
    { kind: 'added', text: 'invite' },
    { kind: 'kept', text: ' les familles' },
    { kind: 'added', text: ' en mai' },
    { kind: 'kept', text: '.' },
  ])
})

test('a run of words that changed is marked as one, spaces included', () => {
  assert.deepEqual(diffWords('Le lycée reçoit des familles, de tous horizons.', 'Le lycée invite ses élèves, en mai.'), [
    { kind: 'kept', text: 'Le lycée ' },
    { kind: 'removed', text: 'reçoit des familles, de tous horizons' },
    { kind: 'added', text: 'invite ses élèves, en mai' },
    { kind: 'kept', text: '.' },
  ])
})

test('what is kept and removed gives the older text back, what is kept and added the newer', () => {
  const text = fc
    .array(fc.constantFrom('le', 'lycée', 'l’élève', ' ', '  ', '.', ',', 'œuvre', '🎓', 'aujourd’hui', '\n'), { maxLength: 40 })
    .map((words) => words.join(''))
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const pieces = diffWords(older, newer)
      assert.equal(textOf(pieces, ['kept', 'removed']), older)
      assert.equal(textOf(pieces, ['kept', 'added']), newer)
      assert.ok(pieces.every((piece, index) => piece.text !== '' && piece.kind !== pieces[index + 1]?.kind))
    }),
  )
})

test('the same text is all kept, two strangers are not alike', () => {
  assert.equal(likeness(diffWords('Tout va bien.', 'Tout va bien.')), 1)
  assert.ok(likeness(diffWords('Tout va bien.', 'Chaque élève part.')) < 0.3)
})

test('very long texts are shown whole, without waiting', () => {
  const long = 'mot '.repeat(20_000)
  assert.deepEqual(diffWords(long, 'x'), [
    { kind: 'removed', text: long },
    { kind: 'added', text: 'x' },
  ])
})
