import type { Problem } from '../problem.ts'
import type { Fields } from './values.ts'

/** One node of a tree as another tool gives it. */
export interface ForeignNode {
  /** Told apart by this in its file. */
  key: string
  /** Key of the node above; null at the top. */
  parent: string | null
  /** What people call it: « ID.AM-1 »; may be empty, or used again elsewhere. */
  code: string
  title: string
  text: string
  help: string
  keywords: readonly string[]
  evidence: readonly string[]
  groups: readonly string[]
  /** Whether people position themselves on it; null where the format does not say: what has nothing below it. */
  assessed: boolean | null
  /** What our own export put beside it. */
  extra: Fields | null
  line: number | null
}

export interface Branch {
  node: ForeignNode
  above: Branch | null
  below: Branch[]
}

/** So many that nobody would read further. */
const mostTold = 20

/** Puts each node under its parent, in the order given; or says why this is not a tree. */
export function plantTree(nodes: readonly ForeignNode[], file: string): { branches: readonly Branch[] } | { problems: Problem[] } {
  const byKey = new Map<string, Branch>()
  const problems: Problem[] = []
  const tell = (node: ForeignNode, problem: string, todo: string): void => void problems.push({ file, line: node.line, where: nameOf(node), problem, todo })
  for (const node of nodes) {
    if (byKey.has(node.key)) tell(node, `L’identifiant « ${shorten(node.key)} » sert deux fois.`, 'Donnez à chaque élément le sien.')
    byKey.set(node.key, { node, above: null, below: [] })
  }
  const branches = nodes.map((node) => byKey.get(node.key)).filter((branch) => branch !== undefined)
  for (const branch of new Set(branches)) {
    const { parent } = branch.node
    if (parent === null) continue
    branch.above = byKey.get(parent) ?? null
    if (branch.above) branch.above.below.push(branch)
    else
      tell(branch.node, `Il est rangé sous « ${shorten(parent)} », qui n’est pas dans le fichier.`, 'Ajoutez l’élément du dessus, ou rangez celui-ci ailleurs.')
  }
  for (const branch of cyclesOf(branches))
    tell(branch.node, 'Il se retrouve au-dessous de lui-même.', 'Rompez la boucle : un élément ne peut pas être rangé sous ce qu’il contient.')
  return problems.length > 0 ? { problems: problems.slice(0, mostTold) } : { branches }
}

/** One branch of each loop. */
function cyclesOf(branches: readonly Branch[]): Branch[] {
  const sound = new Set<Branch>()
  const found: Branch[] = []
  for (const start of branches) {
    const walked = new Set<Branch>()
    let at: Branch | null = start
    while (at && !sound.has(at) && !walked.has(at)) {
      walked.add(at)
      at = at.above
    }
    if (at && walked.has(at)) found.push(at)
    for (const branch of walked) sound.add(branch)
  }
  return found
}

export const nameOf = (node: ForeignNode): string => shorten([node.code, node.title || node.text].filter(Boolean).join(' '))

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

/** From the top down to the branch, itself left out. */
export function ancestorsOf(branch: Branch): Branch[] {
  const above: Branch[] = []
  for (let at = branch.above; at; at = at.above) above.unshift(at)
  return above
}
