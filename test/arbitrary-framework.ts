import fc from 'fast-check'
import type { FrameworkHeader, ItemContent, ThemeContent } from '../src/features/frameworks/content.ts'
import { audiences, frameworkKinds } from '../src/features/frameworks/content.ts'
import { indicatorNames } from '../src/features/frameworks/indicator-codes.ts'
import type { Scale } from '../src/features/frameworks/scale.ts'
import { phases } from '../src/ui/phases.ts'

/** Words as people and hostile people write them: accents, signs of every format, what looks like a formula, a date or a number. */
const words = fc.constantFrom(
  ...'élève équipe « guillemets » l’accueil ½ 🎓 œuvre =1+1 @SUM +33 -2 2023 null true 2023-01-01 a:b # & * ! | > % ` "deux" \'un\' \\n ; , [x] {y} <b> &amp; _x0041_ 数学 ~ --- ...'.split(
    ' ',
  ),
)

/** A text of so many characters, without spaces at its ends unless `loose`. */
function text(shortest: number, longest: number, { line = false, loose = false } = {}): fc.Arbitrary<string> {
  const between = line ? fc.constant(' ') : fc.constantFrom(' ', ' ', '\n', '\n\n', '  ')
  return fc
    .array(fc.tuple(words, between), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.map(([word, space]) => word + space).join(''))
    .map((all) => (loose ? all : all.trim()).normalize('NFC'))
    .map((all) => cut([...all].length < shortest ? `${all}${'x'.repeat(shortest)}` : all, longest, loose))
}

const cut = (all: string, longest: number, loose: boolean): string => {
  const short = all.slice(0, longest).replace(/[\uD800-\uDBFF]$/, 'x')
  return loose ? short : short.trim()
}

const line = (shortest: number, longest: number): fc.Arbitrary<string> => text(shortest, longest, { line: true })

const maybe = <T>(name: string, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.option(value, { nil: undefined }).map((one) => (one === undefined ? {} : { [name]: one }))

const together = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<object> => fc.tuple(...parts).map((all) => Object.assign({}, ...all) as object)

const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

const levels = (least: number): fc.Arbitrary<{ value: number; label: string; descriptor?: string }[]> =>
  fc
    .uniqueArray(fc.integer({ min: least, max: 100 }), { minLength: 2, maxLength: 5 })
    .chain((values) =>
      fc.tuple(
        ...[...values].sort((a, b) => a - b).map((value) => together(fc.constant({ value, label: `Degré ${value}` }), maybe('descriptor', text(2, 200)))),
      ),
    ) as fc.Arbitrary<{ value: number; label: string; descriptor?: string }[]>

const scale: fc.Arbitrary<Scale> = fc.oneof(
  fc.constant<Scale>({ kind: 'none' }),
  fc.constant<Scale>({ kind: 'statements' }),
  levels(0).map((found): Scale => ({ kind: 'levels', levels: found })),
)

const letters = { plan: 'P', do: 'D', check: 'C', act: 'A' } as const

interface Around {
  scale: Scale
  grades: number[]
  conditions: string[]
}

function item(theme: string, place: number, around: Around): fc.Arbitrary<ItemContent> {
  const phase = fc.option(fc.constantFrom(...phases), { nil: null })
  return phase.chain((found) =>
    together(
      fc.constant({ code: `${theme}-${found ? letters[found] : 'X'}${place}`, ...(found ? { phase: found } : {}) }),
      maybe('title', line(3, 100)),
      text(10, 400).map((statement) => ({ statement })),
      maybe('help', text(1, 300)),
      around.scale.kind === 'statements'
        ? fc.tuple(text(3, 200), text(3, 200)).map(([low, high]) => ({ contrast_low: low, contrast_high: high }))
        : fc.constant({}),
      fc.uniqueArray(fc.constantFrom(...audiences), { minLength: 1 }).map((found_) => ({ audiences: found_ })),
      fc.uniqueArray(line(2, 120), { minLength: 1, maxLength: 6 }).map((evidence) => ({ evidence })),
      fc.uniqueArray(fc.constantFrom(...Object.keys(indicatorNames)), { maxLength: 4 }).map((indicators) => ({ indicators })),
      around.grades.length > 0 ? maybe('grade', fc.constantFrom(...around.grades)) : fc.constant({}),
      around.conditions.length > 0
        ? maybe('conditions', fc.uniqueArray(fc.constantFrom(...around.conditions), { minLength: 1, maxLength: 6 }))
        : fc.constant({}),
      maybe('gravity', fc.constantFrom('minor', 'major')),
      maybe('status', fc.constantFrom('confirmed', 'unconfirmed')),
    ),
  ) as fc.Arbitrary<ItemContent>
}

const status: fc.Arbitrary<object> = fc.oneof(
  fc.constant({ status: 'confirmed' }),
  text(2, 200).map((note) => ({ status: 'unconfirmed', unconfirmed_note: note })),
)

function theme(code: string, around: Around): fc.Arbitrary<ThemeContent> {
  return fc.integer({ min: 1, max: 5 }).chain((size) =>
    together(
      fc.constant({ code }),
      line(2, 250).map((title) => ({ title })),
      text(2, 400).map((purpose) => ({ purpose })),
      fc.uniqueArray(line(2, 60), { minLength: 1, maxLength: 5 }).map((keywords) => ({ keywords })),
      status,
      fc.tuple(...Array.from({ length: size }, (_, index) => item(code, index + 1, around))).map((items) => ({ items })),
    ),
  ) as fc.Arbitrary<ThemeContent>
}

/** Any framework without a fault, up to what makes a test slow. */
export const frameworks: fc.Arbitrary<FrameworkHeader> = fc
  .record({
    scale,
    grades: fc.option(levels(1), { nil: null }),
    conditions: fc.option(fc.uniqueArray(fc.constantFrom('CFA', 'ALT', 'PUB', 'X1'), { minLength: 1 }), { nil: null }),
    codes: fc.uniqueArray(fc.constantFrom('QF01', 'QF10', 'A', 'EQ.1', 'Z9.Z', 'T1', 'T2'), { minLength: 1, maxLength: 4 }),
  })
  .chain(({ scale: found, grades, conditions, codes }) => {
    const around: Around = { scale: found, grades: grades?.map((grade) => grade.value) ?? [], conditions: conditions ?? [] }
    return together(
      fc.constantFrom({ id: 'essai', version: '2023' }, { id: 'un-autre-essai', version: '1.0' }, { id: 'a', version: '4b' }),
      fc.constantFrom({ locale: 'fr' }, { locale: 'fr-FR' }, { locale: 'en' }),
      fc.tuple(line(2, 250), line(2, 60)).map(([title, short]) => ({ title, short_title: short })),
      status,
      maybe('blank', fc.constant(false)),
      fc.constantFrom({ valid_from: null, valid_to: null }, { valid_from: '2020-09-01', valid_to: '2030-08-31' }),
      day.map((from) => ({ valid_from: from, valid_to: null })),
      together(
        fc.tuple(line(2, 250), line(2, 250), text(2, 300), text(2, 300)).map(([title, publisher, reference, note]) => ({ title, publisher, reference, note })),
        maybe('url', fc.constantFrom('https://exemple.fr/a?b=c', 'https://www.education.gouv.fr/')),
      ).map((source) => ({ source })),
      text(2, 300).map((licence) => ({ licence })),
      maybe('notes', text(2, 300)),
      maybe('kind', fc.constantFrom(...frameworkKinds)),
      maybe(
        'award',
        together(
          line(2, 250).map((by) => ({ by })),
          fc.constantFrom({ years: null }, { years: 5 }),
          maybe('status', fc.constantFrom('confirmed', 'unconfirmed')),
          text(2, 300).map((note) => ({ note })),
        ),
      ),
      fc.constant(grades ? { grades } : {}),
      fc.constant(conditions ? { conditions: conditions.map((code) => ({ code, question: `Êtes-vous ${code} ?` })) } : {}),
      fc.constant({ scale: found }),
      fc.tuple(...codes.map((code) => theme(code, around))).map((themes) => ({ themes })),
    ) as fc.Arbitrary<FrameworkHeader>
  })
