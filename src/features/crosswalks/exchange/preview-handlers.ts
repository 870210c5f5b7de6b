import { recordActivity } from '../../../platform/activity.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { beginDraft } from '../../frameworks/edit/commands.ts'
import { listOwnFrameworks } from '../../frameworks/edit/lists-store.ts'
import type { FrameworkHeader } from '../../frameworks/content.ts'
import type { CrosswalkContent } from '../content.ts'
import { insertWholeCrosswalk } from './content-store.ts'
import { findVersion, listKnownVersions } from './known-store.ts'
import { previewPage } from './preview-page.ts'
import { dropReading } from './readings-store.ts'
import type { KeptReading } from './readings-store.ts'
import { textsIn } from './texts.en.ts'

export const showReading = (ask: SignedIn, kept: KeptReading): Promise<Answer> => Promise.resolve(page(previewPage(ask, kept)))

/** Makes a draft of the part that was chosen: all of it, or nothing. */
export async function saveReading(ask: SignedIn, kept: KeptReading): Promise<Answer> {
  const t = textsIn(ask.language)
  const chosen = ask.form.text('part')
  const part = /^\d{1,3}$/.test(chosen) ? kept.reading.parts[Number(chosen)] : undefined
  if (!part || part.kind === 'conversion' || kept.reading.problems.length > 0) return invalid(previewPage(ask, kept, t.chooseMissing))
  if (!(await dropReading(ask.db, kept.id))) return redirect(urls.exchange.import({ organisation: kept.organisationId }), t.importGone)
  return part.kind === 'framework' ? makeDraft(ask, kept, part.content) : makeCrosswalk(ask, kept, part.content)
}

/** A framework that the organisation has published before is taken for its next edition. */
async function makeDraft(ask: SignedIn, kept: KeptReading, content: FrameworkHeader): Promise<Answer> {
  const t = textsIn(ask.language)
  const own = await listOwnFrameworks(ask.db, kept.organisationId)
  const former = own.find((one) => one.framework === content.id)
  const begun = await beginDraft(ask, {
    organisationId: kept.organisationId,
    content,
    ...(former ? { basedOnId: former.id, extendsId: former.extendsId } : {}),
  })
  if ('refused' in begun) return invalid(previewPage(ask, kept, t.tooLarge))
  return redirect(urls.drafts.show({ draft: begun.id }), t.imported)
}

async function makeCrosswalk(ask: SignedIn, kept: KeptReading, content: CrosswalkContent): Promise<Answer> {
  const t = textsIn(ask.language)
  const versions = await listKnownVersions(ask.db)
  const [from, to] = [findVersion(versions, content.from, kept.organisationId), findVersion(versions, content.to, kept.organisationId)]
  if (!from || !to) return invalid(previewPage(ask, kept, t.endsGone))
  const { organisationId } = kept
  const { personId } = ask.caller
  const id = await insertWholeCrosswalk(ask.db, { organisationId, personId, fromId: from.id, toId: to.id, content })
  await recordActivity(ask.db, { organisationId, actorId: personId, kind: 'crosswalk.created', subjectKind: 'crosswalk', subjectId: id })
  return redirect(urls.crosswalks.work({ crosswalk: id }), t.imported)
}
