import { fitLine, fitText } from '../../frameworks/exchange/fit-text.ts'
import type { Notebook } from '../../frameworks/exchange/formats.ts'
import { compact } from '../../frameworks/exchange/values.ts'
import type { Problem } from '../../frameworks/problem.ts'
import { nameOfEnd } from '../content.ts'
import type { CrosswalkContent, GapContent, VersionEnd } from '../content.ts'
import { strengthOf } from '../relations.ts'
import type { Relation } from '../relations.ts'
import type { KnownItem } from './known-versions.ts'

export interface ForeignLink {
  from: KnownItem
  to: KnownItem
  type: Relation
  reason: string
}

export interface ForeignCrosswalk {
  title: string
  author: string
  url: string
  note: string
  licence: string
  ends: { from: VersionEnd; to: VersionEnd }
  links: readonly ForeignLink[]
  gaps?: readonly GapContent[]
}

const shortestReason = 10

/** A crosswalk of ours from the links of another tool: proposed, never validated, until people who carry both frameworks have read it. */
export function adoptCrosswalk(foreign: ForeignCrosswalk, notes: Notebook): { content: CrosswalkContent } | { problems: Problem[] } {
  const { ends } = foreign
  const strays = foreign.links.filter((link) => nameOfEnd(link.from.end) !== nameOfEnd(ends.from) || nameOfEnd(link.to.end) !== nameOfEnd(ends.to))
  if (strays.length > 0) return { problems: strays.slice(0, 20).map(tellStray) }
  const links = new Map<string, CrosswalkContent['links'][number]>()
  for (const link of foreign.links) {
    const pair = `${link.from.code} ${link.to.code}`
    const known = links.get(pair)
    if (known) notes.add('links-doubled', `${link.from.code} – ${link.to.code}`)
    if (known && strengthOf(known.type) >= strengthOf(link.type)) continue
    links.set(pair, { from: link.from.code, to: link.to.code, type: link.type, reason: reasonOf(link.reason, notes) })
  }
  const url = /^https:\/\/[^\s"<>]+$/.test(foreign.url) ? foreign.url : undefined
  if (foreign.author.trim().length < 2) notes.add('author-assumed')
  const gaps = (foreign.gaps ?? []).map((gap) => ({ ...gap, reason: reasonOf(gap.reason, notes) }))
  return {
    content: compact({
      from: bare(ends.from),
      to: bare(ends.to),
      author: fitLine(foreign.author.trim().length < 2 ? 'Auteur à préciser' : foreign.author, 120),
      status: 'proposed' as const,
      source: compact({
        title: fitLine(foreign.title.trim().length < 2 ? 'Correspondance importée' : foreign.title, 250),
        url,
        note: fitText(foreign.note.trim().length < 2 ? 'Importée d’un fichier d’un autre outil.' : foreign.note, 2000).fits,
      }),
      licence: fitText(foreign.licence.trim().length < 2 ? 'À préciser : le fichier importé ne dit pas ce que l’on peut en faire.' : foreign.licence, 2000)
        .fits,
      links: [...links.values()],
      no_equivalent: gaps.length > 0 ? gaps : undefined,
    }),
  }
}

const bare = ({ framework, version }: VersionEnd): VersionEnd => ({ framework, version })

function reasonOf(reason: string, notes: Notebook): string {
  const said = reason.trim()
  if (said.length >= shortestReason) return fitText(said, 400).fits
  notes.add('reasons-assumed')
  return said ? `Le fichier dit seulement : « ${said} ».` : 'Repris d’un fichier qui ne dit pas pourquoi.'
}

const tellStray = (link: ForeignLink): Problem => ({
  file: '',
  line: null,
  where: `lien de ${link.from.code} à ${link.to.code}`,
  problem: `Il va de ${nameOfEnd(link.from.end)} à ${nameOfEnd(link.to.end)}, alors que les autres vont ailleurs.`,
  todo: 'Mettez dans un fichier les liens entre deux référentiels, et deux seulement.',
})
