type Value = string | number | boolean | null | undefined

/** One JSON line on standard error. Ids and outcomes only: no names, mails, tokens or answers. */
export function log(event: string, values: Record<string, Value> = {}): void {
  if (process.env['LOG'] === 'off') return
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...values })}\n`)
}

/** What may be told of a thrown value: its class, its database code, the first line of its stack inside our code. */
export function describeError(error: unknown): Record<string, Value> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const at = error.stack
    ?.split('\n')
    .find((line) => line.includes('/src/'))
    ?.trim()
  // A database message may quote a value that somebody typed; its code says enough.
  const message = error.constructor.name === 'PostgresError' ? undefined : error.message.slice(0, 200)
  return { error: error.constructor.name, code, message, from: at }
}
