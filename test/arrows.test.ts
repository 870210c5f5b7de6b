import assert from 'node:assert/strict'
import { readFileSync, globSync } from 'node:fs'
import { dirname, join, normalize, basename } from 'node:path'
import { test } from 'node:test'

/** The order in which features stand: each imports only itself and those before it. */
const featureOrder = [
  'accounts',
  'organisations',
  'frameworks',
  'crosswalks',
  'evidence',
  'evaluations',
  'plans',
  'surveys',
  'indicators',
  'labels',
  'site',
  'overview',
]

interface Arrow {
  from: string
  to: string
  /** Only a type is taken: nothing of the other file runs. */
  typeOnly?: boolean
}

const root = new URL('..', import.meta.url).pathname

function listArrows(): Arrow[] {
  return globSync('{src,browser}/**/*.ts', { cwd: root })
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((from) => {
      const text = readFileSync(join(root, from), 'utf8')
      return [...text.matchAll(/^(import|export)( type)?\b[^'"]*?from '(\.[^']+)'/gm)].map((match) => ({
        from,
        to: normalize(join(dirname(from), match[3] ?? '')),
        typeOnly: match[2] !== undefined,
      }))
    })
}

const featureOf = (file: string): string | null => file.match(/^src\/features\/([^/]+)\//)?.[1] ?? null
const said = (arrow: Arrow): string => `${arrow.from} → ${arrow.to}`

/** What is wrong with an arrow, or null. */
function fault(arrow: Arrow): string | null {
  const [from, to] = [featureOf(arrow.from), featureOf(arrow.to)]
  if (arrow.from.startsWith('browser/')) return 'browser elements stand alone'
  if (arrow.from.startsWith('src/ui/') && !arrow.to.startsWith('src/ui/')) return 'ui receives values and imports nothing'
  if (arrow.from.startsWith('src/platform/') && to) return 'platform knows nothing of schools'
  if (from && !featureOrder.includes(from)) return 'the feature has no place in the order'
  if (from && to && featureOrder.indexOf(to) > featureOrder.indexOf(from)) return 'a feature imports only those before it'
  if (from && /^src\/(site|main|cli|routes|shell)/.test(arrow.to)) return 'features do not know what assembles them'
  if (!arrow.typeOnly && /^(rules|.*-rules)\.ts$/.test(basename(arrow.from)) && /(store|commands|pages)\.ts$/.test(arrow.to)) return 'rules are pure'
  if (arrow.from.endsWith('store.ts') && /(commands|pages)\.ts$/.test(arrow.to)) return 'a store is read by commands and pages, never the other way'
  return null
}

test('data goes one way: no arrow points back', () => {
  const arrows = listArrows()
  assert.ok(arrows.length > 100)
  assert.deepEqual(
    arrows.flatMap((arrow) => (fault(arrow) ? [`${said(arrow)}: ${fault(arrow)}`] : [])),
    [],
  )
})

test('the check sees a planted arrow that points back', () => {
  assert.ok(fault({ from: 'src/features/accounts/x.ts', to: 'src/features/plans/store.ts' }))
  assert.ok(fault({ from: 'src/platform/x.ts', to: 'src/features/plans/store.ts' }))
})
