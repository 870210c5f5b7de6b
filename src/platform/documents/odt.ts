import type { DocumentModel } from './document.ts'
import { odfManifest, odfPart, odfText } from './odf.ts'
import { blockOf, paragraph, startWriting, wheelOf, type Writing } from './odt-blocks.ts'
import { automaticStyles, columnStyle, odtStyles } from './odt-styles.ts'
import { zipOffice } from './office-zip.ts'
import { prepare, type Prepared } from './prepare.ts'
import { escapeXml } from './xml.ts'

const mimetype = 'application/vnd.oasis.opendocument.text'

/** The document as an OpenDocument 1.3 text, meant to be edited: named styles, real lists and tables, no fixed page. */
export function writeOdt(model: DocumentModel): Uint8Array {
  const document = prepare(model)
  const writing = startWriting(document.words)
  const body = coverOf(document, writing) + document.blocks.map((block) => blockOf(block, writing)).join('')
  const styles = automaticStyles + [...writing.shares].map(columnStyle).join('')
  const pictures = Object.fromEntries(writing.pictures.map((svg, index) => [`Pictures/wheel${index + 1}.svg`, svg]))
  const xmlParts = {
    'content.xml': odfPart(
      'document-content',
      `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
    'styles.xml': odtStyles(document),
    'meta.xml': metaOf(document),
  }
  const manifest = odfManifest(mimetype, {
    ...Object.fromEntries(Object.keys(xmlParts).map((path) => [path, 'text/xml'])),
    ...Object.fromEntries(Object.keys(pictures).map((path) => [path, 'image/svg+xml'])),
  })
  return zipOffice({ mimetype, ...xmlParts, ...pictures, 'META-INF/manifest.xml': manifest }, ['mimetype'])
}

function metaOf(document: Prepared): string {
  const author = document.author ? `<dc:creator>${escapeXml(document.author)}</dc:creator>` : ''
  const title = `<dc:title>${escapeXml(document.title)}</dc:title>`
  return odfPart('document-meta', `<office:meta>${title}${author}<dc:language>${document.language}</dc:language></office:meta>`)
}

function coverOf(document: Prepared, writing: Writing): string {
  const { cover, words } = document
  const facts = (cover?.facts ?? []).map((fact) => {
    const value = `<text:span text:style-name="Strong">${odfText(fact.value)}</text:span>`
    return `<text:p text:style-name="Text_20_body">${odfText(fact.label + words.colon)}${value}</text:p>`
  })
  return [
    paragraph('Title', document.title),
    document.subtitle ? paragraph('Subtitle', document.subtitle) : '',
    paragraph('Note', [document.author, document.dateText].filter(Boolean).join(' · ')),
    cover?.quarters ? wheelOf('', cover.quarters, writing) : '',
    ...facts,
  ].join('')
}
