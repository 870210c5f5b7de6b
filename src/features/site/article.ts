/** A page to be read: a lead and sections in plain words. */
export interface Article {
  title: string
  lead: string
  sections: readonly {
    title: string
    paragraphs: readonly string[]
    points?: readonly string[]
    /** The points come one after the other. */
    numbered?: boolean
  }[]
}
