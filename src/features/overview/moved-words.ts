import type { Language } from '../../platform/language.ts'
import { urls } from '../../urls.ts'
import type { Told } from './moved-rules.ts'
import { textsIn } from './texts.en.ts'

/** One sentence on what has moved, and where to see it. */
export function sentenceOf(line: Told, language: Language): { text: string; href: string } {
  const t = textsIn(language).mine.told
  const title = line.subject?.title ?? ''
  const here = { evaluation: line.subject?.id ?? '' }
  const school = { organisation: line.organisationId }
  switch (line.kind) {
    case 'evaluation.created':
      return { text: t.created(title), href: urls.evaluation.show(here) }
    case 'evaluation.opened':
      return { text: t.opened(title), href: urls.evaluation.show(here) }
    case 'evaluation.extended':
      return { text: t.extended(title), href: urls.evaluation.show(here) }
    case 'evaluation.closed':
      return { text: t.closed(title), href: urls.evaluation.spread(here) }
    case 'evaluation.validated':
      return { text: t.validated(title), href: urls.evaluation.show(here) }
    case 'evaluation.shared':
      return { text: t.shared(title), href: urls.evaluation.show(here) }
    case 'answer.finished':
      return { text: t.finished(line.count, title), href: urls.evaluation.show(here) }
    case 'agreement.saved':
      return { text: t.agreed(title), href: urls.evaluation.spread(here) }
    case 'finding.added':
      return { text: t.found(title), href: urls.evaluation.diagnosis(here) }
    case 'action.created':
      return line.subject
        ? { text: t.decided(title), href: urls.action.show({ action: line.subject.id }) }
        : { text: t.decidedMany(line.count), href: urls.school.actions(school) }
    case 'action.moved':
      return { text: t.actionDone(title), href: urls.action.show({ action: line.subject?.id ?? '' }) }
    case 'evidence.added':
      return { text: t.evidence(line.count), href: urls.school.evidence(school) }
    case 'mandate.given':
      return { text: t.joined(line.count), href: urls.school.show(school) }
  }
}
