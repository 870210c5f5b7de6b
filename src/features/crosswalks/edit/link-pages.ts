import { invalid, notFound, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { Crosswalk, CrosswalkLink } from '../read/crosswalks-store.ts'
import { keptRelation, otherSide } from '../read/sides-rules.ts'
import type { LinkForm } from './chosen-panel.ts'
import { removeLink, writeGap, writeLink } from './commands.ts'
import type { Result } from './commands.ts'
import { linkFaults, readLink, reasonFault } from './link-rules.ts'
import { refusedPage } from './refusals.ts'
import { textsIn } from './texts.en.ts'
import { loadWork, readSide, workHref } from './work-data.ts'
import type { Work } from './work-data.ts'
import { workPage } from './work-page.ts'

/** The statement that the address names, on the side that the form says. Null when its framework has none of that code. */
async function workOn(ask: SignedIn, crosswalk: Crosswalk): Promise<Work | null> {
  const work = await loadWork(ask, crosswalk, { side: readSide(ask.form.text('cote')), theme: '', code: ask.params['code'] ?? '' })
  return work.chosen ? work : null
}

const backTo = (work: Work): string => `${workHref(work, { enonce: work.chosen?.code ?? '' })}#chosen`

async function answer(ask: SignedIn, work: Work, result: Result, notice: string, again: LinkForm): Promise<Answer> {
  if ('saved' in result) return redirect(backTo(work), notice)
  if (result.refused !== 'changed-meanwhile') return refusedPage(ask, work.crosswalk, result.refused)
  const now = await workOn(ask, work.crosswalk)
  return invalid(await workPage(ask, now ?? work, { ...again, meanwhile: true }))
}

export async function saveStatementLink(ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> {
  const work = await workOn(ask, crosswalk)
  if (!work?.chosen) return notFound()
  const typed = readLink(ask.form)
  const faults = linkFaults(typed, new Set(work.farItems.keys()))
  if (faults.length > 0 || typed.relation === '') return invalid(await workPage(ask, work, { typed, faults }))
  const { code } = work.chosen
  const link: Omit<CrosswalkLink, 'author'> = {
    from: work.side === 'from' ? code : typed.far,
    to: work.side === 'from' ? typed.far : code,
    type: keptRelation(typed.relation, work.side),
    reason: typed.reason,
    status: typed.status,
  }
  const result = await writeLink(ask, crosswalk, link, { side: work.side, seen: ask.form.text('seen') })
  return answer(ask, work, result, textsIn(ask.language).work.added, { typed })
}

export async function saveRemoveLink(ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> {
  const work = await workOn(ask, crosswalk)
  if (!work?.chosen) return notFound()
  const ends = { [work.side]: work.chosen.code, [otherSide(work.side)]: ask.form.text('far') }
  const result = await removeLink(ask, crosswalk, ends['from'] ?? '', ends['to'] ?? '')
  return answer(ask, work, result, textsIn(ask.language).work.removed, {})
}

export async function saveStatementGap(ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> {
  const work = await workOn(ask, crosswalk)
  if (!work?.chosen) return notFound()
  const remove = ask.form.text('remove') === 'yes'
  const reason = remove ? '' : ask.form.text('gap').replace(/\s+/g, ' ')
  const fault = remove ? null : reasonFault(reason)
  if (fault) return invalid(await workPage(ask, work, { gap: { reason, fault } }))
  const result = await writeGap(ask, crosswalk, { side: work.side, code: work.chosen.code, reason })
  return answer(ask, work, result, textsIn(ask.language).work.gapSaved, {})
}
