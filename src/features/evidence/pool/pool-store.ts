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

/** The proofs of the school that the caller sees, each with how much it serves. Read in one pass: a join of two halves has no good plan here. */
const counted = ({ organisationId, sources }: Place): RawBuilder<unknown> => sql`
  select e.*, count(l.evidence_id)::int as links, count(distinct l.point)::int as points, count(distinct f.framework)::int as frameworks
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
      return sql<boolean>`e.links = 0`
    case 'once':
      return sql<boolean>`e.links = 1`
  }
}

/** What the school's proofs are and do, whatever is searched. */
export async function countPool(db: Db, place: Place): Promise<PoolFigures> {
  const { rows } = await sql<{ nature: Nature; all: number; expired: number; ending: number; unused: number; once: number; reused: number; spared: number }>`
    with pooled as materialized (${counted(place)})
    select e.nature, count(*)::int as all, count(*) filter (where ${isExpired(place)})::int as expired, count(*) filter (where ${isEnding(place)})::int as ending,
      count(*) filter (where e.links = 0)::int as unused, count(*) filter (where e.links = 1)::int as once,
      count(*) filter (where e.frameworks > 1)::int as reused, coalesce(sum(greatest(e.links - 1, 0)), 0)::int as spared
    from pooled e
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
    with pooled as materialized (${counted(place)}),
    fitting as (
      select e.*, t.state as text_state, count(*) over ()::int as total,
        ${asked ? sql`ts_rank(e.search, ${asked}) * 4 + coalesce(ts_rank(t.search, ${asked}), 0)` : sql`0`} as rank
      from pooled e
      left join evidence_texts t on t.evidence_id = e.id and t.revision = e.revision
      where true
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
  return { total: rows[0]?.total ?? 0, evidence: rows }
}

const headline = 'StartSel=\u0002, StopSel=\u0003, MaxFragments=1, MaxWords=34, MinWords=14, ShortWord=2'

/** How much of a file is looked at for an excerpt, and of what the marking is asked, in characters: marking a whole book takes a second. */
const lookedAt = 100_000
const marked = 420
const before = 140

/** Letters of a stem that its words begin with for sure: stemming in French changes no more than the last ones. */
const sureLetters = 4

/** A folded stem as a pattern that finds it with its accents: folding a whole text to look for one word would cost more than all the rest. */
const accented = (stem: RawBuilder<unknown>): RawBuilder<unknown> =>
  ['aàâä', 'cç', 'eéèêë', 'iîï', 'nñ', 'oôö', 'uùûü'].reduce((pattern, letters) => sql`replace(${pattern}, ${letters[0]}, ${`[${letters}]`})`, stem)

/**
 * A passage around the first word that begins like one of those searched. What is marked is found in the folded passage (as words are
 * searched) and cut out of the real one, so that it keeps its accents: folding changes letters one by one, and `words` holds none of the few that would
 * become two. Any one of the words is enough to show a passage. Each `offset 0` keeps PostgreSQL from computing its step again wherever it is named.
 */
function excerptOf(query: string | null): RawBuilder<string | null> {
  if (!query) return sql<null>`null::text`
  const any = sql`to_tsquery('french', fold_words(${query.replaceAll(' & ', ' | ')}))`
  const words = query.replaceAll(/[&:*]/g, ' ')
  return sql<string | null>`(
    select h.marked || E'\u0004' || substr(t.words, w.start + position(h.plain in w.folded) - 1, char_length(h.plain))
    from evidence_texts t,
      lateral (select '\\m(' || string_agg(${accented(sql`left(stem, greatest(${sureLetters}::int, char_length(stem) - 3))`)}, '|') || ')' as pattern
        from unnest(tsvector_to_array(to_tsvector('french', fold_words(${words})))) stem offset 0) a,
      lateral (select greatest(regexp_instr(left(t.words, ${lookedAt}::int), a.pattern, 1, 1, 0, 'i') - ${before}::int, 1) as near offset 0) n,
      lateral (select n.near + case when n.near > 1 then position(' ' in substr(t.words, n.near, 40)) else 0 end as start offset 0) b,
      lateral (select b.start, fold_words(substr(t.words, b.start, ${marked}::int)) as folded offset 0) w,
      lateral (select ts_headline('french', w.folded, ${any}, ${headline}) as marked offset 0) m,
      lateral (select m.marked, translate(m.marked, E'\u0002\u0003', '') as plain offset 0) h
    where t.evidence_id = e.id and t.revision = e.revision and t.search @@ ${any} and position(E'\u0002' in h.marked) > 0
      and position(h.plain in w.folded) > 0)`
}
