import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { inspect } from 'node:util'

/** Failures in full and skipped tests with their reason; the totals go to the file named in TEST_TOTALS. */
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type === 'test:fail' && isOwnFailure(data)) yield describeFailure(data)
    if (type === 'test:pass' && data.skip !== undefined) yield `  – ${data.name} : ${data.skip}\n`
    if (type === 'test:summary') writeTotals(data.counts)
  }
}

function writeTotals({ passed, failed, cancelled, skipped }) {
  if (process.env.TEST_TOTALS) writeFileSync(process.env.TEST_TOTALS, JSON.stringify({ passed, failed: failed + cancelled, skipped }))
}

// A group fails because one of its tests does: that one speaks for itself.
const isOwnFailure = ({ details, todo }) => details.error?.failureType !== 'subtestsFailed' && todo === undefined

function describeFailure({ name, file, line, details }) {
  const cause = details.error?.cause ?? details.error
  const words = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause)
  return `\n  ✖ ${name}\n    ${file ? `${relative(process.cwd(), file)}:${line}` : ''}\n${words.replace(/^/gm, '      ')}\n\n`
}
