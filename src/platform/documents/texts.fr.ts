/** The few words that the writers add to a document. */
export const fr = {
  contents: 'Sommaire',
  page: (page: string, pages: string) => `page ${page} sur ${pages}`,
  toComplete: 'à compléter',
  nothingYet: 'Rien pour le moment',
  agreed: 'Position retenue',
  noAgreement: 'Pas encore de position retenue',
  answers: (count: number) => (count === 0 ? 'aucune réponse' : count === 1 ? '1 réponse' : `${count} réponses`),
  position: 'Position',
  answersHeader: 'Réponses',
  fill: { empty: 'à commencer', partial: 'en cours', full: 'fait' },
  wheelAlt: 'Roue en quatre quarts',
  colon: ' : ',
  callout: { information: 'À savoir', strength: 'Point fort', attention: 'Point d’attention' },
}

export type Texts = typeof fr
