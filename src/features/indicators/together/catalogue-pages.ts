import { download, notFound } from '../../../platform/web/answer.ts'
import type { Answer } from '../../../platform/web/answer.ts'
import type { Ask } from '../../../platform/web/route.ts'
import { urls } from '../../../urls.ts'
import { findOrganisation } from '../../organisations/store.ts'
import type { Organisation } from '../../organisations/store.ts'
import { describeCatalogue } from './dcat.ts'
import type { Catalogue, CatalogueDataset } from './dcat.ts'
import { findFiguresTogether, listKnownTogether, listOpenMeasures } from './figures.ts'
import type { KnownTogether, OpenMeasure } from './figures.ts'
import { writeJsonLd } from './jsonld.ts'
import { listDecided } from './publication-store.ts'
import { fileFormats, writeRangesCsv, writeRangesJson } from './range-files.ts'
import type { TypedFigure } from './range-files.ts'
import { listTypes } from '../values/ranges-store.ts'
import type { Group } from '../values/ranges-store.ts'
import { fr } from './texts.fr.ts'
import { writeTurtle } from './turtle.ts'

export const catalogueFormats = [
  { format: 'json', label: 'JSON-LD' },
  { format: 'ttl', label: 'Turtle' },
] as const

/** What an académie decided to publish, with the day of the decision; no other organisation publishes. */
async function findPublisher(ask: Ask): Promise<{ authority: Organisation; group: Group; decided: Map<string, Date> } | null> {
  const id = ask.params['organisation'] ?? ''
  const authority = await findOrganisation(ask.db, id)
  if (authority?.kind !== 'authority') return null
  return { authority, group: { id, kind: 'authority', today: ask.today }, decided: await listDecided(ask.db, id) }
}

/** The catalogue, for portals of open data. */
export async function sendCatalogue(ask: Ask): Promise<Answer> {
  const found = await findPublisher(ask)
  const { format } = ask.params
  if (!found || !catalogueFormats.some((one) => one.format === format)) return notFound()
  const { open } = await listOpenMeasures()
  const decided = open.filter(({ known }) => found.decided.has(known.code))
  const figures = await listKnownTogether(ask.db, found.group, decided)
  const root = describeCatalogue(catalogueOf(ask.services.config.baseUrl, found.authority, figures, found.decided))
  return format === 'ttl'
    ? download('catalogue.ttl', 'text/turtle; charset=utf-8', encode(writeTurtle(root)))
    : download('catalogue.jsonld', 'application/ld+json', encode(JSON.stringify(writeJsonLd(root), null, 2)))
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

function catalogueOf(base: string, authority: Organisation, figures: readonly KnownTogether[], decided: ReadonlyMap<string, Date>): Catalogue {
  const here = { organisation: authority.id }
  const iri = `${base}${urls.indicators.catalogue({ ...here, format: 'ttl' })}`
  const datasets = figures.map(({ known, published, periods }): CatalogueDataset => {
    const { code, name, indicator } = known
    const title = fr.catalogue.dataset(name, authority.name)
    const limits = indicator.comparability ? fr.catalogue.limits(indicator.comparability) : ''
    return {
      iri: `${iri}#${code}`,
      code,
      title,
      description: [indicator.question || name, limits].filter(Boolean).join('\n\n'),
      provenance: fr.catalogue.provenance(published.dataset.title, published.dataset.producer),
      keyword: indicator.short_name,
      years: yearsOf(periods),
      issued: decided.get(code) ?? new Date(0),
      files: fileFormats.map(({ format, label, mediaType }) => ({
        iri: `${iri}#${code}-${format}`,
        title: fr.catalogue.file(name, label),
        address: `${base}${urls.indicators.catalogueFile({ ...here, code, format })}`,
        format: label,
        mediaType,
      })),
    }
  })
  const { title, description } = fr.catalogue
  const publisher = { iri: `${iri}#editeur`, name: authority.name }
  return { iri: `${iri}#catalogue`, homepage: `${base}/`, title: title(authority.name), description, publisher, datasets }
}

/** « cumul 2022-2023 » is of both its years. */
function yearsOf(periods: readonly string[]): { first: string; last: string } {
  const years = periods.flatMap((period) => [...period.matchAll(/\d{4}/g)].map(([year]) => year)).sort()
  return { first: years[0] ?? '', last: years.at(-1) ?? '' }
}

/** Ranges of one published indicator, of all the schools and of each type of which there are five. */
export async function sendCatalogueFile(ask: Ask): Promise<Answer> {
  const found = await findPublisher(ask)
  const file = fileFormats.find(({ format }) => format === ask.params['format'])
  if (!found || !file) return notFound()
  const { open } = await listOpenMeasures()
  const wanted = open.find(({ known }) => known.code === ask.params['code'])
  if (!wanted || !found.decided.has(wanted.known.code)) return notFound()
  const figures = await listTyped(ask, found.group, wanted)
  if (figures.length === 0) return notFound()
  const name = `${wanted.known.code}.${file.format}`
  return file.format === 'csv'
    ? download(name, `${file.mediaType}; charset=utf-8`, writeRangesCsv(wanted.known, figures))
    : download(name, file.mediaType, writeRangesJson(wanted.known, figures))
}

async function listTyped(ask: Ask, group: Group, wanted: OpenMeasure): Promise<TypedFigure[]> {
  const typed: TypedFigure[] = []
  for (const type of [null, ...(await listTypes(ask.db, group))]) {
    const [figure] = await findFiguresTogether(ask.services.pool, ask.db, group, [wanted], type)
    if (figure) typed.push({ type, figure })
  }
  return typed
}
