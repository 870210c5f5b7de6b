import { fold } from './fold.ts'

// Columns of the national directory (fr-en-annuaire-education, 2023 layout first, then later names) and of the simplified
// national list. Names are compared folded and without spaces: `Code postal`, `Code_postal` and `code_postal` are one name.
// Titles of results files (IPS, IVAC: « Nom de l'établissement ») are left out on purpose: such a file is not a directory.
const namesByColumn = {
  uai: ['Identifiant_de_l_etablissement', 'uai', 'numero_uai', 'code_uai'],
  name: ['Nom_etablissement', 'nom', 'appellation_officielle'],
  type: ['Type_etablissement', 'type', 'type_d_etablissement'],
  natureCode: ['code_nature', 'nature_uai'],
  natureLabel: ['libelle_nature', 'nature_uai_libe'],
  sector: ['Statut_public_prive', 'secteur', 'secteur_public_prive_libe'],
  town: ['Nom_commune', 'commune', 'libelle_commune'],
  postcode: ['Code postal', 'code_postal_uai'],
  departmentCode: ['Code_departement'],
  departmentName: ['Libelle_departement', 'departement'],
  authorityCode: ['Code_academie'],
  authorityName: ['Libelle_academie', 'academie'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'lng'],
  general: ['Voie_generale'],
  technological: ['Voie_technologique'],
  vocational: ['Voie_professionnelle'],
  motherUai: ['etablissement_mere'],
  opensOn: ['date_ouverture'],
  closesOn: ['date_fermeture'],
  state: ['etat', 'etat_etablissement', 'etat_etablissement_libe'],
  updatedOn: ['date_maj_ligne'],
} as const satisfies Record<string, readonly string[]>

export type Column = keyof typeof namesByColumn

export type Header = {
  /** Where each known column stands, from 0. */
  positions: ReadonlyMap<Column, number>
  /** The column's title as the file writes it, in one line. */
  titles: ReadonlyMap<Column, string>
  width: number
  /** Known columns that the file does not have, by their name in the 2023 layout. */
  absent: readonly string[]
  /** Needed columns that the file does not have: one of the names in each group would do. */
  missing: readonly (readonly string[])[]
  /** Titles of known columns that stand twice. */
  repeated: readonly string[]
}

const needed: readonly (readonly Column[])[] = [['uai'], ['name'], ['authorityCode', 'authorityName', 'departmentCode', 'departmentName']]

const columns = Object.keys(namesByColumn).filter((key): key is Column => key in namesByColumn)

export function readHeader(cells: readonly string[]): Header {
  const positions = new Map<Column, number>()
  const titles = new Map<Column, string>()
  const repeated: string[] = []
  const folded = cells.map(foldTitle)
  for (const column of columns) {
    const name = namesByColumn[column].map(foldTitle).find((candidate) => folded.includes(candidate))
    if (name === undefined) continue
    const position = folded.indexOf(name)
    const title = (cells[position] ?? '').replace(/\s+/g, ' ').trim()
    positions.set(column, position)
    titles.set(column, title)
    if (folded.lastIndexOf(name) !== position) repeated.push(title)
  }
  return {
    positions,
    titles,
    width: cells.length,
    absent: columns.filter((column) => !positions.has(column)).map((column) => namesByColumn[column][0]),
    missing: needed.filter((group) => !group.some((column) => positions.has(column))).map(nameColumns),
    repeated,
  }
}

function nameColumns(group: readonly Column[]): readonly string[] {
  const [only, ...others] = group
  return only !== undefined && others.length === 0 ? namesByColumn[only].slice(0, 2) : group.map((column) => namesByColumn[column][0])
}

function foldTitle(title: string): string {
  return fold(title).replaceAll(' ', '')
}
