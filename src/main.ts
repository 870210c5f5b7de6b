import { serve } from '@hono/node-server'
import { ConfigError, parseConfig } from './config.ts'
import { startSite } from './site.ts'
import { log } from './platform/log.ts'

try {
  const config = parseConfig(process.env)
  const site = await startSite(config)
  const server = serve({ fetch: site.app.fetch, port: config.port, hostname: config.host }, (address) => {
    process.stdout.write(`Qualéduc est prêt : ${config.baseUrl.replace(/:\d+$/, `:${address.port}`)}\n`)
  })
  const stop = (): void => {
    server.close()
    void site.stop().then(() => process.exit(0))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  if (!(error instanceof Error)) throw error
  process.stderr.write(`${error.message}\n`)
  if (!(error instanceof ConfigError)) log('start.failed', { error: error.name })
  process.exit(1)
}
