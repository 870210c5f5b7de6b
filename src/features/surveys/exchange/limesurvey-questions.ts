import type { NotCarried } from './carried.ts'
import { anyText, joined, mapWords, placeOf } from './draft.ts'
import type { DraftOption, DraftQuestion, Words } from './draft.ts'
import { datesAround, intervalsOf, intervalsInWords } from './propose.ts'
import { leftAside, otherOption, suppliedOptions } from './limesurvey-kinds.ts'
import type { LimeChoice, LimeQuestion } from './limesurvey.ts'
import { picturesOf, plainText } from './plain-text.ts'

type Base = Pick<DraftQuestion, 'code' | 'place' | 'section' | 'words' | 'help'>
type Tell = (what: string, why: string) => void

/** A question of LimeSurvey as ours: none where it has no like, several where it is a table of statements. */
export function draftQuestions(question: LimeQuestion, section: string, thisMonth: string, notCarried: NotCarried[]): DraftQuestion[] {
  const place = placeOf(question.code, anyText(mapWords(question.words, plainText)))
  const tell: Tell = (what, why) => notCarried.push({ place, what, why })
  if (question.attributes.get('hidden') === '1') {
    tell('La question', 'Elle est cachée à ceux qui répondent.')
    return []
  }
  const base: Base = { code: question.code, place, section, words: shown(question.words, tell), help: mapWords(question.help, plainText) }
  const { type } = question
  if ('LOM!P5GY'.includes(type)) return [chosen(question, base, tell)]
  if ('ABCEF'.includes(type)) {
    const options = suppliedOptions[type] ?? optionsOf(question.answers, tell)
    return statements(question, base).map(({ base: row, names }) => ({ ...row, kind: 'choice', options, answers: named(names, options) }))
  }
  if (type === 'H') return byColumn(question, base, tell)
  if ('STU'.includes(type)) return [{ ...base, kind: 'text' }]
  if (type === 'Q') return statements(question, base).map(({ base: row }) => ({ ...row, kind: 'text' }))
  if (type === 'N') return [numbered(question, base, tell)]
  if (type === 'K') return statements(question, base).map(({ base: row }) => numbered(question, row, tell))
  if (type === 'D') return [dated(question, base, thisMonth, tell)]
  tell('La question', leftAside[type] ?? `Cette sorte de question (« ${type} ») n’existe pas ici.`)
  return []
}

function chosen(question: LimeQuestion, base: Base, tell: Tell): DraftQuestion {
  const { type, code, numbered: sgqa } = question
  const multiple = type === 'M' || type === 'P'
  const alone = new Set((question.attributes.get('exclude_all_others') ?? '').split(';').filter((one) => one !== ''))
  const own = suppliedOptions[type] ?? optionsOf(multiple ? question.rows : question.answers, tell)
  const options = own.map((option) => (multiple && alone.has(option.code) ? { ...option, alone: true } : option))
  if (question.other) {
    options.push(otherOption)
    tell('Le texte à écrire après « Autre »', 'La réponse « Autre » est gardée, sans texte : ajoutez une question libre s’il vous le faut.')
  }
  if (type === 'O' || type === 'P') tell('Les commentaires à écrire à côté des réponses', 'Ajoutez une question libre s’il vous les faut.')
  if (type === 'G')
    tell('Le genre, demandé tel quel', 'La question est gardée. Demandez-vous si le genre est utile : dans un petit groupe, il aide à reconnaître quelqu’un.')
  if (!multiple) {
    const answers = new Map([...named([code, sgqa], options)].map(([name, values]) => [name, new Map([...values, ['-oth-', otherOption.code]])]))
    return { ...base, kind: 'choice', options, answers }
  }
  const ticks = options.flatMap((option): [string, Map<string, string>][] => {
    const suffix = option === otherOption ? 'other' : option.code
    return [`${code}_${suffix}`, `${sgqa}${suffix}`].map((name) => [name, new Map([['Y', option.code]])])
  })
  return { ...base, kind: 'multiple', options, answers: new Map(ticks) }
}

/** A table becomes one statement per row; what stands above the table helps to read each. */
function statements(question: LimeQuestion, base: Base): { base: Base; names: string[] }[] {
  return question.rows.map((row) => {
    const words = mapWords(row.words, (text) => plainText(text).replace(/\|[^|]*$/, ''))
    return {
      base: {
        ...base,
        code: `${question.code}-${row.code}`,
        place: `${base.place}, ${placeOf(row.code, anyText(words), 'ligne')}`,
        words,
        help: joined([base.words, base.help]),
      },
      names: [`${question.code}_${row.code}`, `${question.numbered}${row.code}`],
    }
  })
}

/** The table by columns: each column is answered once, among the rows. */
function byColumn(question: LimeQuestion, base: Base, tell: Tell): DraftQuestion[] {
  const options = optionsOf(question.answers, tell)
  return statements(question, base).map(({ base: column, names }) => ({ ...column, kind: 'choice', options, answers: named(names, options) }))
}

function numbered({ attributes, suffix }: LimeQuestion, base: Base, tell: Tell): DraftQuestion {
  const bound = (names: string[]): number | null => {
    const text = names.map((name) => attributes.get(name)).find((one) => one !== undefined && one.trim() !== '')
    return text !== undefined && Number.isFinite(Number(text)) ? Number(text) : null
  }
  const from = intervalsOf(bound(['min_num_value_n', 'min_num_value', 'slider_min']), bound(['max_num_value_n', 'max_num_value', 'slider_max']))
  tell('Le nombre exact', intervalsInWords(from))
  const unit = mapWords(suffix, plainText)
  return { ...base, kind: 'number', from, ...(anyText(unit) === '' ? {} : { unit }) }
}

function dated({ attributes }: LimeQuestion, base: Base, thisMonth: string, tell: Tell): DraftQuestion {
  const dates = datesAround(attributes.get('date_min') ?? '', attributes.get('date_max') ?? '', thisMonth, attributes.get('date_format') === 'yyyy')
  tell('Le jour exact', `Ici, une date est gardée par mois ou par année, ${dates.inWords}. Changez ces deux dates s’il le faut.`)
  return { ...base, kind: 'date', by: dates.by, first: dates.first, last: dates.last }
}

const optionsOf = (choices: readonly LimeChoice[], tell: Tell): DraftOption[] => choices.map(({ code, words }) => ({ code, words: shown(words, tell) }))

function named(names: readonly string[], options: readonly DraftOption[]): Map<string, Map<string, string>> {
  const values = new Map(options.map((option) => [option.code, option.code]))
  return new Map(names.map((name) => [name, values]))
}

/** A text without its marks; where it was only a picture, what the picture is called. */
function shown(words: Words, tell: Tell): Words {
  let pictured = false
  const texts = mapWords(words, (html) => {
    const pictures = picturesOf(html)
    pictured ||= pictures.length > 0
    return plainText(html) || pictures.join(', ')
  })
  if (pictured) tell('Une image', `Elle n’est pas reprise ; il reste « ${anyText(texts).slice(0, 60)} ».`)
  return texts
}
