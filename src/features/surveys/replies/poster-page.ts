import { writeRepliesPoster } from '../../../platform/documents/survey-sheets.ts'
import { download, notFound, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { qrSvg } from '../invite/qr-svg.ts'
import { earlyPage } from '../results/results-pages.ts'
import { hereOf } from '../store.ts'
import type { Place } from '../store.ts'
import { findReplyPage, listReplies } from './replies-store.ts'
import { fr } from './texts.fr.ts'
import { textsIn } from './texts.en.ts'

/** One page for a wall, in French as the school is; `eleves`: in the words kept for pupils. Where the page is published, its square leads to it. */
export async function sendRepliesPoster(ask: SignedIn, place: Place): Promise<Answer> {
  if (place.survey.state !== 'released') return earlyPage(ask, place)
  const format = ask.params['format']
  if (format !== 'tous' && format !== 'eleves') return notFound()
  const here = hereOf(place)
  const replies = await listReplies(ask.db, here.survey, here.organisation)
  if (replies.length === 0) return redirect(urls.survey.replies(here), textsIn(ask.language).notYet)
  const known = await findReplyPage(ask.db, here.survey, here.organisation)
  const pupils = format === 'eleves'
  const link = known?.published ? `${ask.services.config.baseUrl}${urls.survey.replyPage({ token: known.address }, pupils ? { eleves: '1' } : {})}` : ''
  const bytes = await writeRepliesPoster({
    title: pupils ? fr.poster.pupilTitle : fr.title,
    school: place.schoolName,
    survey: fr.of(place.survey.title, place.survey.schoolYear),
    said: pupils ? fr.poster.pupilSaid : fr.said,
    replies: replies.map((reply) => ({
      said: reply.said,
      kind: reply.kind,
      kindWords: fr.kinds[reply.kind],
      done: pupils && reply.pupilWords ? reply.pupilWords : reply.done,
    })),
    link: link ? fr.poster.more : '',
    qr: link ? qrSvg(link) : '',
    qrAlt: fr.poster.qrAlt,
  })
  return download(`${fr.poster.fileName}-${format}.pdf`, 'application/pdf', bytes)
}
