import type { Generated, GeneratedAlways } from 'kysely'

export type OrganisationKind = 'nation' | 'academic_region' | 'authority' | 'district' | 'school' | 'network' | 'campus'

export type SchoolType = 'lycee_pro' | 'lycee_polyvalent' | 'lycee_general_techno' | 'college' | 'ecole' | 'erea' | 'section' | 'training_centre' | 'other'

export type ReferenceKind = 'value' | 'norm' | 'body'

export type OrganisationTables = {
  organisations: {
    id: string
    kind: OrganisationKind
    name: string
    code: string | null
    uai: string | null
    authority_id: string | null
    school_type: SchoolType | null
    sector: 'public' | 'private' | null
    town: string | null
    postcode: string | null
    department_code: string | null
    latitude: number | null
    longitude: number | null
    mother_uai: string | null
    valid_from: string | null
    valid_to: string | null
    source: string | null
    source_date: string | null
    version: Generated<number>
    updated_at: Generated<Date>
    search: GeneratedAlways<string>
  }
  organisation_links: {
    child_id: string
    parent_id: string
    kind: 'part_of' | 'member_of'
    valid_from: string
    valid_to: string | null
  }
  school_years: { code: string; starts_on: string; ends_on: string }
  directory_imports: { id: string; at: Generated<Date>; actor_id: string | null; file_name: string; file_sha256: string; report: object }
  directory_uploads: {
    id: string
    person_id: string
    at: Generated<Date>
    file_name: string
    file_sha256: string
    complete_by: 'authority' | 'department' | null
  }
  school_references: {
    id: string
    organisation_id: string
    kind: ReferenceKind
    label: string
    description: string
    position: number
    version: Generated<number>
  }
}
