import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inspect } from 'node:util'

/** One line a file, failures in full, skipped tests with their reason. The totals go to the file named in TEST_TOTALS. */
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message
    if (type === 'test:fail' && isOwnFailure(data)) yield describeFailure(data)
    if (type === 'test:pass' && typeof data.skip === 'string') yield `  – ${data.name} : ${data.skip}\n`
    if (type === 'test:summary') yield summarise(data)
  }
}

function summarise({ file, counts, success, duration_ms }) {
  if (file) return `${success ? '✔' : '✖'} ${relative(process.cwd(), file)} (${counts.tests}, ${Math.round(duration_ms)} ms)\n`
  const totals = { passed: counts.passed, failed: counts.failed + counts.cancelled, skipped: counts.skipped }
  if (process.env.TEST_TOTALS) writeFileSync(process.env.TEST_TOTALS, JSON.stringify(totals))
  return ''
}

// A group fails because one of its tests does: that one speaks for itself.
const isOwnFailure = ({ details, todo }) => details.error?.failureType !== 'subtestsFailed' && todo === undefined

function describeFailure({ name, file, line, details }) {
  const cause = details.error?.cause ?? details.error
  const words = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause)
  return `\n✖ ${name}\n  ${file ? `${relative(process.cwd(), file)}:${line}` : ''}\n${words.replace(/^/gm, '    ')}\n\n`
}
