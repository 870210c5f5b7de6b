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
import { deleteTarget, insertAppreciation, listOwnBreaks, listProofTitles, listTargets, saveBreak, saveTarget } from '../values/own-store.ts'
import type { Target } from '../values/own-store.ts'
import { valueWords } from '../words.ts'
import { bounds, examplePeriod, readTypedNumber } from './enter-rules.ts'
import { figurePage } from './figure-page.ts'
import type { Seen } from './forms.ts'

const note = (ask: SignedIn, { school, measure }: Followed, kind: string, detail: Record<string, string | number> = {}): Promise<void> =>
  recordActivity(ask.db, {
    organisationId: school.id,
    actorId: ask.caller.personId,
    kind: `indicator.${kind}`,
    subjectKind: 'indicator',
    detail: { measure: measure.code, ...detail },
  })

const back = ({ school, measure }: Followed, said: string): Answer => redirect(urls.indicators.show({ organisation: school.id, code: measure.code }), said)

const refuse = async (ask: SignedIn, followed: Followed, errors: readonly FormError[]): Promise<Answer> => invalid(await figurePage(ask, followed, errors))

/** Something stands there already: the page says what, and the form holds what was typed. */
const showBoth = async (ask: SignedIn, followed: Followed, error: FormError, seen: Seen): Promise<Answer> => ({
  kind: 'page',
  status: 409,
  page: await figurePage(ask, followed, [error], seen),
})

async function findTarget(ask: SignedIn, { school, measure }: Followed, period: string): Promise<{ target: Target; words: string } | null> {
  const target = (await listTargets(ask.db, school.id, [measure.code])).find((one) => one.period === period)
  if (!target) return null
  const said = textsIn(ask.language).figure.targetLine(valueWords(target.value, measure.unit, ask.language), period)
  return { target, words: target.note ? `${said} (${target.note})` : said }
}

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
  const target = { measure: measure.code, period, value, note: ask.form.text('note').slice(0, 500).trim() }
  const seen = seenTarget(ask, measure.code)
  if (!(await saveTarget(ask.db, school.id, ask.caller.personId, target, seen.period === period ? seen : null))) {
    const now = await findTarget(ask, followed, period)
    const error = { field: 'period', id: 'cible-periode', message: t.target.already(now?.words ?? period) }
    return showBoth(ask, followed, error, now ? { target: now.target } : {})
  }
  await note(ask, followed, 'target_set', { period, value })
  return back(followed, t.saved)
}

function seenTarget(ask: SignedIn, measure: string): Target {
  const { form } = ask
  return { measure, period: form.text('seenPeriod'), value: readTypedNumber(form.text('seenValue')) ?? 0, note: form.text('seenNote') }
}

export async function removeTarget(ask: SignedIn, followed: Followed): Promise<Answer> {
  const { measure, school } = followed
  const t = textsIn(ask.language).target
  const seen = seenTarget(ask, measure.code)
  if (!(await deleteTarget(ask.db, school.id, seen))) {
    const now = await findTarget(ask, followed, seen.period)
    return now ? showBoth(ask, followed, { field: 'period', id: 'cible-periode', message: t.changed(now.words) }, {}) : back(followed, t.removed)
  }
  await note(ask, followed, 'target_removed', { period: seen.period, value: seen.value })
  return back(followed, t.removed)
}

export async function saveBreakForm(ask: SignedIn, followed: Followed): Promise<Answer> {
  const t = textsIn(ask.language)
  const period = readPeriodText(ask.form.text('period'))
  const sentence = ask.form.text('sentence').slice(0, 500).trim()
  const errors: FormError[] = []
  if (!period) errors.push({ field: 'period', id: 'rupture-periode', message: t.enter.badPeriod(examplePeriod(followed.measure.indicator.period)) })
  if (!sentence) errors.push({ field: 'sentence', id: 'rupture-phrase', message: t.break.noSentence })
  if (!period || errors.length > 0) return refuse(ask, followed, errors)
  const { measure, school } = followed
  const seen = ask.form.text('seenPeriod') === period ? ask.form.text('seenSentence') : null
  if (!(await saveBreak(ask.db, school.id, { measure: measure.code, period, sentence }, seen))) {
    const now = (await listOwnBreaks(ask.db, school.id, [measure.code])).find((one) => one.period === period)
    const error = { field: 'period', id: 'rupture-periode', message: t.break.already(period, now?.sentence ?? '') }
    return showBoth(ask, followed, error, now ? { break: now } : {})
  }
  await note(ask, followed, 'break_noted', { period })
  return back(followed, t.saved)
}

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
  const evidence = wished ? (await listProofTitles(ask.db, school.id)).find(({ id }) => id === wished) : undefined
  await insertAppreciation(ask.db, ask.caller.personId, {
    id: randomUUID(),
    organisationId: school.id,
    measure: measure.code,
    onDay,
    words: words.slice(0, 5000),
    evidenceId: evidence?.id ?? null,
  })
  await note(ask, followed, 'appreciated')
  return back(followed, t.saved)
}
