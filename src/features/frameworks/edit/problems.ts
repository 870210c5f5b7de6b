import type { SignedIn } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import type { ValueProblem } from '../check-value.ts'
import { findFramework } from '../store.ts'
import { readVersionContent } from '../version-content.ts'
import { allChanges, codesUsedAgain, lonelyMerges } from './changes-rules.ts'
import { statementsOf } from './content-rules.ts'
import type { Draft } from './drafts-store.ts'
import { formTextsIn } from './form-texts.en.ts'
import { idOf, placeOf } from './places-rules.ts'
import type { Place } from './places-rules.ts'
import { textsIn } from './texts.en.ts'
import { fr } from './texts.fr.ts'
import type { Change } from '../version-changes.ts'

/** Something to complete, or advice: where it is, in words, and the door to it. */
export interface Told {
  where: string
  text: string
  href: string
}

/** Everything that stands between a draft and its publication. */
export async function problemsOf(ask: SignedIn, draft: Draft): Promise<{ problems: Told[]; advice: Told[] }> {
  const { checkDraftContent } = await import('../check-value.ts')
  const checked = checkDraftContent(draft.content)
  const changes = await changesOf(ask, draft)
  return {
    problems: [
      ...checked.problems.map((problem) => tell(ask, draft, problem)),
      ...lonelyMerges(changes).map((change) => tellChange(ask, draft, change.from[0] ?? '', 'lonely')),
      ...codesUsedAgain(changes).map((code) => tellChange(ask, draft, code, 'stillThere')),
    ],
    advice: checked.advice.map((problem) => tell(ask, draft, problem)),
  }
}

/** What becomes of the codes of the edition before; nothing when there is none. */
export async function changesOf(ask: SignedIn, draft: Draft): Promise<Change[]> {
  const base = draft.basedOnId ? await findFramework(ask.db, draft.basedOnId) : null
  if (!base) return []
  return allChanges(statementsOf(await readVersionContent(ask.db, base)), statementsOf(draft.content), draft.changes, fr.changes.reasons)
}

function tell(ask: SignedIn, draft: Draft, problem: ValueProblem): Told {
  const place = placeOf(draft.content, problem.path)
  const { href, where } = doorOf(ask, draft, place)
  return { where, href, text: formTextsIn(ask.language).faults[problem.kind](problem.limit ?? 0) }
}

function doorOf(ask: SignedIn, draft: Draft, place: Place): { href: string; where: string } {
  const t = formTextsIn(ask.language)
  const id = draft.id
  const label = (form: keyof typeof t.forms, field: string): string => t.forms[form].labels[field] ?? field
  switch (place.page) {
    case 'about':
    case 'source':
    case 'scale':
      return {
        href: `${urls.drafts[place.page]({ draft: id })}#${idOf(place.field)}`,
        where: `${t.forms[place.page].title}, ${label(place.page, place.field)}`,
      }
    case 'draft':
      return { href: urls.drafts.newTheme({ draft: id }), where: textsIn(ask.language).draft.themes }
    case 'theme':
      return {
        href: `${urls.drafts.editTheme({ draft: id, theme: place.theme })}#${idOf(place.field)}`,
        where: `${place.theme}, ${label('theme', place.field)}`,
      }
    case 'statements':
      return { href: urls.drafts.theme({ draft: id, theme: place.theme }), where: place.theme }
    case 'statement':
      return {
        href: `${urls.drafts.statement({ draft: id, code: place.statement })}#${idOf(place.field)}`,
        where: `${place.statement}, ${label('statement', place.field)}`,
      }
  }
}

const tellChange = (ask: SignedIn, draft: Draft, code: string, what: 'lonely' | 'stillThere'): Told => ({
  where: code,
  text: textsIn(ask.language).changes[what](code),
  href: urls.drafts.change({ draft: draft.id, code }),
})
