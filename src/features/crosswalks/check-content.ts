import { checkVersion } from '../frameworks/check-version.ts'
import type { FrameworkHeader } from '../frameworks/content.ts'
import { checkFrameworks } from '../frameworks/check-frameworks.ts'
import type { CheckReport } from '../frameworks/check-frameworks.ts'
import { listVersionFiles } from '../frameworks/version-files.ts'
import { checkConversion, checkCrosswalk } from './check-relating.ts'
import type { Checked, KnownCodes } from './check-relating.ts'
import { listRelatingFiles } from './crosswalk-files.ts'

export interface ContentReport extends CheckReport {
  crosswalks: { name: string; ok: boolean; links: number }[]
  conversions: { name: string; ok: boolean; changes: number }[]
}

/** Checks every framework of a folder, then what relates them. Never throws because of what the files say. */
export async function checkContent(folder: string): Promise<ContentReport> {
  const report = await checkFrameworks(folder)
  const { versions } = await listVersionFiles(folder)
  const known = codesOf(versions.flatMap((files) => checkVersion(files).content ?? []))
  const [crosswalkFiles, conversionFiles] = await Promise.all([listRelatingFiles(folder, 'crosswalks'), listRelatingFiles(folder, 'conversions')])
  const crosswalks = crosswalkFiles.map((file) => checkCrosswalk(file, known))
  const conversions = conversionFiles.map((file) => checkConversion(file, known))
  const problems = [...report.problems, ...[...crosswalks, ...conversions].flatMap((checked) => checked.problems)]
  return {
    ...report,
    ok: problems.length === 0,
    problems,
    crosswalks: crosswalks.map((checked) => ({ ...outcomeOf(checked), links: checked.content?.links.length ?? 0 })),
    conversions: conversions.map((checked) => ({ ...outcomeOf(checked), changes: checked.content?.changes.length ?? 0 })),
  }
}

const outcomeOf = (checked: Checked<unknown>): { name: string; ok: boolean } => ({ name: checked.file.name, ok: checked.content !== null })

export const codesOf = (contents: readonly FrameworkHeader[]): KnownCodes =>
  new Map(contents.map((content) => [`${content.id}-${content.version}`, new Set(content.themes.flatMap((theme) => theme.items.map((item) => item.code)))]))
