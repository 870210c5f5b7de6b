import type { FrameworkHeader } from '../content.ts'
import type { Written } from './formats.ts'
import { writeYaml } from './write-ciso.ts'

const comment = (schema: string): Uint8Array => new TextEncoder().encode(`# yaml-language-server: $schema=../${schema}\n`)

/** One file of frameworks/, themes included: what `frameworks check` accepts and what loads to the same content. */
export const writeOwnYaml = (content: FrameworkHeader): Written => ({ bytes: ownFile('schema.json', content), notes: [] })

export function ownFile(schema: string, value: object): Uint8Array {
  const [head, body] = [comment(schema), writeYaml(value)]
  const bytes = new Uint8Array(head.length + body.length)
  bytes.set(head)
  bytes.set(body, head.length)
  return bytes
}
