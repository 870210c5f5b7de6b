import { page } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { html } from '../../../ui/html.ts'
import type { Content } from '../../../ui/html.ts'
import { heading } from '../../../ui/messages.ts'
import { table } from '../../../ui/table.ts'
import type { Organisation } from '../../organisations/store.ts'
import { frameworksOf, itemsOf } from './board-page.ts'
import { bestProofsOf, loadStanding } from '../standing.ts'
import { textsIn } from '../texts.en.ts'
import { boardCrumbs, nameOf, pointUrl } from '../words.ts'

/** How many proofs the longer list names. */
const mostListed = 30

export async function showBestProofs(ask: SignedIn, organisation: Organisation): Promise<Answer> {
  const t = textsIn(ask.language)
  const standing = await loadStanding(ask.db, organisation.id, ask.today)
  const proofs = bestProofsOf(standing, mostListed)
  const items = await itemsOf(ask, standing, proofs)
  const rows = proofs.flatMap((proof): Content[][] => {
    const item = items.get(proof.item)
    if (!item) return []
    return [
      [
        html`<a class="govuk-link" href="${pointUrl(organisation.id, item)}">${nameOf(item)}</a>`,
        t.board.unlockGain(proof.settles.length, frameworksOf(standing, proof.settles)),
        html`${t.steps[proof.kind].title}${item.evidence.length > 0 ? html`<br><span class="q-missing">${item.evidence.join(', ')}</span>` : ''}`,
      ],
    ]
  })
  const { columns } = t.unlock
  const body = html`${heading(1, t.unlock.title)}<p class="q-lead">${t.unlock.lead}</p>
${rows.length === 0 ? html`<p class="govuk-body">${t.board.unlockNone}</p>` : table({ caption: t.unlock.title, captionHidden: true, columns: [{ header: columns.point }, { header: columns.brings }, { header: columns.kind }], rows })}`
  return page({ title: t.unlock.title, body, here: 'labels', breadcrumbs: boardCrumbs(organisation, ask.language) })
}
