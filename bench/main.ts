const benches: Record<string, () => Promise<{ run: () => Promise<boolean> }>> = {
  crash: () => import('./crash.ts'),
  crosswalk: () => import('./crosswalk.ts'),
  import: () => import('./import.ts'),
  indicators: () => import('./indicators.ts'),
  pages: () => import('./pages.ts'),
  release: () => import('./release.ts'),
  report: () => import('./report.ts'),
  start: () => import('./start.ts'),
  survey: () => import('./survey.ts'),
  weight: () => import('./weight.ts'),
}

const names = process.argv.slice(2)
if (names.length === 0 || names.some((name) => !(name in benches))) {
  process.stderr.write(`npm run bench -- NAME…\n  ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}
let kept = true
for (const name of names) {
  const bench = await benches[name]?.()
  if (bench) kept = (await bench.run()) && kept
}
process.exit(kept ? 0 : 1)
