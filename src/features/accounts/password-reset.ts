import type { Config } from '../../config.ts'
import type { Job } from '../../platform/jobs.ts'
export const resetLinkJob = (_config: Config): Job => ({ name: 'send_reset_link', run: () => Promise.resolve() })
