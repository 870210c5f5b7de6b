import { setTimeout as wait } from 'node:timers/promises'
import { describeError } from '../log.ts'
import type { log } from '../log.ts'
import type { Lock } from './lock.ts'
import { killLeftovers } from './orphans.ts'
import { startServer, stopServer } from './server.ts'
import type { Server, ServerPlace } from './server.ts'
import { guard, unguard } from './stop-with-process.ts'
import type { Guarded } from './stop-with-process.ts'

const longestPauseMs = 5_000

/** Starts the server again on the same port whenever it dies, until stop(); stops it when this process ends. */
export function superviseServer(place: ServerPlace, first: Server, port: number, lock: Lock, tell: typeof log): Guarded {
  const stopping = new AbortController()
  let server = first
  let restarting: Promise<void> = Promise.resolve()
  let stopped: Promise<void> | null = null

  const watch = (): void => {
    const { process: child } = server
    if (child.exitCode !== null || child.signalCode !== null) restarting = restart()
    else child.once('exit', () => (restarting = restart()))
  }

  const restart = async (): Promise<void> => {
    const { exitCode, signalCode } = server.process
    if (!stopping.signal.aborted) tell('postgres.died', { code: exitCode, signal: signalCode })
    for (let pause = 0; !stopping.signal.aborted; pause = Math.min(longestPauseMs, 2 * pause + 100)) {
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => {})
      if (stopping.signal.aborted) return
      killLeftovers(place.cluster)
      try {
        server = await startServer(place, port)
        tell('postgres.restarted', { port })
        return watch()
      } catch (error) {
        tell('postgres.restart-failed', describeError(error))
      }
    }
  }

  const close = async (): Promise<void> => {
    stopping.abort()
    await restarting
    await stopServer(server)
    unguard(guarded)
    lock.release()
  }

  const guarded: Guarded = { current: () => server, release: () => lock.release(), stop: () => (stopped ??= close()) }
  guard(guarded)
  watch()
  return guarded
}
