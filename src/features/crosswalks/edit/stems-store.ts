import { sql } from 'kysely'
import type { Db } from '../../../platform/database.ts'
import type { Stemmed, StemmedWord } from './similarity-rules.ts'

/**
 * The words of every statement of a framework with their French stems, as PostgreSQL cuts and stems them. The statement counts whole,
 * what stands around it less, its theme least. Marks that the parser would take for letters in some locales are blanked first.
 */
export async function listStems(db: Db, frameworkId: string): Promise<Stemmed[]> {
  const { rows } = await sql<Stemmed & { words: StemmedWord[] | null }>`
    select i.code, i.indicators, found.words
    from framework_items i
    join framework_themes t on t.framework_id = i.framework_id and t.code = i.theme_code
    cross join lateral (
      select json_agg(json_build_object('stem', w.stem, 'word', w.word, 'weight', w.weight)) as words
      from (
        select l.stem, min(p.token) as word, max(part.weight) as weight
        from (values
          (concat_ws(' ', i.statement, i.title, i.contrast_low, i.contrast_high), 1.0),
          (concat_ws(' ', i.help, array_to_string(i.evidence, ' ')), 0.7),
          (concat_ws(' ', t.title, array_to_string(t.keywords, ' ')), 0.5)) as part (text, weight)
        cross join lateral ts_parse('default', translate(lower(part.text collate "fr-x-icu"), ${marks}, ${' '.repeat(marks.length)})) as p
        cross join lateral unnest(ts_lexize('french_stem', p.token)) as l (stem)
        where p.tokid in (1, 2, 10, 11) and length(p.token) > 1
        group by l.stem) w) found
    where i.framework_id = ${frameworkId}
    order by t.position, i.position`.execute(db)
  return rows.map(({ code, indicators, words }) => ({ code, indicators, words: words ?? [] }))
}

const marks = "’'«»…–—“”·•\u00a0\u202f"
