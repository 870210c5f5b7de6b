import type { FrameworkHeader } from '../content.ts'
import { fitLine, fitText } from './fit-text.ts'
import type { Notebook } from './formats.ts'
import { compact } from './values.ts'

export interface SaidHeader {
  id: string
  version: string
  locale: string
  title: string
  valid_from: string | null
  valid_to: string | null
  publisher: string
  reference: string
  url: string
  note: string
  licence: string
  notes: string
}

const longestText = 2000

/** A header of ours from what another tool says. It stays « to be confirmed » until somebody has read it against its source. */
export function foreignHeader(said: SaidHeader, notes: Notebook): Omit<FrameworkHeader, 'themes' | 'scale'> & { scale: { kind: 'none' } } {
  const line = (name: string, text: string, otherwise: string): string => {
    if (text.trim().length < 2) notes.add('header-assumed', name)
    return fitLine(text.trim().length < 2 ? otherwise : text, 250)
  }
  const title = line('titre', said.title, 'Référentiel importé')
  const licence = said.licence.trim().length >= 2 ? said.licence : 'À préciser : le fichier importé ne dit pas ce que l’on peut en faire.'
  if (licence !== said.licence) notes.add('header-assumed', 'droits')
  const url = /^https:\/\/[^\s"<>]+$/.test(said.url) && said.url.length <= 500 ? said.url : undefined
  return compact({
    id: said.id,
    version: said.version,
    locale: said.locale,
    title,
    short_title: fitLine(title, 60),
    status: 'unconfirmed' as const,
    unconfirmed_note: 'Contenu importé d’un fichier : à relire en regard de sa source.',
    valid_from: said.valid_from,
    valid_to: said.valid_to,
    source: compact({
      title,
      publisher: line('éditeur', said.publisher, 'À préciser'),
      reference: fitText(said.reference.trim().length < 2 ? 'À préciser' : said.reference, longestText).fits,
      url,
      note: fitText(said.note.trim().length < 2 ? 'Importé d’un fichier d’un autre outil.' : said.note, longestText).fits,
    }),
    licence: fitText(licence, longestText).fits,
    notes: said.notes.trim().length < 2 ? undefined : fitText(said.notes, longestText).fits,
    scale: { kind: 'none' as const },
  })
}
