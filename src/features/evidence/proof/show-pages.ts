import { page } from '../../../platform/web/answer.ts'
import type { Guarded } from '../../../platform/web/route.ts'
import { findPoints, pointKey } from '../points/points-store.ts'
import { onEvidence } from '../guard.ts'
import { findTextState } from '../reading/texts-store.ts'
import { listRevisions } from '../revisions-store.ts'
import { listSupports } from '../supports-store.ts'
import type { ListUses } from '../uses.ts'
import { showPage } from './show-page.ts'

/** `listOtherUses` are those of later features. */
export const showEvidence = (listOtherUses: ListUses): Guarded =>
  onEvidence('evidence.read', async (ask, evidence) => {
    const supports = await listSupports(ask.db, { evidenceIds: [evidence.id] })
    const points = await findPoints(ask.db, supports)
    const fresh = ask.query.get('nouveau') ?? ''
    return page(
      showPage(ask, {
        evidence,
        textState: await findTextState(ask.db, evidence.id, evidence.revision),
        points: supports.flatMap((support) => {
          const point = points.get(pointKey(support))
          return point ? [{ ...point, pageRef: support.pageRef }] : []
        }),
        uses: (await listOtherUses(ask.db, [evidence.id])).get(evidence.id) ?? [],
        revisions: await listRevisions(ask.db, evidence.id),
        fresh: /^\d{1,3}$/.test(fresh) ? Number(fresh) : 0,
      }),
    )
  })
