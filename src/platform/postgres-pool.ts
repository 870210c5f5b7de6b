import { DefaultQueryExecutor, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, Transaction } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely'
import postgres from 'postgres'
import type { Options, PostgresType, ReservedSql } from 'postgres'

type Types = Record<string, unknown>
type PoolOptions = Options<Record<string, PostgresType<unknown>>> & { max: number }

const sentAlong = new WeakSet<CompiledQuery>()

/** A statement whose answer says nothing: it travels with the next one, which fails if it failed. */
export function withTheNext(query: CompiledQuery): CompiledQuery {
  sentAlong.add(query)
  return query
}

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()

/**
 * Kysely on connections of postgres.js. Each way to the database and back costs more than most statements, so `begin` travels with the first one, and
 * what a transaction asks at the same time (Promise.all) travels together.
 */
export class PostgresPool extends Kysely<object> {
  #driver: PostgresDriver
  #dialect: Dialect

  constructor(url: string, options: PoolOptions) {
    const driver = new PostgresDriver(url, options)
    const dialect: Dialect = {
      createDriver: () => driver,
      createQueryCompiler: () => compiler,
      createAdapter: () => adapter,
      createIntrospector: (db) => new PostgresIntrospector(db),
    }
    super({ dialect })
    this.#driver = driver
    this.#dialect = dialect
  }

  /** Closes every connection, once the transactions under way have ended. */
  override async destroy(): Promise<void> {
    await super.destroy()
    // Kysely leaves a driver alone that it has not used itself.
    await this.#driver.destroy()
  }

  /** Runs one transaction; whatever is thrown inside undoes it all. */
  async inTransaction<T>(work: (db: Transaction<object>) => Promise<T>): Promise<T> {
    const connection = await this.#driver.acquireConnection()
    let open = true
    // What comes after the end would reach somebody else's transaction.
    const executor = new DefaultQueryExecutor(compiler, adapter, {
      provideConnection: (use) => (open ? use(connection) : Promise.reject(new Error('this transaction is over'))),
    })
    try {
      connection.begin()
      const dialect = this.#dialect
      const result = await work(new Transaction<object>({ config: { dialect }, dialect, driver: this.#driver, executor }))
      open = false
      await connection.commit()
      return result
    } catch (error) {
      open = false
      await connection.rollback()
      throw error
    } finally {
      this.#driver.release(connection)
    }
  }
}

/**
 * How arrays are read and written, which the driver asks of the database. Asked once: a connection that dies during this question stops the
 * process, and those made anew after a crash of PostgreSQL are the likeliest to.
 */
interface ArrayTypes {
  parsers: object
  serializers: object
}

interface Waiting {
  resolve: (connection: PostgresConnection) => void
  reject: (error: unknown) => void
}

/**
 * Hands out connections, first come, first served. The pool is ours: that of postgres.js writes to a reserved connection that has died,
 * which stops the process, and never takes back one whose reservation failed.
 */
class PostgresDriver implements Driver {
  #url: string
  #options: PoolOptions
  #free: PostgresConnection[] = []
  #waiting: Waiting[] = []
  #open = 0
  #arrays: ArrayTypes | null = null
  #ended: PromiseWithResolvers<void> | null = null

  constructor(url: string, options: PoolOptions) {
    this.#url = url
    this.#options = options
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PostgresConnection> {
    if (this.#ended) throw new Error('this pool is closed')
    const free = this.#free.pop()
    if (free) return free
    if (this.#open < this.#options.max) return this.#connect()
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
  }

  release(connection: PostgresConnection): void {
    if (connection.lost) return this.#leave()
    const next = this.#waiting.shift()
    if (next) return next.resolve(connection)
    if (!this.#ended) this.#free.push(connection)
    else void connection.close().finally(() => this.#leave())
  }

  async #connect(): Promise<PostgresConnection> {
    this.#open++
    try {
      const { connection, arrays } = await PostgresConnection.open(this.#url, this.#options, this.#arrays, (lost) => this.#lose(lost))
      this.#arrays ??= arrays
      return connection
    } catch (error) {
      this.#leave()
      throw error
    }
  }

  #lose(connection: PostgresConnection): void {
    const place = this.#free.indexOf(connection)
    if (place < 0) return
    this.#free.splice(place, 1)
    this.#leave()
  }

  // A connection is no more: whoever waits gets a new one.
  #leave(): void {
    this.#open--
    const next = this.#waiting.shift()
    if (next) this.#connect().then(next.resolve, next.reject)
    else if (this.#open === 0) this.#ended?.resolve()
  }

  async beginTransaction(connection: PostgresConnection, settings: TransactionSettings): Promise<void> {
    connection.begin(settings)
  }
  async commitTransaction(connection: PostgresConnection): Promise<void> {
    await connection.commit()
  }
  async rollbackTransaction(connection: PostgresConnection): Promise<void> {
    await connection.rollback()
  }
  async releaseConnection(connection: PostgresConnection): Promise<void> {
    this.release(connection)
  }

  async destroy(): Promise<void> {
    this.#ended ??= Promise.withResolvers()
    if (this.#open === 0) this.#ended.resolve()
    for (const connection of this.#free.splice(0)) void connection.close().finally(() => this.#leave())
    await this.#ended.promise
  }
}

// Without this, the driver sends a statement that has no parameters as a text, to be read and planned again each time.
const asPrepared = { prepare: true, simple: false }

// The driver takes a list for what its first element is, and so a list of bytes for bytes, unless it is told (the type's number is PostgreSQL's).
const bytesArray = 1001
const isListOfBytes = (value: unknown): value is Uint8Array[] => Array.isArray(value) && value.some((one) => one instanceof Uint8Array)

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

const lostError = (): Error => Object.assign(new Error('the connection to the database was lost'), { code: 'CONNECTION_CLOSED' })

/** One connection for as long as it lives; it does not come back by itself, so nothing can slip out of its transaction. */
class PostgresConnection implements DatabaseConnection {
  lost = false
  #reserved: ReservedSql<Types>
  #close: () => Promise<void>
  /** Sent already; the next statement reports how they went. */
  #along: Promise<unknown>[] = []
  /** Told when the connection dies: a statement that had to wait its turn would never be answered. */
  #unanswered = new Set<(error: Error) => void>()

  constructor(reserved: ReservedSql<Types>, close: () => Promise<void>) {
    this.#reserved = reserved
    this.#close = close
  }

  /** `arrays`: what an earlier connection learned; null for the first. */
  static async open(url: string, options: PoolOptions, arrays: ArrayTypes | null, onLost: (connection: PostgresConnection) => void) {
    let connection: PostgresConnection | null = null
    const onclose = (): void => {
      if (!connection) return
      connection.#lose()
      onLost(connection)
    }
    const client = postgres(url, { ...options, max: 1, fetch_types: arrays === null, onclose })
    if (arrays) {
      Object.assign(client.options.parsers, arrays.parsers)
      Object.assign(client.options.serializers, arrays.serializers)
    }
    // A reservation that has to connect first is only answered after the question of arrays.
    await client`select 1`
    connection = new PostgresConnection(await client.reserve(), () => client.end({ timeout: 5 }))
    const learned: ArrayTypes = { parsers: client.options.parsers, serializers: client.options.serializers }
    return { connection, arrays: learned }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (sentAlong.has(query)) {
      this.#sendAlong(query.sql, query.parameters)
      return { rows: [] }
    }
    const answer = await this.#ask<R>(query.sql, query.parameters)
    return { rows: answer.slice(), ...(changing.has(answer.command) ? { numAffectedRows: BigInt(answer.count) } : {}) }
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('answers are read whole here')
  }

  begin({ isolationLevel, accessMode }: TransactionSettings = {}): void {
    const modes = [isolationLevel ? `isolation level ${isolationLevel}` : '', accessMode ?? '']
    this.#sendAlong(['begin', ...modes].join(' ').trimEnd())
  }

  async commit(): Promise<void> {
    const { command } = await this.#ask('commit')
    // So it answers once a statement has failed, even if whoever sent that one went on as if nothing had happened.
    if (command === 'ROLLBACK') throw new Error('the transaction could not be kept: one of its statements had failed')
  }

  async rollback(): Promise<void> {
    if (!this.lost) await this.#ask('rollback')
  }

  async close(): Promise<void> {
    this.#reserved.release()
    await this.#close()
  }

  #lose(): void {
    this.lost = true
    for (const reject of this.#unanswered) reject(lostError())
  }

  #sendAlong(text: string, parameters: readonly unknown[] = []): void {
    const sent = this.#send(text, parameters)
    sent.catch(() => {})
    this.#along.push(sent)
  }

  async #ask<R>(text: string, parameters: readonly unknown[] = []) {
    const sent = this.#send<R>(text, parameters)
    if (this.#along.length === 0) return sent
    const [answer] = await Promise.all([sent, ...this.#along.splice(0)])
    return answer
  }

  #send<R>(text: string, parameters: readonly unknown[]) {
    if (this.lost) throw lostError()
    // A copy: the driver writes over the list that it is given.
    const query = this.#reserved.unsafe<R[]>(
      text,
      parameters.map((value) => (isListOfBytes(value) ? this.#reserved.typed(value, bytesArray) : value)),
      asPrepared,
    )
    return new Promise<Awaited<typeof query>>((resolve, reject) => {
      this.#unanswered.add(reject)
      void query.then(resolve, reject).finally(() => this.#unanswered.delete(reject))
    })
  }
}
