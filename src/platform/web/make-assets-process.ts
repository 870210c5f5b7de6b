import { randomUUID } from 'node:crypto'
import { rename, writeFile } from 'node:fs/promises'
import { serialize } from 'node:v8'
import { makeAssets } from './make-assets.ts'

// A process of its own, which ends: the compilers that it loads would weigh on the site for as long as it runs.
const [file = '', browserFolder = ''] = process.argv.slice(2)
// Two processes may start at once: each writes its own file, then renames it.
const draft = `${file}.${randomUUID()}`
await writeFile(draft, serialize(await makeAssets(browserFolder)))
await rename(draft, file)
