import { writeFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

// Loaded before the site: at each SIGUSR2 it writes how late the event loop was since the last one (p99, in milliseconds).
const file = process.env['BENCH_LOOP_FILE']
if (file && isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  process.on('SIGUSR2', () => {
    writeFileSync(file, String(delay.percentile(99) / 1e6))
    delay.reset()
  })
}
