/** Every word of the pages of who answers, in one language. Short sentences; a pupil, or a family that reads little, is alone with them. */
export interface AnsweringWords {
  /** Name of the group of links below, for screen readers: « Affichage ». */
  display: string
  yourCode: string
  typeCode: string
  codeHint: string
  codeUnknown: string
  surveyOver: string
  sessionFull: string
  tooManyTries: string
  /** The site cannot answer now; what was typed is still in the browser. */
  comeBack: string
  start: string
  questionOf: (number: number, total: number) => string
  next: string
  previous: string
  /** « Je passe » : keeps no answer. */
  skip: string
  dontKnow: string
  withFrench: string
  withoutFrench: string
  missingTranslation: string
  simpleWords: string
  usualWords: string
  largerText: string
  usualText: string
  readAloud: string
  stopReading: string
  review: string
  reviewTitle: string
  change: string
  notAnswered: string
  send: string
  sending: string
  savedHere: string
  offlineWaiting: string
  problems: string
  problem: Record<'not-a-number' | 'not-an-answer' | 'too-long', string>
  sent: string
  thanksTitle: string
  resultsOn: (date: string) => string
  helpTitle: string
  help3018: string
  help119: string
  anonymousTitle: string
  /** Three short sentences, with the threshold of this survey. */
  anonymous: (threshold: number) => readonly string[]
  howProtected: string
  closeThisPage: string
  numberHint: string
  chooseSeveral: string
  /** Beside a free answer: write no name. */
  textHint: string
}
