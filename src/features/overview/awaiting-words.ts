import { formatDate } from '../../platform/language.ts'
import type { Language } from '../../platform/language.ts'
import type { Html } from '../../ui/html.ts'
import { phaseSign, wheel } from '../../ui/wheel.ts'
import { urls } from '../../urls.ts'
import { cycleWheel } from '../evaluations/wheel.ts'
import type { SurveyAtSchool } from '../surveys/campaign/awaiting-store.ts'
import type { Awaiting, CycleAwaiting, SurveyKind } from './awaiting-rules.ts'
import { textsIn } from './texts.en.ts'

/** One thing that awaits, as it is shown. */
export interface AwaitingWords {
  title: string
  why: string
  href: string
  verb: string
  sign: Html
  organisationName: string | null
}

export function wordsOf(awaiting: Awaiting, language: Language): AwaitingWords {
  const t = textsIn(language).mine.awaiting
  const begun = (awaiting.kind === 'answer' || awaiting.kind === 'answer-soon') && hasBegun(awaiting)
  return { verb: begun ? t.goOn : t.verbs[awaiting.kind], ...contentOf(awaiting, language) }
}

const hasBegun = ({ cycle }: CycleAwaiting): boolean => (cycle.part?.answered ?? 0) > 0

type Content = Omit<AwaitingWords, 'verb'>

function contentOf(awaiting: Awaiting, language: Language): Content {
  const t = textsIn(language).mine.awaiting
  switch (awaiting.kind) {
    case 'action-passed':
    case 'action-near': {
      const { action } = awaiting
      const [title, why] = awaiting.kind === 'action-passed' ? [t.passed, t.passedWhy] : [t.near, t.nearWhy]
      const day = action.dueOn ? formatDate(action.dueOn, language) : ''
      return {
        title: title(action.title),
        why: why(day),
        href: urls.action.show({ action: action.id }),
        sign: phaseSign('act', 48),
        organisationName: action.organisationName,
      }
    }
    case 'invite-team':
      return beginning(t.invite, t.inviteWhy(awaiting.school.name), urls.school.invite({ organisation: awaiting.school.id }))
    case 'proofs-ending': {
      const { id, name, endingProofs } = awaiting.school
      const href = urls.school.evidence({ organisation: id }, { etat: 'bientot' })
      return { title: t.proofs(endingProofs), why: t.proofsWhy, href, sign: phaseSign('check', 48), organisationName: name }
    }
    case 'first-evaluation':
      return beginning(t.first, t.firstWhy(awaiting.school.name), urls.school.newEvaluation({ organisation: awaiting.school.id }))
    case 'shared':
      return sharedContent(awaiting, language)
    case 'survey-session':
    case 'survey-invite':
    case 'survey-results':
    case 'survey-start':
    case 'survey-open':
      return surveyContent(awaiting.kind, awaiting.survey, language)
    case 'import': {
      const { importedAt, schools } = awaiting.directory
      return beginning(t.import, schools > 0 && importedAt ? t.importOld(formatDate(importedAt, language)) : t.importNone, urls.operator.importSchools())
    }
    default:
      return cycleContent(awaiting, language)
  }
}

const beginning = (title: string, why: string, href: string): Content => ({ title, why, href, sign: phaseSign('plan', 48), organisationName: null })

/** One of them, or where they are listed: a national mandate has no such list, and is led to the latest. */
function sharedContent({ shared }: Extract<Awaiting, { kind: 'shared' }>, language: Language): Content {
  const t = textsIn(language).mine.awaiting
  const { count, latest, authorityId } = shared
  const sign = phaseSign('check', 48)
  if (count > 1 && authorityId)
    return { title: t.sharedMany(count), why: t.sharedManyWhy, href: urls.authority.show({ organisation: authorityId }), sign, organisationName: null }
  return {
    title: t.shared(latest.title, latest.organisationName),
    why: t.sharedWhy(formatDate(latest.sharedOn, language)),
    href: urls.evaluation.show({ evaluation: latest.id }),
    sign,
    organisationName: null,
  }
}

function surveyContent(kind: SurveyKind, survey: SurveyAtSchool, language: Language): Content {
  const t = textsIn(language).mine.awaiting
  const here = { survey: survey.id, organisation: survey.organisationId }
  const common = { sign: phaseSign('check', 48), organisationName: survey.organisationName }
  switch (kind) {
    case 'survey-session':
      return { ...common, title: t.surveySession(survey.title), why: t.surveySessionWhy, href: urls.survey.session({ ...here, door: survey.session ?? '' }) }
    case 'survey-invite':
      return { ...common, title: t.surveyInvite(survey.title), why: t.surveyInviteWhy, href: urls.survey.place(here) }
    case 'survey-results':
      return { ...common, title: t.surveyResults(survey.title), why: t.surveyResultsWhy, href: urls.survey.results(here) }
    case 'survey-start':
      return { ...common, title: t.surveyStart(survey.title), why: t.surveyStartWhy, href: urls.survey.show({ survey: survey.id }) }
    case 'survey-open':
      return { ...common, title: t.surveyOpen(survey.title), why: t.surveyOpenWhy, href: urls.survey.show({ survey: survey.id }) }
  }
}

function cycleContent(awaiting: CycleAwaiting, language: Language): Content {
  const { cycle } = awaiting
  return {
    ...cycleSentences(awaiting, language),
    href: cycleHref(awaiting),
    sign: wheel({ quarters: cycleWheel(cycle.facts).quarters, size: 48 }),
    organisationName: cycle.organisationName,
  }
}

function cycleHref({ kind, cycle }: CycleAwaiting): string {
  const here = { evaluation: cycle.id }
  switch (kind) {
    case 'answer-soon':
    case 'answer':
      return urls.evaluation.answer(here)
    case 'close':
      return urls.evaluation.close(here)
    case 'remind':
      return urls.evaluation.show(here)
    case 'validate':
      return urls.evaluation.validate(here)
    case 'agree':
    case 'read-spread':
      return urls.evaluation.spread(here)
    case 'diagnose':
    case 'decide-actions':
      return urls.evaluation.diagnosis(here)
    case 'open':
      return urls.evaluation.open(here)
    case 'choose-team':
      return urls.evaluation.members(here)
    case 'compose':
      return urls.evaluation.compose(here)
  }
}

function cycleSentences(awaiting: CycleAwaiting, language: Language): { title: string; why: string } {
  const t = textsIn(language).mine.awaiting
  const { title, facts } = awaiting.cycle
  switch (awaiting.kind) {
    case 'answer-soon':
    case 'answer':
      return { title: t.answer(title, hasBegun(awaiting)), why: answerWhy(awaiting, language) }
    case 'close':
      return { title: t.close(title), why: closeWhy(awaiting, language) }
    case 'remind':
      return { title: t.remind(title), why: t.remindWhy((facts.members ?? 0) - (facts.finished ?? 0), formatDate(awaiting.cycle.endsOn ?? '', language)) }
    case 'validate':
      return { title: t.validate(title), why: t.validateWhy }
    case 'agree':
      return { title: t.agree(title), why: t.agreeWhy(facts.items - facts.agreed) }
    case 'diagnose':
      return { title: t.diagnose(title), why: t.diagnoseWhy }
    case 'decide-actions':
      return { title: t.decide(title), why: t.decideWhy }
    case 'open':
      return { title: t.open(title), why: t.openWhy(facts.items, facts.members ?? 0) }
    case 'choose-team':
      return { title: t.chooseTeam(title), why: t.chooseTeamWhy }
    case 'compose':
      return { title: t.compose(title), why: t.composeWhy }
    case 'read-spread':
      return { title: t.spread(title), why: t.spreadWhy }
  }
}

function answerWhy({ cycle, left, minutes, passed }: CycleAwaiting, language: Language): string {
  const t = textsIn(language).mine.awaiting
  const answered = cycle.part?.answered ?? 0
  const amount = left === 0 ? t.answerNone : answered === 0 ? t.answerAll(left, minutes) : t.answerLeft(left, left + answered, minutes)
  if (!cycle.endsOn) return amount
  const day = formatDate(cycle.endsOn, language)
  return `${amount} ${passed ? t.stillOpen(day) : t.until(day)}`
}

function closeWhy({ cycle, passed }: CycleAwaiting, language: Language): string {
  const t = textsIn(language).mine.awaiting
  const { finished, members } = cycle.facts
  const all = finished !== null && members !== null && finished >= members
  return all || !passed || !cycle.endsOn ? t.closeAll : t.closePassed(formatDate(cycle.endsOn, language), finished ?? 0, members ?? 0)
}
