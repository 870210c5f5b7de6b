import { checkVersion } from '../../frameworks/check-version.ts'
import { listVersionFiles } from '../../frameworks/version-files.ts'
import { askedFramework } from './build-definition.ts'

/** Codes of the items that a ready question may name, of every version of the framework in a folder. */
export async function listKnownItems(folder: string): Promise<ReadonlySet<string>> {
  const { versions } = await listVersionFiles(folder)
  const contents = versions.filter((version) => version.framework === askedFramework).flatMap((version) => checkVersion(version).content ?? [])
  return new Set(contents.flatMap((content) => content.themes.flatMap((theme) => theme.items.map((item) => item.code))))
}
