import type { DirectoryRow } from './directory-row.ts'
import type { Finding } from './row-cells.ts'
import type { Texts } from './texts.fr.ts'

/** UAI are not unique in official files: the first row of each is kept, the others are refused, saying what differs. */
export function separateDuplicates(rows: readonly DirectoryRow[], texts: Texts): { kept: DirectoryRow[]; refused: Finding[] } {
  const firstByUai = new Map<string, DirectoryRow>()
  const refused: Finding[] = []
  for (const row of rows) {
    const first = firstByUai.get(row.uai)
    if (first === undefined) firstByUai.set(row.uai, row)
    else refused.push(explainDuplicate(row, first, texts))
  }
  return { kept: [...firstByUai.values()], refused }
}

function explainDuplicate(row: DirectoryRow, first: DirectoryRow, texts: Texts): Finding {
  const found = { line: row.line, column: row.uaiColumn, value: row.uai }
  if (row.name !== first.name) return { ...found, reason: texts.plan.twoNames(first.line, first.name) }
  const same = JSON.stringify({ ...row, line: 0 }) === JSON.stringify({ ...first, line: 0 })
  return { ...found, reason: same ? texts.plan.sameRow(first.line) : texts.plan.twoRows(first.line) }
}
