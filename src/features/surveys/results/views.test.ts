import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sampleDefinition } from '../../../../test/make-survey.ts'
import type { Audience, Question } from '../questionnaire/definition.ts'
import type { PartView } from './part-views.ts'
import { textsIn } from './texts.en.ts'
import { crossedViews, partingOf } from './views-page.ts'

const t = textsIn('fr')

interface Answered {
  code: string
  scale?: string
  /** Share, low and high; absent: not shown. */
  told?: [number, number, number]
}

/** An audience that was asked these questions, all about one statement. */
function audience(name: Audience, asked: readonly Answered[]): PartView {
  const questions = asked.map(({ code, scale }): Question => ({
    code,
    section: 'S1',
    kind: 'scale',
    scale: scale ?? 'agreement',
    words: { fr: `${code} ${name}` },
    item: { framework: 'qualeduc', code: 'QF06-P3' },
  }))
  const results = asked.map(({ code, told }) => {
    const [share = 0, low = 0, high = 0] = told ?? []
    return [code, told ? { shown: true as const, figures: { base: 20, shares: [], favourable: { share, low, high } } } : { shown: false as const }] as const
  })
  return {
    part: {
      id: name,
      surveyId: 's',
      organisationId: 'o',
      position: 0,
      audience: name,
      questionnaireId: null,
      definition: sampleDefinition(questions),
      access: 'personal',
      breakdowns: [],
      freeText: false,
    },
    questions,
    figures: { answers: 20, invited: null, participation: null, questions: Object.fromEntries(results), breakdowns: [] },
    together: null,
    before: null,
    written: [],
  }
}

const codesOf = (parts: readonly PartView[]) => crossedViews(parts, new Map()).map(({ views }) => views.map((view) => `${view.audience} ${view.question.code}`))

test('several questions on one statement are crossed with the same question of the other audience only', () => {
  const pupils = audience('pupil', [
    { code: 'rentree', told: [80, 70, 88] },
    { code: 'repere', told: [40, 30, 50] },
    { code: 'amis', told: [50, 40, 60] },
  ])
  const families = audience('family', [
    { code: 'rentree', told: [60, 50, 70] },
    { code: 'repere', told: [45, 30, 60] },
  ])
  assert.deepEqual(codesOf([pupils, families]), [
    ['pupil rentree', 'family rentree'],
    ['pupil repere', 'family repere'],
  ])
})

test('questions of other codes are crossed by their statement only where each audience was asked a single one', () => {
  const pupils = audience('pupil', [{ code: 'accueil', told: [80, 70, 88] }])
  assert.deepEqual(codesOf([pupils, audience('staff', [{ code: 'recu', told: [40, 30, 50] }])]), [['pupil accueil', 'staff recu']])
  assert.deepEqual(codesOf([pupils, audience('staff', [{ code: 'recu', told: [40, 30, 50] }, { code: 'suivi' }])]), [], 'not shown, but asked')
})

const partingIn = (...parts: PartView[]): string => {
  const [one] = crossedViews(parts, new Map())
  assert.ok(one)
  return partingOf(one, t)
}

test('a gap is sure when the interval of the difference leaves zero out, however wide each view', () => {
  const wide = audience('family', [{ code: 'rentree', told: [25, 11, 47] }])
  assert.match(partingIn(audience('pupil', [{ code: 'rentree', told: [90, 70, 97] }]), wide), /Élèves et familles .* l’écart est sûr\./)
  assert.equal(partingIn(audience('pupil', [{ code: 'rentree', told: [50, 30, 70] }]), wide), t.noParting)
  // Intervals that overlap a little, and a difference that is sure all the same.
  assert.match(partingIn(audience('pupil', [{ code: 'rentree', told: [80, 70, 88] }]), audience('family', [{ code: 'rentree', told: [62, 51, 72] }])), /sûr\./)
})

test('answers on different scales are set side by side, and never said to differ', () => {
  const pupils = audience('pupil', [{ code: 'rentree', told: [90, 80, 95] }])
  assert.equal(partingIn(pupils, audience('family', [{ code: 'rentree', scale: 'yes', told: [20, 10, 30] }])), '')
  assert.match(partingIn(pupils, audience('family', [{ code: 'accueil', told: [20, 10, 30] }])), /écart est sûr.*Les questions ne sont pas les mêmes/)
})
