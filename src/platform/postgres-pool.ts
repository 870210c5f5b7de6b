import { DefaultQueryExecutor, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, Transaction } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Dialect, Driver, QueryResult, TransactionSettings } from 'kysely'
import postgres from 'postgres'
import type { Options, PostgresType, ReservedSql, Sql } from 'postgres'

type Types = Record<string, unknown>
type PoolOptions = Options<Record<string, PostgresType<unknown>>>

const sentAlong = new WeakSet<CompiledQuery>()

/** A statement whose answer says nothing: it travels with the next one, which fails if it failed. */
export function withTheNext(query: CompiledQuery): CompiledQuery {
  sentAlong.add(query)
  return query
}

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()

/**
 * Kysely on postgres.js. Each way to the database and back costs more than most statements, so `begin` travels with the first one, and
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

  // Kysely ends only a driver that it has itself begun with, and a transaction of ours goes past it.
  override async destroy(): Promise<void> {
    await super.destroy()
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
      connection.release()
    }
  }
}

class PostgresDriver implements Driver {
  #client: Sql<Types>
  /** Connections inside a transaction, by the driver's number. */
  #open = new Map<number, PostgresConnection>()
  #ended = false
  constructor(url: string, options: PoolOptions) {
    this.#client = postgres(url, { ...options, onclose: (id) => this.#open.get(id)?.lose() })
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<PostgresConnection> {
    if (this.#ended) throw new Error('this pool is closed')
    return new PostgresConnection(await this.#client.reserve().catch((error) => this.#reserveAgain(error)), this.#open)
  }
  // On a new connection the driver first reports what ended the one before.
  #reserveAgain(error: unknown): Promise<ReservedSql<Types>> {
    if (error instanceof postgres.PostgresError && error.code.startsWith('57P0') && error.code !== '57P03') return this.#client.reserve()
    throw error
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
    connection.release()
  }
  async destroy(): Promise<void> {
    this.#ended = true
    await this.#client.end()
  }
}

// Without this, the driver sends a statement that has no parameters as a text, to be read and planned again each time.
const asPrepared: SendOptions = { prepare: true, simple: false }

interface SendOptions {
  prepare: boolean
  simple: boolean
  /** Told which connection the statement goes to; true lets the next one follow. */
  onexecute?: (connection: { id: number }) => true
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

class PostgresConnection implements DatabaseConnection {
  #reserved: ReservedSql<Types>
  #open: Map<number, PostgresConnection>
  #number: number | null = null
  #lost = false
  /** Sent already; the next statement reports how they went. */
  #along: Promise<unknown>[] = []

  constructor(reserved: ReservedSql<Types>, open: Map<number, PostgresConnection>) {
    this.#reserved = reserved
    this.#open = open
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
    this.#sendAlong(['begin', ...modes].join(' ').trimEnd(), [], { ...asPrepared, onexecute: this.#learnNumber })
  }

  async commit(): Promise<void> {
    const { command } = await this.#ask('commit')
    // So it answers once a statement has failed, even if whoever sent that one went on as if nothing had happened.
    if (command === 'ROLLBACK') throw new Error('the transaction could not be kept: one of its statements had failed')
  }

  async rollback(): Promise<void> {
    if (!this.#lost) await this.#ask('rollback')
  }

  /** Called when the server went away. */
  lose(): void {
    this.#lost = true
    this.#forget()
  }

  release(): void {
    this.#forget()
    // The driver has taken a lost one back by itself; given back once more, it would be handed out as if it were alive.
    if (!this.#lost) this.#reserved.release()
  }

  #learnNumber = ({ id }: { id: number }): true => {
    this.#number = id
    this.#open.set(id, this)
    return true
  }

  #forget(): void {
    if (this.#number !== null) this.#open.delete(this.#number)
  }

  #sendAlong(text: string, parameters: readonly unknown[] = [], options = asPrepared): void {
    const sent = this.#send(text, parameters, options)
    sent.catch(() => {})
    this.#along.push(sent)
  }

  async #ask<R>(text: string, parameters: readonly unknown[] = []) {
    const sent = this.#send<R>(text, parameters, asPrepared)
    if (this.#along.length === 0) return sent
    const [answer] = await Promise.all([sent, ...this.#along.splice(0)])
    return answer
  }

  #send<R>(text: string, parameters: readonly unknown[], options: SendOptions) {
    // The driver would write to a connection that is no more, and stop the whole process.
    if (this.#lost) throw Object.assign(new Error('the connection to the database was lost'), { code: 'CONNECTION_CLOSED' })
    // A copy: the driver writes over the list that it is given.
    return this.#reserved.unsafe<R[]>(text, [...parameters], options)
  }
}
