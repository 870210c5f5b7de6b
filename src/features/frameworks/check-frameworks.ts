import { checkVersion } from './check-version.ts'
import type { CheckedVersion } from './check-version.ts'
import type { Problem } from './problem.ts'
import { listVersionFiles } from './version-files.ts'

export interface CheckReport {
  ok: boolean
  /** What stops a version from being published. */
  problems: Problem[]
  /** What would make it better. */
  advice: Problem[]
  versions: { framework: string; version: string; draft: boolean; ok: boolean; themes: number; items: number }[]
}

/** Checks every framework of a folder. Never throws because of what the files say; throws when the folder is missing. */
export async function checkFrameworks(folder: string): Promise<CheckReport> {
  const { versions, strays } = await listVersionFiles(folder)
  const checked = versions.map(checkVersion)
  const problems = [...checked.flatMap((one) => one.problems), ...strays.map(tellStray)]
  return { ok: problems.length === 0, problems, advice: checked.flatMap((one) => one.advice), versions: checked.map(summaryOf) }
}

const tellStray = (file: string): Problem => ({
  file,
  line: null,
  where: '',
  problem: 'Ce fichier ou ce dossier n’est lu par rien.',
  todo: 'Un en-tête s’appelle <référentiel>/<version>.yaml, un thème <référentiel>/<version>/<CODE>.yaml.',
})

function summaryOf({ framework, version, content }: CheckedVersion): CheckReport['versions'][number] {
  const themes = content?.themes ?? []
  return {
    framework,
    version,
    draft: content?.status === 'draft',
    ok: content !== null,
    themes: themes.length,
    items: themes.reduce((sum, theme) => sum + theme.items.length, 0),
  }
}
