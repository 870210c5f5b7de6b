import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A folder of frameworks with these files, by path. */
export async function folderOf(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qualeduc-frameworks-'))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** A small framework without a fault, of twelve items. */
export const egalite = `id: egalite
version: "2022"
locale: fr
title: Label égalité
short_title: Égalité
status: confirmed
valid_from: 2022-03-17
valid_to: null
source:
  title: Circulaire du 10 mars 2022
  publisher: Ministère
  reference: NOR MENE2207942C
  note: Les phrases sont de nous.
licence: EUPL-1.2
scale: { kind: none }
themes:
  - code: EFG1
    title: Pilotage
    purpose: La place de l'égalité dans le pilotage.
    keywords: [égalité, référent]
    status: confirmed
    items:
${['plan P', 'do D', 'check C', 'act A'].flatMap((quarter) => [1, 2, 3].map((number) => itemLines(quarter, number))).join('')}`

function itemLines(quarter: string, number: number): string {
  const [phase, letter] = quarter.split(' ')
  return `      - code: EFG1-${letter}${number}
        phase: ${phase}
        statement: L'équipe fait la chose ${number} du temps ${phase}.
        help: Qui le sait, hors de la direction ?
        audiences: [staff]
        evidence: [Lettre de mission]
        indicators: [S03]
`
}
