import type { Db } from '../../../platform/database.ts'
import { findTheme, listAllThemes } from '../../frameworks/store.ts'
import type { ListedTheme } from '../../frameworks/store.ts'
import type { FrameworkTables } from '../../frameworks/tables.ts'
import { tablesOf } from '../store.ts'
import type { Evaluation } from '../store.ts'
import { themeValue } from './settings.ts'
import type { ThemeKey } from './settings.ts'

export interface EvaluationTheme extends ThemeKey {
  title: string
  /** Short title of the framework. */
  frameworkTitle: string
  /** A sheet that the school fills itself: prompts, not questions. */
  blank: boolean
}

/** Themes of an evaluation, in its order. */
export async function listEvaluationThemes(db: Db, evaluationId: string): Promise<EvaluationTheme[]> {
  return tablesOf(db)
    .withTables<FrameworkTables>()
    .selectFrom('evaluation_themes as t')
    .innerJoin('framework_themes as theme', (join) => join.onRef('theme.framework_id', '=', 't.framework_id').onRef('theme.code', '=', 't.theme_code'))
    .innerJoin('frameworks as f', 'f.id', 't.framework_id')
    .select(['t.framework_id as frameworkId', 't.theme_code as code', 'theme.title', 'f.short_title as frameworkTitle', 'f.blank'])
    .where('t.evaluation_id', '=', evaluationId)
    .orderBy('t.position')
    .execute()
}

/** Themes that may be chosen: those in force, and those that the evaluation already has from an earlier version. */
export async function listThemesToChoose(db: Db, today: string, kept: readonly EvaluationTheme[] = []): Promise<ListedTheme[]> {
  const inForce = await listAllThemes(db, today)
  const known = new Set(inForce.map((theme) => themeValue(theme)))
  const older: ListedTheme[] = []
  for (const key of kept.filter((one) => !known.has(themeValue(one)))) {
    const theme = await findTheme(db, key.frameworkId, key.code)
    if (theme) older.push({ ...theme, ...aside, frameworkTitle: key.frameworkTitle, blank: key.blank })
  }
  return [...older, ...inForce]
}

/** An earlier version is shown by its titles alone. */
const aside = { framework: '', version: '', scale: { kind: 'none' }, kind: 'guide', ownerId: null, extendsId: null } as const

export async function saveThemes(db: Db, evaluation: Pick<Evaluation, 'id' | 'organisationId'>, themes: readonly ThemeKey[]): Promise<void> {
  await tablesOf(db).deleteFrom('evaluation_themes').where('evaluation_id', '=', evaluation.id).execute()
  if (themes.length === 0) return
  const rows = themes.map((theme, index) => ({
    evaluation_id: evaluation.id,
    organisation_id: evaluation.organisationId,
    framework_id: theme.frameworkId,
    theme_code: theme.code,
    position: index + 1,
  }))
  await tablesOf(db).insertInto('evaluation_themes').values(rows).execute()
}

/** State and version of an evaluation, its row held until the end of the transaction: changes of one evaluation go one after the other. */
export async function lockEvaluation(db: Db, id: string) {
  return tablesOf(db)
    .selectFrom('evaluations')
    .select(['state', 'version', 'reminded_at as remindedAt'])
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}
