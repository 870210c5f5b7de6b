import { recordActivity } from '../../../platform/activity.ts'
import type { Db } from '../../../platform/database.ts'
import { enqueueJob } from '../../../platform/jobs.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { Organisation } from '../../organisations/store.ts'
import { listSchoolYears } from '../../organisations/store.ts'
import { ensureSurveyKey } from '../ballots/keys.ts'
import { record } from '../record.ts'
import { countSchools, listParts } from '../store.ts'
import type { Part, Survey } from '../store.ts'
import {
  copyParts,
  deleteDeclined,
  deleteDraft,
  deletePart,
  deleteSchool,
  insertAllSchools,
  insertPart,
  insertSameSchools,
  insertSchools,
  insertSurvey,
  lockSurvey,
  sendInvitationsAtOpening,
  updatePart,
  updateSurvey,
  waitForAnswers,
} from './campaign-store.ts'
import type { PartQuestionnaire } from './campaign-store.ts'
import type { PartValues } from './part-rules.ts'
import { orRefused } from './refusals.ts'
import type { Refused } from './refusals.ts'
import type { SettingsValues } from './settings-rules.ts'
import { missingBefore } from './survey-rules.ts'

/** A new survey, in the present school year; every school that the organisation may ask takes part until taken out. */
export async function createSurvey(ask: SignedIn, organisation: Organisation, values: SettingsValues): Promise<string> {
  const id = await insertSurvey(ask.db, { organisationId: organisation.id, personId: ask.caller.personId, schoolYear: await presentYear(ask), values })
  await insertAllSchools(ask.db, id, organisation, ask.today)
  await record(ask, { id, organisationId: organisation.id }, 'survey.created')
  return id
}

/** The same, asked once more: a draft of this school year with its audiences, settings and schools, whose days are still to be chosen. */
export async function askAgain(ask: SignedIn, survey: Survey): Promise<{ id: string } | Refused> {
  if (survey.state !== 'released') return { refused: 'not-released' }
  const id = await insertSurvey(ask.db, {
    organisationId: survey.organisationId,
    personId: ask.caller.personId,
    schoolYear: await presentYear(ask),
    values: {
      title: survey.title,
      purpose: survey.purpose,
      promise: survey.promise,
      threshold: survey.threshold,
      closes_on: null,
      results_on: null,
      previous_id: survey.id,
    },
  })
  await copyParts(ask.db, survey.id, id)
  await insertSameSchools(ask.db, { ...survey, id }, survey.id, ask.today)
  await record(ask, { id, organisationId: survey.organisationId }, 'survey.created')
  return { id }
}

const presentYear = async (ask: SignedIn): Promise<string> => (await listSchoolYears(ask.db, ask.today, 0, 0))[0]?.code ?? ''

type Done = { done: true }
const done: Done = { done: true }

/** Changes a draft, unless somebody saved it since the version that was read, where one is given. `work` returns the settings that change. */
const inDraft = (ask: SignedIn, survey: Survey, kind: string, work: () => Promise<Partial<SettingsValues>>, version?: number): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => {
    const now = await lockSurvey(ask.db, survey.id)
    if (now.state !== 'draft') return { refused: 'not-draft' }
    if (version !== undefined && now.version !== version) return { refused: 'changed' }
    await updateSurvey(ask.db, survey.id, await work())
    await record(ask, survey, kind)
    return done
  })

/** Refused once the survey is no draft, or when somebody saved another version meanwhile. */
export const saveSettings = (ask: SignedIn, survey: Survey, version: number, values: SettingsValues): Promise<Done | Refused> =>
  inDraft(ask, survey, 'survey.settings_changed', () => Promise.resolve(values), version)

/** The questionnaire is copied: what is written in it later changes nothing here. */
export async function addPart(ask: SignedIn, survey: Survey, questionnaire: PartQuestionnaire, values: PartValues): Promise<{ id: string } | Refused> {
  let id = ''
  const result = await inDraft(ask, survey, 'survey.part_added', async () => {
    id = await insertPart(ask.db, survey, { questionnaire, values })
    return {}
  })
  return 'refused' in result ? result : { id }
}

export const savePart = (
  ask: SignedIn,
  survey: Survey,
  part: Part,
  wish: { questionnaire: PartQuestionnaire | null; values: PartValues; version: number },
): Promise<Done | Refused> =>
  inDraft(
    ask,
    survey,
    'survey.part_changed',
    async () => {
      await updatePart(ask.db, part.id, wish.questionnaire, wish.values)
      return {}
    },
    wish.version,
  )

/** Of a draft only. */
export const removePart = (ask: SignedIn, survey: Survey, part: Part): Promise<Done | Refused> =>
  inDraft(ask, survey, 'survey.part_removed', async () => {
    await deletePart(ask.db, part.id)
    return {}
  })

const whilePreparing = (ask: SignedIn, survey: Survey, work: () => Promise<void>): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => {
    const { state } = await lockSurvey(ask.db, survey.id)
    if (state !== 'draft' && state !== 'offered') return { refused: 'not-preparing' }
    await work()
    return done
  })

/** Before opening; a school that takes part already is passed over. */
export const addSchools = (ask: SignedIn, survey: Survey, schoolIds: readonly string[]): Promise<Done | Refused> =>
  whilePreparing(ask, survey, async () => {
    const added = await insertSchools(ask.db, survey, schoolIds, ask.today)
    if (added > 0) await record(ask, survey, 'survey.schools_added', { schools: added })
  })

/** Before opening, with its invitations and its own questions. */
export const removeSchool = (ask: SignedIn, survey: Survey, schoolId: string): Promise<Done | Refused> =>
  whilePreparing(ask, survey, async () => {
    await deleteSchool(ask.db, survey.id, schoolId)
    await record(ask, survey, 'survey.school_removed')
  })

const missingNow = async (ask: SignedIn, survey: Survey) =>
  missingBefore({ survey, parts: await listParts(ask.db, survey.id), schools: (await countSchools(ask.db, survey)).count, today: ask.today })

/** Schools see it from now on, invite people and add their own questions; what is common no longer changes. */
export const offerSurvey = (ask: SignedIn, survey: Survey): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => {
    if ((await lockSurvey(ask.db, survey.id)).state !== 'draft') return { refused: 'not-draft' }
    if ((await countSchools(ask.db, survey)).forItself) return { refused: 'not-offerable' }
    if ((await missingNow(ask, survey)).length > 0) return { refused: 'incomplete' }
    await updateSurvey(ask.db, survey.id, { state: 'offered' })
    await record(ask, survey, 'survey.offered')
    return done
  })

/** People may answer from now on; what protects them is held by the database. The key lies on disk before anything is sealed with it. */
export const openSurvey = (ask: SignedIn, survey: Survey): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => {
    const { state } = await lockSurvey(ask.db, survey.id)
    const direct = state === 'draft' && (await countSchools(ask.db, survey)).forItself
    if (state !== 'offered' && !direct) return { refused: state === 'draft' ? 'incomplete' : 'not-preparing' }
    if ((await missingNow(ask, survey)).length > 0) return { refused: 'incomplete' }
    await deleteDeclined(ask.db, survey.id)
    await ensureSurveyKey(ask.services.config.dataDir, survey.id)
    await updateSurvey(ask.db, survey.id, { state: 'open', opened_at: ask.now })
    await sendInvitationsAtOpening(ask.db, survey.id)
    await record(ask, survey, 'survey.opened')
    return done
  })

/** Later days for a survey that is open or offered: 'YYYY-MM-DD'. */
export const extendSurvey = (ask: SignedIn, survey: Survey, days: { closesOn: string; resultsOn: string }): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => {
    const { state } = await lockSurvey(ask.db, survey.id)
    if (state !== 'open' && state !== 'offered') return { refused: 'not-open' }
    await updateSurvey(ask.db, survey.id, { closes_on: days.closesOn, results_on: days.resultsOn })
    await record(ask, survey, 'survey.extended', { until: days.closesOn })
    return done
  })

/** Answers that are being taken are waited for; then nothing more comes in, and the one release is computed by a job. False when it was not open. */
export async function closeOpen(db: Db, { id, organisationId }: Pick<Survey, 'id' | 'organisationId'>, actorId: string | null, now: Date): Promise<boolean> {
  await waitForAnswers(db, id)
  if ((await lockSurvey(db, id)).state !== 'open') return false
  await updateSurvey(db, id, { state: 'closed', closed_at: now })
  await enqueueJob(db, 'close-survey', { survey: id })
  await recordActivity(db, { organisationId, actorId, kind: 'survey.closed', subjectKind: 'survey', subjectId: id })
  return true
}

/** Nobody can answer from then on; a job computes the release. */
export const closeSurvey = (ask: SignedIn, survey: Survey): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => ((await closeOpen(ask.db, survey, ask.caller.personId, ask.now)) ? done : { refused: 'not-open' }))

/** Only while nobody else has seen it. */
export const deleteSurvey = (ask: SignedIn, survey: Survey): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => {
    if ((await lockSurvey(ask.db, survey.id)).state !== 'draft') return { refused: 'not-draft' }
    await deleteDraft(ask.db, survey.id)
    await record(ask, survey, 'survey.deleted')
    return done
  })
