import { formatNumber } from '../../../platform/language.ts'
import { invalid, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import { formKeyField } from '../../../platform/web/form.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { saveLocation } from '../../../platform/web/submissions.ts'
import type { FormError } from '../../../ui/form.ts'
import { urls } from '../../../urls.ts'
import { onOwnOrganisation } from '../../organisations/guard.ts'
import type { Organisation } from '../../organisations/store.ts'
import type { Kept } from '../commands.ts'
import { textsIn as evidenceTexts } from '../texts.en.ts'
import { addPage, emptyAddForm } from './add-page.ts'
import type { AddForm } from './add-page.ts'
import { addEvidence } from './commands.ts'
import type { Refused } from './commands.ts'
import { mostFiles } from './limits.ts'
import { textsIn } from './texts.en.ts'

export const showAdd = onOwnOrganisation('evidence.attach', (ask, organisation) => Promise.resolve(page(addPage(ask, organisation, emptyAddForm))))

export const saveAdd = onOwnOrganisation('evidence.attach', async (ask, organisation) => {
  const t = textsIn(ask.language)
  const sent = { files: ask.form.files('files'), address: ask.form.text('address') }
  const confidentiality = ask.form.text('confidentiality') === 'leaders' ? 'leaders' : 'team'
  const typed: AddForm = { ...emptyAddForm, address: sent.address, confidentiality }
  const errors: FormError[] = []
  if (sent.files.length === 0 && !sent.address) errors.push({ field: 'files', id: 'files', message: t.nothing })
  if (errors.length > 0) return invalid(addPage(ask, organisation, { ...typed, errors }))
  const adding = { organisationId: organisation.id, personId: ask.caller.personId, confidentiality } as const
  const { kept, refused } = await addEvidence(ask.db, ask.services.files, adding, sent)
  if (refused.length === 0) return redirect(afterAdding(organisation, kept), noticeOf(ask, kept))
  return someRefused(ask, organisation, { kept, refused }, typed)
})

/** What was kept stays kept, and sending the same form again leads to it. */
async function someRefused(ask: SignedIn, organisation: Organisation, outcome: { kept: Kept[]; refused: Refused[] }, typed: AddForm): Promise<Answer> {
  const errors = outcome.refused.map((one) => errorOf(ask, one))
  const address = outcome.refused.some((one) => 'link' in one) ? typed.address : ''
  const shown = addPage(ask, organisation, { ...typed, address, errors, kept: outcome.kept.map((one) => one.evidence) })
  if (outcome.kept.length === 0) return invalid(shown)
  await saveLocation(ask.db, ask.form.text(formKeyField), afterAdding(organisation, outcome.kept))
  return invalid(shown, { keep: true })
}

/** New proofs are described; those that were there already are shown as they are. */
function afterAdding(organisation: Organisation, kept: readonly Kept[]): string {
  const added = kept.filter((one) => !one.reused).map((one) => one.evidence.id)
  const [only] = kept
  if (added.length > 0) return urls.school.describeEvidence({ organisation: organisation.id }, { p: added.join(',') })
  return kept.length === 1 && only ? urls.evidence.show({ evidence: only.evidence.id }) : urls.school.evidence({ organisation: organisation.id })
}

/** Longest notice that a cookie carries, in sentences about proofs that were there already. */
const mostTold = 3

function noticeOf(ask: SignedIn, kept: readonly Kept[]): string {
  const t = textsIn(ask.language)
  const added = kept.filter((one) => !one.reused).length
  const reused = kept.filter((one) => one.reused).slice(0, mostTold)
  return [...(added > 0 ? [t.added(added)] : []), ...reused.map((one) => t.reused(one.evidence.title))].join(' ')
}

function errorOf(ask: SignedIn, one: Refused): FormError {
  const [t, words] = [textsIn(ask.language), evidenceTexts(ask.language)]
  if ('link' in one) return { field: 'address', id: 'address', message: words.linkRefusals[one.link] }
  return { field: 'files', id: 'files', message: t.refusedFile(one.name, fileWords(ask, one.file)) }
}

function fileWords(ask: SignedIn, file: Extract<Refused, { name: string }>['file']): string {
  const t = textsIn(ask.language)
  if (file.refused === 'too-many') return t.tooMany(formatNumber(mostFiles, ask.language))
  if (file.refused === 'too-heavy') return t.tooHeavy
  return evidenceTexts(ask.language).fileRefusal(file.refused, 'type' in file ? file.type : undefined)
}
