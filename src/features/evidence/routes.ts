import { get, post } from '../../platform/web/route.ts'
import type { Route } from '../../platform/web/route.ts'
import { urls } from '../../urls.ts'
import { saveAdd, showAdd } from './add/add-pages.ts'
import { saveDescribe, showDescribe } from './add/describe-pages.ts'
import { bodyLimit, slack } from './add/limits.ts'
import { largestFile } from './file-type.ts'
import { savePoints, saveUnlink, showPoints } from './points/pages.ts'
import type { ListFollowed } from './points/suggestions.ts'
import { showPool } from './pool/pages.ts'
import { saveDelete, showDelete } from './proof/delete-pages.ts'
import { saveEdit, showEdit } from './proof/edit-pages.ts'
import { giveFile, giveRevision } from './proof/file-pages.ts'
import { saveRevise, showRevise } from './proof/revise-pages.ts'
import { showEvidence } from './proof/show-pages.ts'
import { joinUses, supportUses } from './uses.ts'
import type { UseSource } from './uses.ts'

/** `uses` come from the features to which proofs are attached, and `listFollowed` from the one that knows; both stand after this one. */
export function evidenceRoutes(uses: readonly UseSource[], listFollowed: ListFollowed): Route[] {
  const sources = [supportUses, ...uses]
  const listUses = joinUses(sources)
  const points = { sources, listFollowed }
  return [
    get(urls.school.evidence, showPool(sources)),
    get(urls.school.addEvidence, showAdd),
    post(urls.school.addEvidence, saveAdd, { bodyLimit }),
    get(urls.school.describeEvidence, showDescribe),
    post(urls.school.describeEvidence, saveDescribe),
    get(urls.evidence.show, showEvidence(joinUses(uses))),
    get(urls.evidence.edit, showEdit),
    post(urls.evidence.edit, saveEdit),
    get(urls.evidence.revise, showRevise),
    post(urls.evidence.revise, saveRevise, { bodyLimit: largestFile + slack }),
    get(urls.evidence.points, showPoints(points)),
    post(urls.evidence.points, savePoints(points)),
    post(urls.evidence.unlink, saveUnlink),
    get(urls.evidence.file, giveFile),
    get(urls.evidence.revisionFile, giveRevision),
    get(urls.evidence.delete, showDelete(listUses)),
    post(urls.evidence.delete, saveDelete(listUses)),
  ]
}
