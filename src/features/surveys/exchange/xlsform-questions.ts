import { cleanText } from '../../../platform/documents/clean-text.ts'
import type { NotCarried } from './carried.ts'
import { anyText, mapWords, placeOf } from './draft.ts'
import type { DraftOption, DraftQuestion, Words } from './draft.ts'
import { otherOption } from './limesurvey-kinds.ts'
import { plainText } from './plain-text.ts'
import { datesAround, intervalsInWords, intervalsOf } from './propose.ts'
import { wordsIn } from './xlsform-columns.ts'
import type { Line } from './xlsform-columns.ts'

export interface Form {
  base: string
  choices: ReadonlyMap<string, readonly Line[]>
  thisMonth: string
  notCarried: NotCarried[]
}

const leftAside: Readonly<Record<string, string>> = {
  rank: 'Elle demande de classer des réponses, ce qui n’existe pas ici. Demandez plutôt de choisir les plus importantes.',
  time: 'Elle demande une heure, ce qui n’existe pas ici. Proposez des moments de la journée.',
  acknowledge: 'Elle demande de confirmer d’avoir lu, ce qui n’existe pas ici. Écrivez-le dans l’introduction.',
  calculate: 'C’est un calcul caché, que personne ne lit.',
  hidden: 'C’est une donnée cachée, que personne ne lit.',
}
const positions = new Set(['geopoint', 'geotrace', 'geoshape', 'start-geopoint'])
const deposited = new Set(['image', 'photo', 'audio', 'video', 'file', 'barcode', 'background-audio'])

/** What the phone notes without asking. */
export const collectedAlone = new Set(['start', 'end', 'today', 'deviceid', 'subscriberid', 'simserial', 'phonenumber', 'username', 'email', 'audit'])

/** A row of the sheet « survey » as a question of ours; null where it has no like, which is told. */
export function draftOfLine(line: Line, section: string, form: Form): DraftQuestion | null {
  const { base } = form
  const [type = '', list = '', ...more] = (line.get('type') ?? '').split(/\s+/)
  const name = line.get('name') ?? ''
  const words = clean(wordsIn(line, 'label', base))
  const place = placeOf(name, anyText(words))
  const tell = (what: string, why: string): void => void form.notCarried.push({ place, what, why })
  const asked = { code: name, place, section, words, help: clean(helpOf(line, base)) }
  switch (type) {
    case 'select_one':
    case 'select_multiple': {
      const alone = type === 'select_multiple' ? aloneIn(line.get('constraint') ?? '') : new Set<string>()
      const options = optionsOf(form, list).map((one) => (alone.has(one.code) ? { ...one, alone: true } : one))
      if (more.includes('or_other')) {
        options.push(otherOption)
        tell('Le texte à écrire après « Autre »', 'La réponse « Autre » est gardée, sans texte : ajoutez une question libre s’il vous le faut.')
      }
      if (line.has('choice_filter')) tell('Le tri des réponses selon une autre question', 'Ici, une question propose les mêmes réponses à tous.')
      const values = new Map(options.map(({ code }) => [code === otherOption.code ? 'other' : code, code]))
      return { ...asked, kind: type === 'select_one' ? 'choice' : 'multiple', options, answers: new Map([[name, values]]) }
    }
    case 'integer':
    case 'int':
    case 'decimal':
    case 'range': {
      const limits = `${line.get('constraint') ?? ''} ${line.get('parameters') ?? ''}`
      const from = intervalsOf(boundOf(limits, /(?:\.\s*>=?|start=)\s*(-?\d+(?:\.\d+)?)/), boundOf(limits, /(?:\.\s*<=?|end=)\s*(-?\d+(?:\.\d+)?)/))
      tell('Le nombre exact', intervalsInWords(from))
      return { ...asked, kind: 'number', from }
    }
    case 'text':
    case 'string':
      return { ...asked, kind: 'text' }
    case 'date':
    case 'datetime':
    case 'dateTime': {
      const dates = datesAround(
        />=?\s*date\('([^']+)'/.exec(line.get('constraint') ?? '')?.[1] ?? '',
        /<=?\s*date\('([^']+)'/.exec(line.get('constraint') ?? '')?.[1] ?? '',
        form.thisMonth,
        line.get('appearance') === 'year',
      )
      tell('Le jour exact', `Ici, une date est gardée par mois ou par année, ${dates.inWords}. Changez ces deux dates s’il le faut.`)
      return { ...asked, kind: 'date', by: dates.by, first: dates.first, last: dates.last }
    }
  }
  tell('La question', reasonOf(type))
  return null
}

function reasonOf(type: string): string {
  if (positions.has(type)) return 'Elle relève une position sur une carte ; un questionnaire anonyme n’en recueille pas.'
  if (deposited.has(type)) return 'Elle demande de déposer un fichier ou de lire un code ; un questionnaire anonyme n’en reçoit pas.'
  if (type.endsWith('_from_file')) return 'Ses réponses sont dans un autre fichier. Ajoutez la question et ses réponses à la main.'
  return leftAside[type] ?? `Cette sorte de question (« ${type} ») n’existe pas ici.`
}

/** « none of these »: what a form lets nobody tick with anything else. */
export const aloneIn = (constraint: string): Set<string> =>
  new Set([...constraint.matchAll(/not\(selected\(\., '([^']+)'\) and count-selected\(\.\) > 1\)/g)].map((match) => match[1] ?? ''))

const boundOf = (text: string, pattern: RegExp): number | null => {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? null : Number(found)
}

function helpOf(line: Line, base: string): Words {
  const hint = wordsIn(line, 'hint', base)
  return anyText(hint) === '' ? wordsIn(line, 'guidance_hint', base) : hint
}

const optionsOf = ({ choices, base }: Form, list: string): DraftOption[] =>
  (choices.get(list) ?? []).map((line) => ({ code: line.get('name') ?? line.get('value') ?? '', words: clean(wordsIn(line, 'label', base)) }))

const mark = /<\/?(a|b|br|div|em|font|h[1-6]|i|img|li|ol|p|small|span|strong|sub|sup|u|ul)(\s[^<>]*|\/)?>/i

/** Labels may hold marks of Markdown, and of HTML: where there is none of these, a sign is a sign. */
export const clean = (words: Words): Words =>
  mapWords(words, (text) => (mark.test(text) ? plainText(text) : cleanText(text).trim()).replace(/\*\*([^*\n]+)\*\*/g, '$1').replace(/^#{1,6}\s+/gm, ''))
