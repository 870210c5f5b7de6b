import { randomUUID } from 'node:crypto'
import { recordActivity } from '../../../platform/activity.ts'
import { isDay } from '../../../platform/days.ts'
import { invalid, redirect } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { FormError } from '../../../ui/form.ts'
import { urls } from '../../../urls.ts'
import type { Followed } from '../guard.ts'
import { readPeriodText } from '../period.ts'
import { textsIn } from '../texts.en.ts'
import { deleteTarget, insertAppreciation, listProofTitles, saveBreak, saveTarget } from '../values/own-store.ts'
import { bounds, examplePeriod, readTypedNumber } from './enter-rules.ts'
import { figurePage } from './figure-page.ts'

const note = (ask: SignedIn, { school, measure }: Followed, kind: string): Promise<void> =>
  recordActivity(ask.db, {
    organisationId: school.id,
    actorId: ask.caller.personId,
    kind: `indicator.${kind}`,
    subjectKind: 'indicator',
    detail: { measure: measure.code },
  })

const back = (ask: SignedIn, { school, measure }: Followed, said: string): Answer =>
  redirect(urls.indicators.show({ organisation: school.id, code: measure.code }), said || textsIn(ask.language).saved)

const refuse = async (ask: SignedIn, followed: Followed, errors: readonly FormError[]): Promise<Answer> => invalid(await figurePage(ask, followed, errors))

export async function saveTargetForm(ask: SignedIn, followed: Followed): Promise<Answer> {
  const t = textsIn(ask.language)
  const { measure, school } = followed
  const period = readPeriodText(ask.form.text('period'))
  const value = readTypedNumber(ask.form.text('value'))
  const limits = bounds[measure.unit]
  const errors: FormError[] = []
  if (!period) errors.push({ field: 'period', id: 'cible-periode', message: t.enter.badPeriod(examplePeriod(measure.indicator.period)) })
  if (value === null) errors.push({ field: 'value', id: 'cible-valeur', message: t.enter.badValue })
  else if (limits && (value < limits.low || value > limits.high))
    errors.push({ field: 'value', id: 'cible-valeur', message: t.enter.outOfRange(limits.low, limits.high) })
  if (!period || value === null || errors.length > 0) return refuse(ask, followed, errors)
  await saveTarget(ask.db, school.id, ask.caller.personId, { measure: measure.code, period, value, note: ask.form.text('note').slice(0, 500) })
  await note(ask, followed, 'target_set')
  return back(ask, followed, t.saved)
}

export async function removeTarget(ask: SignedIn, followed: Followed): Promise<Answer> {
  await deleteTarget(ask.db, followed.school.id, followed.measure.code, ask.form.text('period'))
  await note(ask, followed, 'target_removed')
  return back(ask, followed, textsIn(ask.language).target.removed)
}

export async function saveBreakForm(ask: SignedIn, followed: Followed): Promise<Answer> {
  const t = textsIn(ask.language)
  const period = readPeriodText(ask.form.text('period'))
  const sentence = ask.form.text('sentence').slice(0, 500)
  const errors: FormError[] = []
  if (!period) errors.push({ field: 'period', id: 'rupture-periode', message: t.enter.badPeriod(examplePeriod(followed.measure.indicator.period)) })
  if (!sentence) errors.push({ field: 'sentence', id: 'rupture-phrase', message: t.break.noSentence })
  if (!period || errors.length > 0) return refuse(ask, followed, errors)
  await saveBreak(ask.db, followed.school.id, { measure: followed.measure.code, period, sentence })
  await note(ask, followed, 'break_noted')
  return back(ask, followed, t.saved)
}

/** So many proofs are offered by the form; another one cannot be named. */
const mostProofs = 200

export async function saveAppreciation(ask: SignedIn, followed: Followed): Promise<Answer> {
  const t = textsIn(ask.language)
  const { school, measure } = followed
  const words = ask.form.text('words')
  const onDay = ask.form.text('day') || ask.today
  const errors: FormError[] = []
  if (!words) errors.push({ field: 'words', id: 'appreciation', message: t.appreciate.noWords })
  if (!isDay(onDay)) errors.push({ field: 'day', id: 'appreciation-jour', message: t.appreciate.badDay })
  if (errors.length > 0) return refuse(ask, followed, errors)
  const wished = ask.form.text('evidence')
  const evidence = wished ? (await listProofTitles(ask.db, school.id, mostProofs)).find(({ id }) => id === wished) : undefined
  await insertAppreciation(ask.db, ask.caller.personId, {
    id: randomUUID(),
    organisationId: school.id,
    measure: measure.code,
    onDay,
    words: words.slice(0, 5000),
    evidenceId: evidence?.id ?? null,
  })
  await note(ask, followed, 'appreciated')
  return back(ask, followed, t.saved)
}
