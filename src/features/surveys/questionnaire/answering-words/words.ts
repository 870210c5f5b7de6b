/** Every word of the pages of who answers, in one language. Short sentences; a pupil, or a family that reads little, is alone with them. */
export interface AnsweringWords {
  /** Name of the group of links below, for screen readers: « Affichage ». */
  display: string
  yourCode: string
  typeCode: string
  codeHint: string
  codeUnknown: string
  /** Said when what was typed holds a sign that no code has. */
  codeSigns: string
  surveyEarly: string
  surveyOver: string
  /** The survey goes on. */
  sessionEnded: string
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
  eraseHere: string
  /** Two reasons why nothing was sent, each followed by one of the four sentences below. */
  noNetwork: string
  siteSilent: string
  /** It waits on this device, and goes from this page or when the page is opened again. */
  waitsHere: string
  /** This device can keep nothing: it goes from this page alone. */
  waitsInPage: string
  /** Before it was read again: nothing waits until « Envoyer » is pressed. */
  notSentYet: string
  tryAgain: string
  /** How many answers are to be looked at again. */
  problems: (count: number) => string
  problem: Record<'not-a-number' | 'not-an-answer' | 'too-long', string>
  /** Of a number: the least that is taken. */
  tooSmall: (least: number) => string
  sent: string
  /** Thanks through a code that serves once: true of the first sending and of any later one. */
  sentWithCode: string
  thanksTitle: string
  resultsOn: (date: string) => string
  /** Said where the survey has neither a promise nor a date. */
  whatNext: string
  helpTitle: string
  help3018: string
  help119: string
  /** On a paper form: who will see it. */
  paperTyped: string
  anonymousTitle: string
  /** Three short sentences, with the threshold of this survey. */
  anonymous: (threshold: number) => readonly string[]
  howProtected: string
  /** In brackets, after a link. */
  newTab: string
  /** The explanation of anonymity goes on in French and English. */
  restOfPage: string
  closeThisPage: string
  numberHint: string
  chooseSeveral: string
  /** Asked to those who gave one of these answers to the question of that number. */
  onlyIf: (number: number, answers: readonly string[]) => string
  /** Beside a free answer: write no name. */
  textHint: string
}
