import { testDatabase } from './test-database.ts'

// Run by bin/test.mjs: says the addresses on one line, and stops when its input closes.
const { ownerUrl, appUrl, stop } = await testDatabase()
process.stdout.write(`${JSON.stringify({ TEST_OWNER_URL: ownerUrl, TEST_APP_URL: appUrl })}\n`)
process.stdin.resume().once('end', () => void stop())
