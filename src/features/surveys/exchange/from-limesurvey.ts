import { everywhere, refuse } from './carried.ts'
import type { NotCarried } from './carried.ts'
import { anyText, joined, mapWords, placeOf } from './draft.ts'
import type { Draft, DraftQuestion, Words } from './draft.ts'
import { mostInFile } from './finish-draft.ts'
import { isAlways, readRelevance } from './limesurvey-condition.ts'
import { draftQuestions } from './limesurvey-questions.ts'
import type { LimeGroup, LimeQuestion, LimeSurvey } from './limesurvey.ts'
import { plainText } from './plain-text.ts'

/** A survey of LimeSurvey as a draft of ours, with what is lost on the way. */
export function draftOfLimeSurvey(survey: LimeSurvey, thisMonth: string): { draft: Draft; notCarried: NotCarried[] } {
  const count = survey.groups.reduce((sum, group) => sum + group.questions.length, 0)
  if (count > mostInFile) refuse('Ce fichier contient beaucoup trop de questions pour un questionnaire que l’on puisse poser.')
  const notCarried = saidOnce(survey)
  const title = mapWords(survey.title, plainText)
  const intro = [mapWords(survey.description, plainText), mapWords(survey.welcome, plainText)]
  const asked = survey.groups.filter((group) => group.questions.length > 0)
  const [only] = asked
  const onePart = asked.length === 1 && only !== undefined && anyText(mapWords(only.name, plainText)) === anyText(title)
  const questions: DraftQuestion[] = []
  const sections: { code: string; words: Words }[] = []
  for (const [index, group] of asked.entries()) {
    const section = onePart ? '' : `S${index + 1}`
    if (!onePart) sections.push({ code: section, words: mapWords(group.name, plainText) })
    const description = mapWords(group.description, plainText)
    if (anyText(description) !== '') intro.push(index === 0 ? description : new Map())
    questions.push(...draftGroup(group, section, index === 0 ? new Map() : description, intro, thisMonth, notCarried))
  }
  return { draft: { base: survey.base, tags: survey.tags, title, intro: joined(intro, '\n\n'), sections, questions }, notCarried }
}

/** What is shown between questions waits for the next one, and becomes its help. */
function draftGroup(group: LimeGroup, section: string, description: Words, intro: Words[], thisMonth: string, notCarried: NotCarried[]): DraftQuestion[] {
  const drafted: DraftQuestion[] = []
  let waiting: Words[] = anyText(description) === '' ? [] : [description]
  for (const question of group.questions) {
    if (question.type === 'X') {
      const shown = joined([mapWords(question.words, plainText), mapWords(question.help, plainText)])
      waiting.push(shown)
      const why = 'Il devient l’aide de la question qui le suit ; vérifiez qu’il y est à sa place.'
      notCarried.push({ place: placeOf(question.code, anyText(shown)), what: 'Un texte affiché seul', why })
      continue
    }
    const [first, ...others] = draftQuestions(question, section, thisMonth, notCarried)
    if (!first) continue
    const help = joined([...waiting, first.help])
    waiting = []
    drafted.push(...[anyText(help) === '' ? first : { ...first, help }, ...others].map((one) => conditioned(one, question, group)))
  }
  if (drafted.length === 0) intro.push(...waiting)
  else if (waiting.length > 0) {
    const why = 'Aucune question ne le suit dans sa partie. Ajoutez-le à une question ou à l’introduction.'
    notCarried.push({ place: `Après ${drafted.at(-1)?.place ?? ''}`, what: `Un texte : « ${anyText(waiting[0] ?? new Map()).slice(0, 80)} »`, why })
  }
  return drafted
}

/** A condition that is not understood is one that no question answers: it is told with those that cannot be kept. */
function conditioned(draft: DraftQuestion, { relevance }: LimeQuestion, group: LimeGroup): DraftQuestion {
  const conditions = [group.relevance, relevance].filter((one) => !isAlways(one))
  if (conditions.length === 0) return draft
  return { ...draft, when: (conditions.length === 1 ? readRelevance(conditions[0] ?? '') : null) ?? [{ name: '', value: '' }] }
}

function saidOnce({ groups, quotas, assessments }: LimeSurvey): NotCarried[] {
  const questions = groups.flatMap((group) => group.questions)
  const said: NotCarried[] = []
  const tell = (is: boolean, what: string, why: string): void => {
    if (is) said.push({ place: everywhere, what, why })
  }
  tell(
    questions.some((one) => one.mandatory),
    'Les réponses obligatoires',
    'Ici, personne n’est obligé de répondre à une question.',
  )
  tell(
    questions.some((one) => one.validated),
    'Les contrôles de ce qui est saisi',
    'Ici, les réponses sont à choisir, ou libres.',
  )
  tell(quotas, 'Les quotas', 'Ici, tous ceux qui sont invités peuvent répondre.')
  tell(assessments, 'Les points donnés aux réponses', 'Ici, un questionnaire ne note pas ceux qui répondent.')
  return said
}
