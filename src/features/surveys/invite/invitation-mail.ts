import { formatDate } from '../../../platform/language.ts'
import type { PartView } from '../answer/part-view.ts'
import { estimateMinutes } from '../bank/estimate.ts'
import { askedQuestions } from '../campaign/survey-rules.ts'
import { saysTu } from '../questionnaire/answering-words.ts'
import { fr } from './texts.fr.ts'

interface MailFor {
  view: PartView
  link: string
  anonymity: string
  again: boolean
}

/** In French, with one link to answer; the same for everybody but for the code. */
export function invitationMail({ view, link, anonymity, again }: MailFor): { subject: string; body: string } {
  const t = saysTu(view.audience) ? fr.mailTu : fr.mail
  const minutes = estimateMinutes({ questions: askedQuestions({ questions: view.questions }, view.freeText) })
  const lines = [
    again ? t.remindHello(view.schoolName) : t.hello(view.schoolName),
    view.purpose,
    t.answer(minutes),
    link,
    view.closesOn ? t.until(formatDate(view.closesOn, 'fr')) : '',
    t.anonymous(view.threshold),
    t.how(anonymity),
    view.promise ? t.promise(view.promise) : '',
    again ? t.whyAgain : t.once,
  ]
  return { subject: again ? t.remindSubject(view.title) : t.subject(view.title), body: lines.filter((line) => line !== '').join('\n\n') }
}
