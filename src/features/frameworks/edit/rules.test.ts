import assert from 'node:assert/strict'
import { test } from 'node:test'
import { smallContent, smallItem } from '../../../../test/make-draft.ts'
import { allChanges, lonelyMerges, sayChange, withoutCode } from './changes-rules.ts'
import { codeFits, codeStem, frameworkName, nextItemCode, nextThemeCode } from './codes-rules.ts'
import { addItem, inOrder, itemCodesOf, orderItems, recodeTheme, removeItem, replaceItem, statementsOf } from './content-rules.ts'
import { aboutTyped, applyAbout, applyScale, applySource, readConditions, readLevels, scaleTyped, sourceTyped } from './header-rules.ts'
import { idOf, placeOf } from './places-rules.ts'
import { mayPublish } from './review-rules.ts'
import { codedStatement, readStatement, statementTyped } from './statement-rules.ts'
import { fr } from './texts.fr.ts'

test('a framework gets a name from its title, never one that its owner already has', () => {
  assert.equal(frameworkName('Lycée responsable & ouvert'), 'lycee-responsable-ouvert')
  assert.equal(frameworkName('Lycée', ['lycee', 'lycee-2']), 'lycee-3')
  assert.equal(frameworkName('2026, cap !'), 'r-2026-cap')
  assert.equal(frameworkName('…'), 'r-eferentiel')
})

test('codes of themes go on where the last one stood', () => {
  assert.deepEqual([codeStem('Lycée responsable'), codeStem('Accueil'), codeStem('Le label de la qualité')], ['LR', 'ACC', 'LQ'])
  assert.equal(nextThemeCode([], 'LR'), 'LR1')
  assert.equal(nextThemeCode([{ code: 'QF18' }, { code: 'QF19' }], 'X'), 'QF20')
  assert.equal(nextThemeCode([{ code: 'QF08' }, { code: 'QF09' }], 'X', ['QF10']), 'QF11')
})

test('a code of a statement is never given twice, even when the one that had it is gone', () => {
  assert.equal(nextItemCode('LR1', 'plan', []), 'LR1-P1')
  assert.equal(nextItemCode('LR1', 'plan', ['LR1-P1', 'LR1-P7', 'LR1-D9', 'LR10-P40']), 'LR1-P8')
  assert.equal(nextItemCode('LR1', 'check', ['LR1-K2']), 'LR1-K3')
  assert.equal(nextItemCode('LR1', undefined, ['LR1-4', 'LR1-P9']), 'LR1-5')
  assert.equal(nextItemCode('QF10', 'do', ['QF10-D5'], 101), 'QF10-D101')
})

test('a code fits as long as it says the theme and the phase', () => {
  assert.ok(codeFits({ code: 'A1-P2', phase: 'plan' }, 'A1'))
  assert.ok(!codeFits({ code: 'A1-P2', phase: 'do' }, 'A1'))
  assert.ok(!codeFits({ code: 'A1-P2', phase: 'plan' }, 'A2'))
  assert.ok(codeFits({ code: 'A1-K2', phase: 'check' }, 'A1'))
})

test('a statement keeps its code unless it moves, and takes one typed by hand only if it is free', () => {
  const content = smallContent()
  const coding = { content, taken: ['QF10-D4'], addition: false }
  const item = smallItem('QF10-P1', 'Autre texte, plus juste.')
  assert.equal(codedStatement(item, 'QF10', 'QF10-P1', coding)?.code, 'QF10-P1')
  assert.equal(codedStatement({ ...item, phase: 'do' }, 'QF10', 'QF10-P1', coding)?.code, 'QF10-D5')
  assert.equal(codedStatement({ ...item, code: 'QF10-P9' }, 'QF10', 'QF10-P1', coding)?.code, 'QF10-P9')
  for (const code of ['QF10-D4', 'qf10-p1', "'; drop"]) assert.equal(codedStatement({ ...item, code }, 'QF10', 'QF10-P1', coding), null)
})

test('edits move, replace and take off without touching the rest', () => {
  const content = addItem(smallContent(), 'QF10', smallItem('QF10-P2', 'Un adulte référent est nommé.'))
  assert.deepEqual(itemCodesOf(orderItems(content, 'QF10', ['QF10-P2', 'unknown'])), ['QF10-P2', 'QF10-P1'])
  assert.deepEqual(itemCodesOf(removeItem(content, 'QF10-P1')), ['QF10-P2'])
  const two = { ...content, themes: [...content.themes, { ...content.themes[0]!, code: 'QF11', items: [] }] }
  const moved = replaceItem(two, 'QF10-P1', smallItem('QF11-P1', 'Chaque nouvel élève est attendu.'), 'QF11')
  assert.deepEqual(itemCodesOf(moved), ['QF10-P2', 'QF11-P1'])
  assert.deepEqual(
    inOrder([{ code: 'a' }, { code: 'b' }, { code: 'c' }], ['c', 'a']).map((one) => one.code),
    ['c', 'a', 'b'],
  )
  assert.deepEqual(
    recodeTheme(content.themes[0]!, 'X1').items.map((item) => item.code),
    ['X1-P1', 'X1-P2'],
  )
})

test('what is typed and what is kept say the same, in both directions', () => {
  const content = smallContent({
    kind: 'label',
    status: 'unconfirmed',
    unconfirmed_note: 'La durée.',
    notes: 'Une remarque.',
    award: { by: 'Le recteur', years: 3, note: 'Sur dossier.' },
    grades: [
      { value: 1, label: 'Bronze' },
      { value: 2, label: 'Or', descriptor: 'Tout y est' },
    ],
    conditions: [{ code: 'APP', question: 'Accueillez-vous des apprentis ?' }],
    scale: {
      kind: 'levels',
      levels: [
        { value: 0, label: 'Non' },
        { value: 5, label: 'Oui', descriptor: 'partout : même le soir' },
      ],
    },
  })
  assert.deepEqual(applyAbout(content, aboutTyped(content)), content)
  assert.deepEqual(applySource(content, sourceTyped(content)), content)
  assert.deepEqual(applyScale(content, scaleTyped(content)), content)
  const item = {
    ...smallItem('QF10-P1', 'Un texte.'),
    help: 'Aide',
    indicators: ['S03'],
    grade: 2,
    conditions: ['APP'],
    gravity: 'major' as const,
    status: 'unconfirmed' as const,
  }
  assert.deepEqual(readStatement(statementTyped(item, 'QF10')), item)
})

test('levels and questions keep what people answered with when they are reworded, and drop what is gone', () => {
  const before = [
    { value: 1, label: 'Bronze' },
    { value: 4, label: 'Or' },
  ]
  assert.deepEqual(
    readLevels('Argent\nOr', before, 1).map((level) => level.value),
    [1, 4],
  )
  assert.deepEqual(
    readLevels('A\nB : deux\nC', [], 1).map((level) => level.value),
    [1, 2, 3],
  )
  assert.deepEqual(readConditions('Apprentis ?\nInternat ?', [{ code: 'APP', question: 'Apprentis ?' }]), [
    { code: 'APP', question: 'Apprentis ?' },
    { code: 'C1', question: 'Internat ?' },
  ])
  const content = smallContent({ grades: before, conditions: [{ code: 'APP', question: 'Apprentis ?' }] })
  const asked = {
    ...content,
    themes: content.themes.map((theme) => ({ ...theme, items: theme.items.map((item) => ({ ...item, grade: 4, conditions: ['APP'] })) })),
  }
  const [item] = applyScale(asked, { scale: 'none', grades: 'Vert\nArgent\nOr', conditions: '' }).themes[0]?.items ?? []
  assert.deepEqual([item?.grade, item?.conditions], [3, undefined])
})

test('each problem has a page and a field', () => {
  const content = smallContent()
  assert.deepEqual(placeOf(content, ['themes', 0, 'items', 0, 'evidence']), { page: 'statement', theme: 'QF10', statement: 'QF10-P1', field: 'evidence' })
  assert.deepEqual(placeOf(content, ['themes', 0, 'items']), { page: 'statements', theme: 'QF10', field: null })
  assert.deepEqual(placeOf(content, ['themes', 0, 'purpose']), { page: 'theme', theme: 'QF10', field: 'purpose' })
  assert.deepEqual(placeOf(content, ['source', 'reference']), { page: 'source', field: 'source.reference' })
  assert.deepEqual(placeOf(content, ['scale', 'levels', 2, 'label']), { page: 'scale', field: 'levels' })
  assert.deepEqual(placeOf(content, ['short_title']), { page: 'about', field: 'short_title' })
  assert.deepEqual(placeOf(content, ['themes']), { page: 'draft', field: null })
  assert.equal(idOf('source.title'), 'source-title')
})

const before = [
  { code: 'A-1', text: 'Un tuteur suit chaque élève en stage.', around: '' },
  { code: 'A-2', text: 'Les familles sont reçues.', around: '' },
  { code: 'A-3', text: 'Un bilan est fait.', around: '' },
]

test('the list of changes is made by comparing texts, each code once', () => {
  const after = [
    { code: 'A-1', text: 'Un tuteur suit chaque élève pendant le stage.', around: '' },
    { code: 'A-2', text: 'Le budget de la cantine est voté en mai.', around: '' },
    { code: 'A-4', text: 'Un journal paraît.', around: '' },
  ]
  const kinds = allChanges(before, after, [], fr.changes.reasons).map(({ kind, from, to }) => [kind, ...from, ...to])
  assert.deepEqual(kinds, [
    ['minor', 'A-1', 'A-1'],
    ['major', 'A-2', 'A-2'],
    ['dropped', 'A-3'],
    ['added', 'A-4'],
  ])
  assert.equal(
    allChanges(before, before, [], fr.changes.reasons).every((change) => change.kind === 'same'),
    true,
  )
})

test('what people say counts before what is compared, and two merged stand together', () => {
  const after = [
    { code: 'A-1', text: before[0]?.text ?? '', around: '' },
    { code: 'A-9', text: 'Familles reçues et bilan fait.', around: '' },
  ]
  const one = sayChange([], 'A-2', { kind: 'merged', to: ['A-9'], reason: 'Réunis.' })
  assert.equal(lonelyMerges(allChanges(before, after, one, fr.changes.reasons)).length, 1)
  const both = sayChange(one, 'A-3', { kind: 'merged', to: ['A-9'], reason: 'Réunis.' })
  const changes = allChanges(before, after, both, fr.changes.reasons)
  assert.deepEqual(
    changes.map(({ kind, from, to }) => [kind, from.join('+'), to.join('+')]),
    [
      ['merged', 'A-2+A-3', 'A-9'],
      ['same', 'A-1', 'A-1'],
    ],
  )
  assert.deepEqual(withoutCode(both, 'A-3'), [{ kind: 'merged', from: ['A-2'], to: ['A-9'], reason: 'Réunis.' }])
})

test('what was said of a code that is no longer there no longer counts', () => {
  const said = [{ kind: 'split' as const, from: ['A-2'], to: ['A-7', 'A-8'], reason: 'Deux idées.' }]
  const changes = allChanges(before, before, said, fr.changes.reasons)
  assert.deepEqual(
    changes.map((change) => change.kind),
    ['same', 'same', 'same'],
  )
})

test('statements are compared by what one positions oneself on', () => {
  const [one] = statementsOf(smallContent())
  const [other] = statementsOf(
    smallContent({
      themes: [{ ...smallContent().themes[0]!, items: [{ ...smallItem('QF10-P1', 'Chaque nouvel élève est attendu par son nom.'), help: 'Par qui ?' }] }],
    }),
  )
  assert.equal(one?.text, other?.text)
  assert.notEqual(one?.around, other?.around)
})

test('somebody else publishes, unless nobody else may', () => {
  const [anne, paul] = [
    { personId: 'anne', name: 'Anne' },
    { personId: 'paul', name: 'Paul' },
  ]
  assert.equal(mayPublish('anne', 'paul', [anne, paul]), true)
  assert.equal(mayPublish('anne', 'anne', [anne, paul]), false)
  assert.equal(mayPublish('anne', 'anne', [anne]), true)
})
