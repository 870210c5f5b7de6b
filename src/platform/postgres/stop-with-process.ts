import { sendSignal } from './server.ts'
import type { Server } from './server.ts'

/** A server that must not outlive this process. */
export interface Guarded {
  current(): Server | null
  /** Gives back what the folder's lock is. */
  release(): void
  stop(): Promise<void>
}

const guarded = new Set<Guarded>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** From now on the server is stopped when this process ends: by itself, or by a signal that nobody else listens to. */
export function guard(server: Guarded): void {
  if (guarded.size === 0) {
    process.on('exit', stopAtExit)
    for (const signal of signals) process.on(signal, stopAtSignal)
  }
  guarded.add(server)
}

export function unguard(server: Guarded): void {
  guarded.delete(server)
  if (guarded.size > 0) return
  process.off('exit', stopAtExit)
  for (const signal of signals) process.off(signal, stopAtSignal)
}

// At this point nothing can be waited for: PostgreSQL closes in order by itself, and the next start waits for it.
function stopAtExit(): void {
  for (const server of guarded) {
    const running = server.current()
    if (running) sendSignal(running.pid, 'SIGINT')
    server.release()
  }
}

function stopAtSignal(signal: NodeJS.Signals): void {
  // Somebody else closes the whole application in its order, and calls stop() in it.
  if (process.listenerCount(signal) > 1) return
  void Promise.allSettled([...guarded].map((server) => server.stop())).then(() => process.kill(process.pid, signal))
}
