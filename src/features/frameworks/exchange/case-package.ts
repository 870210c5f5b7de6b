import { stableId } from './stable-ids.ts'

/** The parts of a 1EdTech CASE 1.1 package (CFPackage) that we write. Names are those of the standard. */

export interface CaseLink {
  title: string
  identifier: string
  uri: string
}

export interface CaseAssociation {
  identifier: string
  uri: string
  associationType: string
  sequenceNumber?: number
  originNodeURI: CaseLink
  destinationNodeURI: CaseLink
  notes?: string
  lastChangeDateTime: string
  extensions?: { qualeduc: object }
}

export interface CaseCriterion {
  identifier: string
  uri: string
  description?: string
  CFItemURI?: CaseLink
  position: number
  lastChangeDateTime: string
  CFRubricCriterionLevels: {
    identifier: string
    uri: string
    quality: string
    description?: string
    score: number
    position: number
    lastChangeDateTime: string
  }[]
}

export interface CasePackage {
  CFDocument: {
    identifier: string
    uri: string
    caseVersion: '1.1'
    creator: string
    title: string
    publisher?: string
    description?: string
    officialSourceURL?: string
    language: string
    version: string
    adoptionStatus?: string
    statusStartDate?: string
    statusEndDate?: string
    licenseURI?: CaseLink
    notes?: string
    lastChangeDateTime: string
    extensions: { qualeduc: object }
  }
  CFItems: {
    identifier: string
    uri: string
    fullStatement: string
    abbreviatedStatement?: string
    humanCodingScheme: string
    CFItemType: string
    conceptKeywords?: string[]
    notes?: string
    language: string
    lastChangeDateTime: string
    extensions: { qualeduc: object }
  }[]
  CFAssociations: CaseAssociation[]
  CFDefinitions: { CFLicenses: { identifier: string; uri: string; title: string; licenseText: string; lastChangeDateTime: string }[] }
  CFRubrics?: { identifier: string; uri: string; title: string; lastChangeDateTime: string; CFRubricCriteria: CaseCriterion[] }[]
}

export interface CaseOptions {
  /** When the content last changed. */
  changedAt: Date
}

/** A published version does not change after its first day. */
export const changedAtStart = (validFrom: string | null): CaseOptions => ({ changedAt: new Date(`${validFrom ?? '2020-01-01'}T00:00:00Z`) })

export interface CaseWords {
  id: (words: string) => { identifier: string; uri: string; lastChangeDateTime: string }
  uri: (identifier: string) => string
  at: string
}

export function caseWords({ changedAt }: CaseOptions): CaseWords {
  const at = changedAt.toISOString()
  // The same on every site: a page behind a sign-in would be no address for another tool.
  const uri = (identifier: string): string => `urn:uuid:${identifier}`
  const id = (words: string) => {
    const identifier = stableId(words)
    return { identifier, uri: uri(identifier), lastChangeDateTime: at }
  }
  return { id, uri, at }
}

/** Titles of links are lines. */
export const caseTitle = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 250)

export const caseBytes = (content: CasePackage): Uint8Array => new TextEncoder().encode(`${JSON.stringify(content, null, 2)}\n`)
