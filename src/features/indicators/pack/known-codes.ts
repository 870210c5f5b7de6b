import { checkVersion } from '../../frameworks/check-version.ts'
import { frameworksFolder, listVersionFiles } from '../../frameworks/version-files.ts'

/** What the pack may name outside itself. */
export interface Known {
  /** Codes of items and of themes, by framework, all its versions together. */
  items: ReadonlyMap<string, ReadonlySet<string>>
  /** Names of indicators by code, as items of frameworks suggest them; without it, names are the pack's own affair. */
  names?: Readonly<Record<string, string>>
  /** What is wrong with a formula, in a sentence, or null; without it, only its codes are looked at. */
  checkFormula?: (formula: string) => string | null
  /** Whether the site can count what « platform » names; without it, its word is taken. */
  isCounted?: (key: string) => boolean
}

/** Codes of every version of every framework in a folder. */
export async function listFrameworkCodes(folder: string = frameworksFolder): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { versions } = await listVersionFiles(folder)
  const codes = new Map<string, Set<string>>()
  for (const version of versions) {
    const known = codes.get(version.framework) ?? new Set()
    for (const theme of checkVersion(version).content?.themes ?? []) for (const { code } of [theme, ...theme.items]) known.add(code)
    codes.set(version.framework, known)
  }
  return codes
}
