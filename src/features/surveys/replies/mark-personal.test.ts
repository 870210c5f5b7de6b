import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markPersonal, withoutPersonal } from './mark-personal.ts'

for (const [text, shown] of [
  ['Écrivez à lea.martin@exemple.fr svp', 'Écrivez à […] svp'],
  ['Mon numéro : 06 12 34 56 78.', 'Mon numéro : […].'],
  ['Monsieur Durand crie trop.', '[…] crie trop.'],
  ['C’est Kevin Petit qui embête les autres.', 'C’est […] qui embête les autres.'],
  ['En 2de B3 c’est sale.', 'En […] c’est sale.'],
  ['Suivez-moi @leo_du_44', 'Suivez-moi […]'],
] as const) {
  test(`« ${text} » is marked`, () => assert.equal(withoutPersonal(text), shown))
}

test('a text that names nobody is left as it is, and nothing of any text is lost', () => {
  const text = 'Plus de bancs dans la cour. Et des cours moins longs le vendredi !'
  assert.deepEqual(markPersonal(text), [{ text, personal: false }])
  assert.equal(
    markPersonal('M. Roux et Mme Noir')
      .map((piece) => piece.text)
      .join(''),
    'M. Roux et Mme Noir',
  )
})
