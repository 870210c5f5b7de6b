import type postgres from 'postgres'

/**
 * Rows that are worth nothing elsewhere: sessions end with the machine, submissions with the day, the queue with the process. Counts of
 * answers are counted again by the database as the answers come back.
 */
const leftOut = new Set(['migrations', 'sessions', 'form_submissions', 'sign_in_failures'])

export interface StoredTable {
  name: string
  /** Quoted, generated columns left out. */
  columns: string
  /** In the order of its key; shuffled where it has none: the order in which rows lie in a file may tell who came when. */
  order: string
  forced: boolean
}

/** Tables to keep, each after those it refers to. */
export async function listStoredTables(client: postgres.Sql | postgres.TransactionSql): Promise<StoredTable[]> {
  const tables = await client`
    select c.relname as name, c.relforcerowsecurity as forced,
      (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select string_agg(quote_ident(a.attname), ', ' order by p.place) from pg_index x, unnest(x.indkey::int2[]) with ordinality p (column_number, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = p.column_number where x.indrelid = c.oid and x.indisprimary), 'random()') as order,
      array(select distinct r.relname from pg_constraint k join pg_class r on r.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid)::text[] as after
    from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname`
  const waiting = tables.map((row) => ({
    name: String(row['name']),
    forced: Boolean(row['forced']),
    columns: String(row['columns']),
    order: String(row['order']),
    after: stringsOf(row['after']),
  }))
  const ordered: StoredTable[] = []
  const placed = new Set<string>()
  while (waiting.length > 0) {
    const at = waiting.findIndex((table) => table.after.every((name) => placed.has(name)))
    const [table] = waiting.splice(Math.max(0, at), 1)
    if (!table) break
    placed.add(table.name)
    if (!leftOut.has(table.name)) ordered.push({ name: table.name, columns: table.columns, order: table.order, forced: table.forced })
  }
  return ordered
}

const stringsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
