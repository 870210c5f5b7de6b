import { encode } from 'uqr'
import { html } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'

/** Modules of white around the square, as ISO/IEC 18004 asks. */
const quietZone = 4

/** A square to be photographed; black on white in every theme, since telephones read no other. */
export function qrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return html`<svg role="img" aria-label="${label}" width="240" height="240" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#ffffff"/><path d="${path}" fill="#000000"/></svg>`
}
