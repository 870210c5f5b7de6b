import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

// A restored copy must not write to anybody before its operator says so: the pause is a file of the data folder.
const pathIn = (dataDir: string): string => join(dataDir, 'mail-paused')

export async function pauseMail(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true })
  await writeFile(pathIn(dataDir), 'Aucun courriel ne part. Pour reprendre : npm run qualeduc -- mail resume\n')
}

export const isMailPaused = (dataDir: string): boolean => existsSync(pathIn(dataDir))

export const resumeMail = (dataDir: string): Promise<void> => rm(pathIn(dataDir), { force: true })
