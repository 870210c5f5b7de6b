import { existsSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { startDemoSite } from './demo-site.ts'
const site = await startDemoSite()
writeFileSync('/tmp/shots-maker/site.json', JSON.stringify({ address: site.address, ownerUrl: site.ownerUrl, dataDir: site.services.config.dataDir }))
while (!existsSync('/tmp/shots-maker/stop')) await wait(500)
await site.stop()
process.exit(0)
