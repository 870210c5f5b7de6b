import { once } from 'node:events'
import { connect } from 'node:net'

export interface LoadResult {
  /** Milliseconds of each answer. */
  times: number[]
  perSecond: number
  /** Bytes of the last answer as sent (compressed). */
  bytes: number
  failed: number
}

/**
 * Asks for addresses in turn, `clients` at once over kept connections, `total` times in all. Each answer is read whole. The client runs
 * on the processors that it measures, so it is a bare socket and not the HTTP client of Node, which costs as much as a tenth of a page.
 */
export async function load(addresses: readonly string[], options: { clients: number; total: number; cookie?: string }): Promise<LoadResult> {
  const asked = addresses.map((address) => ({ url: new URL(address), request: requestFor(new URL(address), options.cookie) }))
  const result: LoadResult = { times: [], perSecond: 0, bytes: 0, failed: 0 }
  let next = 0
  const one = async (): Promise<void> => {
    const client = await openClient(new URL(addresses[0] ?? ''))
    while (next < options.total) {
      const request = asked[next++ % asked.length]?.request ?? ''
      const started = performance.now()
      const { status, bytes } = await client.ask(request)
      result.times.push(performance.now() - started)
      result.bytes = bytes
      if (status !== 200) result.failed++
    }
    client.close()
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: options.clients }, one))
  result.perSecond = options.total / ((performance.now() - started) / 1000)
  return result
}

function requestFor({ host, pathname, search }: URL, cookie: string | undefined): string {
  const lines = [`GET ${pathname}${search} HTTP/1.1`, `host: ${host}`, 'accept-encoding: gzip, br', 'accept-language: fr']
  return `${[...lines, ...(cookie ? [`cookie: ${cookie}`] : [])].join('\r\n')}\r\n\r\n`
}

interface Answer {
  status: number
  bytes: number
}

export interface Client {
  ask(request: string): Promise<Answer>
  close(): void
}

const endOfHead = Buffer.from('\r\n\r\n')

/** One kept connection, one question at a time; an answer is read to its last byte, and our pages always say how long they are. */
export async function openClient({ hostname, port }: URL): Promise<Client> {
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  let waiting = Promise.withResolvers<Answer>()
  let read: Buffer = Buffer.alloc(0)
  const fail = (error?: Error): void => waiting.reject(error ?? new Error('the connection closed before the end of the answer'))
  socket.on('error', fail).on('end', fail)
  socket.on('data', (chunk: Buffer) => {
    read = read.length === 0 ? chunk : Buffer.concat([read, chunk])
    const head = readHead(read)
    if (!head) return
    if (!Number.isFinite(head.bytes)) return fail(new Error('an answer did not say how long it is'))
    if (read.length < head.start + head.bytes) return
    read = Buffer.alloc(0)
    waiting.resolve({ status: head.status, bytes: head.bytes })
  })
  return {
    ask: (request) => {
      waiting = Promise.withResolvers<Answer>()
      socket.write(request)
      return waiting.promise
    },
    close: () => socket.destroy(),
  }
}

function readHead(read: Buffer): { status: number; start: number; bytes: number } | null {
  const end = read.indexOf(endOfHead)
  if (end < 0) return null
  const text = read.toString('latin1', 0, end)
  const status = Number(text.slice(9, 12))
  return { status, start: end + endOfHead.length, bytes: status === 303 ? 0 : Number(text.match(/^content-length: (\d+)/im)?.[1]) }
}
