import { Agent, request } from 'node:http'

export interface LoadResult {
  /** Milliseconds of each answer. */
  times: number[]
  perSecond: number
  /** Bytes of the last answer as sent (compressed). */
  bytes: number
  failed: number
}

/** Asks for addresses in turn, `clients` at once over kept connections, `total` times in all. */
export async function load(addresses: readonly string[], options: { clients: number; total: number; cookie?: string }): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: options.clients })
  const result: LoadResult = { times: [], perSecond: 0, bytes: 0, failed: 0 }
  let next = 0
  const one = async (): Promise<void> => {
    while (next < options.total) {
      const address = addresses[next++ % addresses.length] ?? ''
      const started = performance.now()
      const { status, bytes } = await ask(address, agent, options.cookie)
      result.times.push(performance.now() - started)
      result.bytes = bytes
      if (status !== 200) result.failed++
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: options.clients }, one))
  result.perSecond = options.total / ((performance.now() - started) / 1000)
  agent.destroy()
  return result
}

function ask(address: string, agent: Agent, cookie: string | undefined): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip, br', 'accept-language': 'fr', ...(cookie ? { cookie } : {}) }
    const outgoing = request(address, { agent, headers }, (answer) => {
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes }))
      answer.on('error', reject)
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}
