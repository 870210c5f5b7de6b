import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

const many = (value: number, one: string, several: string): string => `${value} ${value === 1 ? one : several}`

export const en: Texts = {
  refusals: {
    'not-closed': 'Answers are still open: the self-evaluation is validated once they are closed.',
    already: 'This self-evaluation is already validated.',
    changed: 'Somebody added to the self-evaluation since this page was opened. Read again what will be validated, then validate again.',
  },
  validate: {
    title: 'Validate the self-evaluation',
    lead: 'By validating, you say: this is where we stand. The self-evaluation then stays as it is, and a later cycle can be compared with it.',
    frozenTitle: 'What is validated',
    questions: 'Questions',
    questionsOf: (agreed, total) => `${many(agreed, 'agreed position', 'agreed positions')} for ${many(total, 'question', 'questions')}`,
    findings: 'Findings',
    findingsOf: (strengths, weaknesses, axes) =>
      `${many(strengths, 'strength', 'strengths')}, ${many(weaknesses, 'weakness', 'weaknesses')}, ${many(axes, 'way forward', 'ways forward')}`,
    participation: 'Participation',
    participationOf: (answering, members) =>
      `${many(answering, 'person answered', 'people answered')}, out of ${many(members, 'member', 'members')} of the team`,
    missingTitle: 'What is still possible before validating',
    missingHelp: 'Nothing here prevents validation. You are the judge.',
    nothingMissing: 'Nothing is missing: the wheel is complete, but for the validation.',
    afterTitle: 'What validation changes',
    after: [
      'Questions, positions, reasons, other views, diagnosis and proofs no longer change. Nobody can go back on them.',
      'Actions go on: you can always add some and follow them.',
      'Nothing is passed on to the académie. Sharing is another decision, which you may take or not.',
    ],
    read: 'Read the whole sheet again',
    button: 'Validate the self-evaluation',
    back: 'Do not validate now',
    done: 'The self-evaluation is validated.',
    notYet: 'Answers are still open',
    notYetText: 'The self-evaluation is validated once answers are closed and the team has shared its views.',
    close: 'See where the answers stand',
    doneTitle: 'This self-evaluation is validated',
    doneText: (date) => `It was validated on ${date}. It no longer changes.`,
    fingerprint: 'How can this be checked?',
    fingerprintText:
      'At validation, the whole content was summed up in a fingerprint, noted in the journal of the school. As long as both fingerprints are the same, nothing has changed.',
    share: 'Decide on sharing with the académie',
    report: 'Prepare the report',
    sheet: 'See the sheet',
  },
  share: {
    title: 'Share with the académie',
    lead: (authority) =>
      `You choose whether the Qualéduc referent (${authority}) may read this self-evaluation. Without your agreement, nothing of it is seen.`,
    noAuthority: 'the académie',
    seenTitle: 'What the referent will see',
    seen: [
      'the title, purpose, year and themes of this self-evaluation;',
      'the questions and the positions agreed by the team, with their reasons and the other views noted;',
      'the strengths, the weaknesses and the ways forward;',
      'the actions decided and how they progress, in the coming months too.',
    ],
    neverTitle: 'What the referent will never see',
    never: [
      'anybody’s answers, even without a name;',
      'the names of the members of the team;',
      'the proofs, neither files nor links;',
      'your other self-evaluations, as long as you do not share them.',
    ],
    typed: 'Texts are passed on as you wrote them: make sure that they name nobody.',
    preview: 'See the sheet as the referent will see it',
    button: 'Share this self-evaluation',
    since: (date) => `Shared with the académie since ${date}.`,
    stop: 'Stop sharing',
    stopText: 'The referent will no longer be able to open it from the next page on. What was already read or printed stays.',
    stopped: 'Sharing is stopped.',
    shared: 'The self-evaluation is shared with the académie.',
    notYet: 'Sharing comes after validation',
    notYetText: 'A self-evaluation is shared once validated: what the académie reads no longer changes.',
    notYetStep: 'Go to the validation',
    notNow: 'Do not share',
  },
  compare: {
    title: 'From one cycle to the next',
    lead: (before, after) => `${before}, then ${after}.`,
    chooseTitle: 'Choose the self-evaluation to compare',
    chooseLabel: 'Earlier self-evaluation',
    choose: 'Compare',
    none: 'Nothing to compare yet',
    noneText: 'The comparison puts two self-evaluations of the school side by side, question by question. It takes another one, already validated.',
    noneExample: 'For example:',
    noneExampleText: 'the theme “Placements” in 2026, then again in 2028, with the same questions.',
    early: 'The comparison comes after sharing',
    earlyText: 'The team must first have agreed on its positions.',
    toEvaluation: 'See where the self-evaluation stands',
    notValidated: 'The earlier self-evaluation is not validated: its positions may still change.',
    summary: (asked, changed, same, unknown) =>
      `${many(asked, 'question asked', 'questions asked')} both times with the same scale: ${many(changed, 'position changed', 'positions changed')}, ${many(same, 'is the same', 'are the same')}${unknown > 0 ? `, ${many(unknown, 'has no position one of the two times', 'have no position one of the two times')}` : ''}.`,
    nothingCommon: 'No question was asked both times with the same scale: the two cycles cannot be compared.',
    care: 'How to read this page',
    careText: [
      'These are the positions agreed by two groups, at two moments: people may have changed.',
      'One step of difference may come from a different discussion. Read the reasons before concluding.',
      'Only questions asked both times, with the same scale, are put face to face.',
    ],
    chartTitle: (changed, total) =>
      changed === 0
        ? `The ${total} positions are the same`
        : changed === 1
          ? `One position out of ${total} changed`
          : `${changed} positions out of ${total} changed`,
    chartOne: (changed) => (changed === 0 ? 'The position is the same' : 'The position changed'),
    chartDescription: (before, after) => `Agreed positions, question by question: ${before} and ${after}.`,
    figures: 'See the positions and their reasons',
    question: 'Question',
    changed: (before, after) => `Before: ${before}. Now: ${after}.`,
    same: (both) => `Both times: ${both}.`,
    reworded: (before) => `Worded otherwise the first time: “${before}”`,
    inWords: 'Questions without common steps to draw',
    inWordsText: 'Two contrasting statements, or words only: the texts are side by side.',
    otherScale: 'Questions asked on another scale',
    otherScaleText: 'The steps are not the same: positions cannot be compared.',
    added: 'New questions',
    dropped: 'Questions no longer asked',
    findings: 'Findings of both cycles',
    noFinding: 'No finding noted.',
    source: 'Where do these positions come from?',
    sourceText: 'From the sharing of each cycle: one position a question, noted by the group. They are not averages.',
    missing: 'no position',
  },
}

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)
