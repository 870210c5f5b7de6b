import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import { searchQuery } from '../../frameworks/search-store.ts'
import type { Evidence } from '../store.ts'
import type { Nature, TextState } from '../tables.ts'
import type { UseSource } from '../uses.ts'
import { recallDays } from '../validity-rules.ts'
import type { PoolFilter, PoolState } from './filter.ts'

/** A proof among the others, with how much it serves. */
export interface PooledEvidence extends Evidence {
  /** Times it was put beside something. */
  links: number
  /** Different statements among these. */
  points: number
  /** Different frameworks among these, all versions of one counted once. */
  frameworks: number
  /** Whether its words are searched; null when they have not been read, or are not to be. */
  textState: TextState | null
  /** A passage of the file around what was searched, marked by \u0002 and \u0003; null when it holds none. */
  excerpt: string | null
}

export interface PoolFigures {
  all: number
  states: Record<PoolState, number>
  /** Proofs that serve at least two frameworks. */
  reused: number
  /** Links beyond the first of each proof: times when it did not have to be looked for again. */
  spared: number
  natures: ReadonlyMap<Nature, number>
}

interface Place {
  organisationId: string
  sources: readonly UseSource[]
  /** 'YYYY-MM-DD' */
  today: string
}

/** One row a proof of the school that the caller sees: how much it serves. */
const counted = ({ organisationId, sources }: Place): RawBuilder<unknown> => sql`
  select e.id, count(l.evidence_id)::int as links, count(distinct l.point)::int as points, count(distinct f.framework)::int as frameworks
  from evidence e
  left join (${sql.join(
    sources.map((source) => source.rows),
    sql` union all `,
  )}) l on l.evidence_id = e.id
  left join frameworks f on f.id = l.framework_id
  where e.organisation_id = ${organisationId}
  group by e.id`

const isExpired = ({ today }: Place) => sql<boolean>`coalesce(e.valid_until < ${today}, false)`
const isEnding = (place: Place) =>
  sql<boolean>`(coalesce(coalesce(e.remind_on, e.valid_until - ${recallDays}::int) <= ${place.today}, false) and not ${isExpired(place)})`

function stateIs(place: Place, state: PoolState): RawBuilder<boolean> {
  switch (state) {
    case 'expired':
      return isExpired(place)
    case 'ending':
      return isEnding(place)
    case 'unused':
      return sql<boolean>`u.links = 0`
    case 'once':
      return sql<boolean>`u.links = 1`
  }
}

/** What the school's proofs are and do, whatever is searched. */
export async function countPool(db: Db, place: Place): Promise<PoolFigures> {
  const { rows } = await sql<{ nature: Nature; all: number; expired: number; ending: number; unused: number; once: number; reused: number; spared: number }>`
    with used as (${counted(place)})
    select e.nature, count(*)::int as all, count(*) filter (where ${isExpired(place)})::int as expired, count(*) filter (where ${isEnding(place)})::int as ending,
      count(*) filter (where u.links = 0)::int as unused, count(*) filter (where u.links = 1)::int as once,
      count(*) filter (where u.frameworks > 1)::int as reused, coalesce(sum(greatest(u.links - 1, 0)), 0)::int as spared
    from evidence e join used u on u.id = e.id
    group by e.nature order by count(*) desc, e.nature`.execute(db)
  const sum = (name: 'all' | PoolState | 'reused' | 'spared'): number => rows.reduce((total, row) => total + row[name], 0)
  return {
    all: sum('all'),
    states: { expired: sum('expired'), ending: sum('ending'), unused: sum('unused'), once: sum('once') },
    reused: sum('reused'),
    spared: sum('spared'),
    natures: new Map(rows.map((row) => [row.nature, row.all])),
  }
}

interface Part {
  limit: number
  offset: number
}

/**
 * Proofs of the school that fit the filter, the closest to what is searched first, then the latest; `total` counts them all. Every word
 * must be in the title, the note, the name of the file or its text. Each row of the school is looked at: under row-level security no
 * index serves a condition on words.
 */
export async function searchPool(db: Db, place: Place, filter: PoolFilter, part: Part): Promise<{ total: number; evidence: PooledEvidence[] }> {
  const query = searchQuery(filter.words)
  if (filter.words && !query) return { total: 0, evidence: [] }
  const asked = query ? sql`to_tsquery('french', fold_words(${query}))` : null
  const found = asked ? sql`e.search || coalesce(t.search, ''::tsvector)` : null
  const { rows } = await sql<PooledEvidence & { total: number }>`
    with used as (${counted(place)}),
    fitting as (
      select e.*, u.links, u.points, u.frameworks, t.state as text_state, count(*) over ()::int as total,
        ${asked ? sql`ts_rank(e.search, ${asked}) * 4 + coalesce(ts_rank(t.search, ${asked}), 0)` : sql`0`} as rank
      from evidence e
      join used u on u.id = e.id
      left join evidence_texts t on t.evidence_id = e.id and t.revision = e.revision
      where e.organisation_id = ${place.organisationId}
        ${filter.state ? sql`and ${stateIs(place, filter.state)}` : sql``}
        ${filter.nature ? sql`and e.nature = ${filter.nature}` : sql``}
        ${found ? sql`and (${found}) @@ ${asked}` : sql``}
      order by rank desc, e.added_at desc, e.id
      limit ${part.limit} offset ${part.offset})
    select e.id, e.organisation_id as "organisationId", e.title, e.nature, e.note, e.kind, e.url, e.file_name as "fileName", e.media_type as "mediaType",
      e.size, e.sha256, e.effective_on as "effectiveOn", e.valid_until as "validUntil", e.remind_on as "remindOn", e.confidentiality, e.revision,
      e.added_at as "addedAt", e.added_by as "addedBy", e.updated_at as "updatedAt", e.version, e.links, e.points, e.frameworks,
      e.text_state as "textState", e.total, ${excerptOf(query)} as excerpt
    from fitting e order by e.rank desc, e.added_at desc, e.id`.execute(db)
  return { total: rows[0]?.total ?? 0, evidence: rows.map(({ total: _, ...evidence }) => evidence) }
}

const headline = 'StartSel=\u0002, StopSel=\u0003, MaxFragments=1, MaxWords=34, MinWords=14, ShortWord=2'

/** How much of a file is looked at for an excerpt, in characters: marking words in a whole book takes a second. */
const lookedAt = 60_000

/**
 * The passage is found in the folded text (as words are searched) and cut out of the real one, so that it keeps its accents: folding
 * changes letters one by one, and `words` holds none of the few that would become two. Any one of the words is enough to show a passage.
 */
function excerptOf(query: string | null): RawBuilder<string | null> {
  if (!query) return sql<null>`null::text`
  const any = sql`to_tsquery('french', fold_words(${query.replaceAll(' & ', ' | ')}))`
  return sql<string | null>`(
    select case when position(h.plain in h.folded) > 0
      then h.marked || E'\u0004' || substr(t.words, position(h.plain in h.folded), char_length(h.plain)) end
    from evidence_texts t,
      lateral (select fold_words(left(t.words, ${lookedAt})) as folded) f,
      lateral (select ts_headline('french', f.folded, ${any}, ${headline}) as marked, f.folded) m,
      lateral (select m.marked, translate(m.marked, E'\u0002\u0003', '') as plain, m.folded) h
    where t.evidence_id = e.id and t.revision = e.revision and t.search @@ ${any} and position(E'\u0002' in h.marked) > 0)`
}
