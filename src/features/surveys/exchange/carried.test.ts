import assert from 'node:assert/strict'
import { test } from 'node:test'
import { acceptDefinition, orRefusal, refuse, sayNotCarried } from './carried.ts'

const empty = { title: { fr: 'T' }, intro: { fr: '' }, sections: [], questions: [], languages: [{ tag: 'fr', reviewed: true }] }

test('a questionnaire that can be asked is given as it is, with what was lost', () => {
  const definition = { ...empty, questions: [{ kind: 'text', code: 'Q1', section: '', words: { fr: 'Pourquoi ?' } }] }
  const lost = [{ place: 'Question Q2', what: 'La question', why: 'Elle dépose un fichier.' }]
  assert.deepEqual(acceptDefinition(definition, lost), { definition, notCarried: lost })
})

test('one that cannot is refused with the first reason', () => {
  assert.deepEqual(acceptDefinition(empty, []), { refused: 'Ce questionnaire ne peut pas être repris. Il n’y a pas encore de question.' })
  const outcome = acceptDefinition({ ...empty, languages: [] }, [])
  assert.match('refused' in outcome ? outcome.refused : '', /une autre difficulté/)
})

test('a refusal met on the way is a value; any other error stays one', () => {
  assert.deepEqual(
    orRefusal(() => refuse('Non.')),
    { refused: 'Non.' },
  )
  assert.throws(() =>
    orRefusal(() => {
      throw new TypeError('a defect')
    }),
  )
})

test('what is not carried is said in two sentences, each with its full stop', () => {
  assert.equal(sayNotCarried({ place: '« Âge ? »', what: 'Les intervalles', why: 'Il n’en a pas.' }), 'Les intervalles. Il n’en a pas.')
})
