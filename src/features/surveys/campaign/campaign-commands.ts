import { recordActivity } from '../../../platform/activity.ts'
import { enqueueJob } from '../../../platform/jobs.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import type { Organisation } from '../../organisations/store.ts'
import { listSchoolYears } from '../../organisations/store.ts'
import { ensureSurveyKey } from '../ballots/keys.ts'
import { countSchools, listParts } from '../store.ts'
import type { Part, Survey } from '../store.ts'
import {
  deleteDraft,
  deletePart,
  deleteSchool,
  insertAllSchools,
  insertPart,
  insertSchools,
  insertSurvey,
  lockSurvey,
  sendInvitationsAtOpening,
  updatePart,
  updateSurvey,
  waitForAnswers,
} from './campaign-store.ts'
import type { ListedQuestionnaire } from './campaign-store.ts'
import type { PartValues } from './part-rules.ts'
import { orRefused } from './refusals.ts'
import type { Refused } from './refusals.ts'
import type { SettingsValues } from './settings-rules.ts'
import { missingBefore } from './survey-rules.ts'

/** A new survey, in the present school year; every school that the organisation may ask takes part until taken out. */
export async function createSurvey(ask: SignedIn, organisation: Organisation, values: SettingsValues): Promise<string> {
  const years = await listSchoolYears(ask.db, ask.today, 0, 0)
  const schoolYear = years[0]?.code ?? ''
  const id = await insertSurvey(ask.db, { organisationId: organisation.id, personId: ask.caller.personId, schoolYear, values })
  await insertAllSchools(ask.db, id, organisation, ask.today)
  await record(ask, { id, organisationId: organisation.id }, 'survey.created')
  return id
}

type Done = { done: true }
const done: Done = { done: true }

/** While it is written: 'changed' when somebody saved it meanwhile. */
export const saveSettings = (ask: SignedIn, survey: Survey, version: number, values: SettingsValues): Promise<Done | Refused | 'changed'> =>
  orRefused(async (): Promise<Done | Refused | 'changed'> => {
    const now = await lockSurvey(ask.db, survey.id)
    if (now.state !== 'draft') return { refused: 'not-draft' }
    if (now.version !== version) return 'changed'
    await updateSurvey(ask.db, survey.id, values)
    await record(ask, survey, 'survey.settings_changed')
    return done
  })

const inDraft = (ask: SignedIn, survey: Survey, kind: string, work: () => Promise<void>): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => {
    if ((await lockSurvey(ask.db, survey.id)).state !== 'draft') return { refused: 'not-draft' }
    await work()
    await updateSurvey(ask.db, survey.id, {})
    await record(ask, survey, kind)
    return done
  })

/** The questionnaire is copied: what is written in it later changes nothing here. */
export async function addPart(ask: SignedIn, survey: Survey, questionnaire: ListedQuestionnaire, values: PartValues): Promise<{ id: string } | Refused> {
  let id = ''
  const result = await inDraft(ask, survey, 'survey.part_added', async () => {
    id = await insertPart(ask.db, survey, { questionnaire, values })
  })
  return 'refused' in result ? result : { id }
}

export async function savePart(
  ask: SignedIn,
  survey: Survey,
  part: Part,
  wish: { questionnaire: ListedQuestionnaire | null; values: PartValues; version: number },
): Promise<Done | Refused | 'changed'> {
  return orRefused(async (): Promise<Done | Refused | 'changed'> => {
    const now = await lockSurvey(ask.db, survey.id)
    if (now.state !== 'draft') return { refused: 'not-draft' }
    if (now.version !== wish.version) return 'changed'
    await updatePart(ask.db, part.id, wish.questionnaire, wish.values)
    await updateSurvey(ask.db, survey.id, {})
    await record(ask, survey, 'survey.part_changed')
    return done
  })
}

export const removePart = (ask: SignedIn, survey: Survey, part: Part): Promise<Done | Refused> =>
  inDraft(ask, survey, 'survey.part_removed', () => deletePart(ask.db, part.id))

const whilePreparing = (ask: SignedIn, survey: Survey, work: () => Promise<void>): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => {
    const { state } = await lockSurvey(ask.db, survey.id)
    if (state !== 'draft' && state !== 'offered') return { refused: 'not-preparing' }
    await work()
    return done
  })

export const addSchools = (ask: SignedIn, survey: Survey, schoolIds: readonly string[]): Promise<Done | Refused> =>
  whilePreparing(ask, survey, async () => {
    const added = await insertSchools(ask.db, survey, schoolIds, ask.today)
    if (added > 0) await record(ask, survey, 'survey.schools_added', { schools: added })
  })

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
    await ensureSurveyKey(ask.services.config.dataDir, survey.id)
    await updateSurvey(ask.db, survey.id, { state: 'open', opened_at: ask.now })
    await sendInvitationsAtOpening(ask.db, survey.id)
    await record(ask, survey, 'survey.opened')
    return done
  })

export const extendSurvey = (ask: SignedIn, survey: Survey, days: { closesOn: string; resultsOn: string }): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => {
    const { state } = await lockSurvey(ask.db, survey.id)
    if (state !== 'open' && state !== 'offered') return { refused: 'not-open' }
    await updateSurvey(ask.db, survey.id, { closes_on: days.closesOn, results_on: days.resultsOn })
    await record(ask, survey, 'survey.extended', { until: days.closesOn })
    return done
  })

/** Answers that are being taken are waited for; then nothing more comes in, and the one release is computed by a job. */
export const closeSurvey = (ask: SignedIn, survey: Survey): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => {
    await waitForAnswers(ask.db, survey.id)
    if ((await lockSurvey(ask.db, survey.id)).state !== 'open') return { refused: 'not-open' }
    await updateSurvey(ask.db, survey.id, { state: 'closed', closed_at: ask.now })
    await enqueueJob(ask.db, 'close-survey', { survey: survey.id })
    await record(ask, survey, 'survey.closed')
    return done
  })

/** Only while nobody else has seen it. */
export const deleteSurvey = (ask: SignedIn, survey: Survey): Promise<Done | Refused> =>
  orRefused(async (): Promise<Done | Refused> => {
    if ((await lockSurvey(ask.db, survey.id)).state !== 'draft') return { refused: 'not-draft' }
    await deleteDraft(ask.db, survey.id)
    await record(ask, survey, 'survey.deleted')
    return done
  })

export const record = (
  ask: SignedIn,
  survey: { id: string; organisationId: string },
  kind: string,
  detail: Record<string, string | number> = {},
  organisationId = survey.organisationId,
): Promise<void> => recordActivity(ask.db, { organisationId, actorId: ask.caller.personId, kind, subjectKind: 'survey', subjectId: survey.id, detail })
