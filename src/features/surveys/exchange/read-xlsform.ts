import { readGrids } from '../../frameworks/exchange/read-grids.ts'
import type { Grid } from '../../frameworks/exchange/grid.ts'
import { RefusedFile } from '../../frameworks/exchange/refusal.ts'
import { everywhere, orRefusal, refuse } from './carried.ts'
import type { NotCarried, ReadOutcome } from './carried.ts'
import type { Draft } from './draft.ts'
import { finishDraft } from './finish-draft.ts'
import { currentMonth } from './propose.ts'
import { languagesOf, sheetNamed, tagOf, wordsIn } from './xlsform-columns.ts'
import type { Line } from './xlsform-columns.ts'
import { aloneIn, collectedAlone } from './xlsform-questions.ts'
import type { Form } from './xlsform-questions.ts'
import { kindOf, walk } from './xlsform-walk.ts'

const largest = 5 * 1024 * 1024

/** A questionnaire for KoboToolbox, ODK and their kin (XLSForm, .xlsx or .ods). `thisMonth` is 'YYYY-MM'. Never throws because of the file. */
export const readXlsForm = (bytes: Uint8Array, thisMonth = currentMonth()): ReadOutcome =>
  orRefusal(() => {
    const { draft, notCarried } = draftOf(gridsOf(bytes), thisMonth)
    return finishDraft(draft, notCarried)
  })

type Grids = readonly Grid[]

function gridsOf(bytes: Uint8Array): Grids {
  if (bytes.length > largest) refuse('Ce classeur dépasse 5 Mo : un questionnaire est bien plus petit. Vérifiez que c’est le bon fichier.')
  try {
    return readGrids(bytes)
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    if (error.refusal.kind === 'encrypted') return refuse('Ce classeur est protégé par un mot de passe : enregistrez-le sans mot de passe.')
    if (error.refusal.kind === 'too-many-items') return refuse('Ce classeur compte trop de lignes : ce n’est pas un questionnaire que l’on puisse poser.')
    return refuse('Ce fichier n’est pas un classeur (.xlsx ou .ods) en bon état.')
  }
}

function draftOf(grids: Grids, thisMonth: string): { draft: Draft; notCarried: NotCarried[] } {
  const survey = sheetNamed(grids, 'survey', true)
  const choices = sheetNamed(grids, 'choices', false)
  const [settings] = sheetNamed(grids, 'settings', false)
  const notCarried: NotCarried[] = []
  const told = settings?.get('default_language')
  const tags = [...new Set(['survey', 'choices'].flatMap((name) => languagesOf(grids, name)))]
  const base = told === undefined ? (tags[0] ?? 'fr') : tagOf(told)
  if (told === undefined && tags.length === 0) {
    notCarried.push({ place: everywhere, what: 'La langue', why: 'Le fichier ne la dit pas : ses textes sont pris pour du français.' })
  }
  const lists = new Map<string, Line[]>()
  for (const line of choices) {
    const list = line.get('list_name') ?? line.get('list name') ?? ''
    const known = lists.get(list)
    if (known) known.push(line)
    else lists.set(list, [line])
  }
  const form: Form = { base, choices: lists, thisMonth, notCarried }
  notCarried.push(...saidOnce(survey))
  const title = settings ? wordsIn(settings, 'form_title', base) : new Map()
  return { draft: { base, tags: [...new Set([base, ...tags])], title, ...walk(survey, form) }, notCarried }
}

function saidOnce(survey: readonly Line[]): NotCarried[] {
  const said: NotCarried[] = []
  const tell = (is: boolean, what: string, why: string): void => {
    if (is) said.push({ place: everywhere, what, why })
  }
  tell(
    survey.some((line) => /^(yes|true|true\(\)|oui|1)$/i.test(line.get('required') ?? '')),
    'Les réponses obligatoires',
    'Ici, personne n’est obligé de répondre à une question.',
  )
  tell(
    survey.some((line) => line.has('constraint') && aloneIn(line.get('constraint') ?? '').size === 0),
    'Les contrôles de ce qui est saisi',
    'Ici, les réponses sont à choisir, ou libres.',
  )
  tell(
    survey.some((line) => collectedAlone.has(kindOf(line))),
    'Ce que l’appareil note sans le demander (heure, téléphone…)',
    'Un questionnaire anonyme ne le recueille pas.',
  )
  return said
}
