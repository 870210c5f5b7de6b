import { formatNumber } from '../../../platform/language.ts'
import { invalid, notFound, page, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { FormError } from '../../../ui/form.ts'
import { urls } from '../../../urls.ts'
import { readAttach } from './attach-form.ts'
import type { TypedAttach } from './attach-form.ts'
import { attachSchools } from './commands.ts'
import type { RefusedSchool } from './commands.ts'
import { isGroupKind } from './link-rules.ts'
import { sheetPage } from './sheet-page.ts'
import { findSheet, listSheetsByUai } from './store.ts'
import type { Sheet } from './store.ts'
import { textsIn } from './texts.en.ts'

/** More at once than a network ever has; a district is filled in a few goes. */
const mostUais = 200

export async function showSheet(ask: SignedIn): Promise<Answer> {
  const sheet = await findSheet(ask.db, ask.params['organisation'] ?? '')
  return sheet ? page(await sheetPage(ask, sheet)) : notFound()
}

export async function saveAttach(ask: SignedIn): Promise<Answer> {
  const sheet = await findSheet(ask.db, ask.params['organisation'] ?? '')
  if (!sheet) return notFound()
  const typed = readAttach(ask.form)
  const wish = sheet.kind === 'school' ? await fromSchool(ask, sheet, typed) : await fromGroup(ask, sheet, typed)
  const refuse = async (errors: FormError[]): Promise<Answer> => invalid(await sheetPage(ask, sheet, { typed, errors }))
  if ('errors' in wish) return refuse(wish.errors)
  const result = await attachSchools(ask.db, ask.caller.personId, { ...wish, days: { from: typed.from, to: typed.to || null } })
  if ('refused' in result) return refuse(errorsOf(ask, sheet, result.refused))
  const t = textsIn(ask.language).attach
  const notice = result.attached === 1 ? t.done : t.doneMany(formatNumber(result.attached, ask.language))
  return redirect(urls.operator.organisation({ organisation: sheet.id }), notice)
}

type Wish = { groupId: string; schoolIds: string[] } | { errors: FormError[] }

const oneError = (field: 'group' | 'uais', message: string): { errors: FormError[] } => ({ errors: [{ field, id: field, message }] })

async function fromSchool(ask: SignedIn, school: Sheet, typed: TypedAttach): Promise<Wish> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(typed.group)
  const group = isId ? await findSheet(ask.db, typed.group) : null
  if (!group || !isGroupKind(group.kind)) return oneError('group', textsIn(ask.language).attach.noGroup)
  return { groupId: group.id, schoolIds: [school.id] }
}

async function fromGroup(ask: SignedIn, group: Sheet, typed: TypedAttach): Promise<Wish> {
  const t = textsIn(ask.language).attach
  if (!isGroupKind(group.kind)) return oneError('uais', t.faults['not-a-school'])
  const uais = [
    ...new Set(
      typed.uais
        .toUpperCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ]
  if (uais.length === 0) return oneError('uais', t.noUai)
  if (uais.length > mostUais) return oneError('uais', t.tooMany(formatNumber(mostUais, ask.language)))
  const schools = await listSheetsByUai(ask.db, uais)
  const unknown = uais.filter((uai) => !schools.some((school) => school.uai === uai))
  if (unknown.length > 0) return oneError('uais', t.unknownUais(unknown.join(', ')))
  return { groupId: group.id, schoolIds: schools.map((school) => school.id) }
}

function errorsOf(ask: SignedIn, sheet: Sheet, refused: readonly RefusedSchool[]): FormError[] {
  const t = textsIn(ask.language).attach
  const dates = refused.find((one) => one.fault === 'bad-dates')
  if (dates) return [{ field: 'to', id: 'to', message: t.faults['bad-dates'] }]
  if (sheet.kind === 'school') return refused.map(({ fault }) => ({ field: 'group', id: 'group', message: t.faults[fault] }))
  return refused.map(({ school, fault }) => ({ field: 'uais', id: 'uais', message: t.refused(`${school.name} (${school.uai ?? ''})`, t.faults[fault]) }))
}
