import type { Form } from '../../../platform/web/form.ts'

/** What a form holds, as typed; several values of one field (boxes ticked, lines) stand one a line. */
export type Typed = Readonly<Record<string, string>>

/** The lines that say something, each once. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ),
]

/** The named fields as sent; those that may be ticked several times one value a line. */
export const readTyped = (sent: Form, fields: readonly string[], boxes: readonly string[] = []): Typed =>
  Object.fromEntries([...fields.map((name) => [name, sent.text(name)]), ...boxes.map((name) => [name, sent.all(name).join('\n')])])
