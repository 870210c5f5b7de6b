import type { Language } from '../../../platform/language.ts'
import { fr } from './texts.fr.ts'
import type { ResultTexts } from './texts.fr.ts'

const en: ResultTexts = {
  title: 'Results',
  surveys: 'Surveys',
  audiences: { pupil: 'Pupils', family: 'Families', staff: 'Staff', company: 'Companies', former: 'Former pupils' },
  early: {
    title: 'The results are not there yet',
    text: 'They are computed once, at closing, to protect those who answer. Before that nobody sees anything, you neither.',
    on: (date) => `You announced the results for ${date}.`,
    counting: 'The survey is closed: it is being counted. Come back in a few minutes.',
    back: 'Back to the survey',
  },
  answers: (count) => `About ${count} answers (rounded to five)`,
  participation: (percent) => `, which is ${percent}% of those invited`,
  few: 'Fewer answers than the threshold: nothing of this audience is shown, so that nobody can be recognised.',
  together: (counted, left) =>
    `${counted} schools counted together${left > 0 ? `; ${left} where too few people answered are told with others, or not at all` : ''}.`,
  strong: 'Strong points',
  weak: 'Points to work on',
  none: 'No point stands out enough to be sure.',
  agree: (share, low, high) => `${share} favourable answers (between ${low} and ${high}%)`,
  unsure: 'Too few answers to conclude.',
  mean: (mean) => `Mean: ${mean}`,
  low: '5% at most',
  high: '95% at least',
  percent: (share) => `${share}%`,
  dontKnow: 'Does not know',
  change: { up: 'Up since last time.', down: 'Down since last time.', unsure: 'No sure change since last time.' },
  reference: (share) => `All schools together: ${share}`,
  hidden: {
    few: 'Not shown: too few people answered.',
    subtraction: 'Not shown: somebody could be found by subtraction.',
    answers: 'Not shown: too few answers to this question, or too much alike. One would know what somebody said.',
  },
  numbers: 'See the figures',
  answer: 'Answer',
  share: 'Share',
  base: (base) => `Of about ${base} answers to this question.`,
  source: 'Where does this figure come from?',
  sourceText: (threshold) =>
    `From the one computation made when this survey closed. In each group, each number is blurred at random by a person or two before anything is worked out, shares and numbers of answers are rounded, and no group under ${threshold} people is shown: looked at closely, figures may not quite add up. The interval says between what and what the share would be, nineteen times out of twenty, if one asked again, blurring included (Wilson, 95%).`,
  breakdown: (title) => `By: ${title}`,
  breakdownHidden: 'This breakdown is not shown: somebody could be found by it.',
  groupWhy: {
    few: 'not shown: too few people',
    subtraction: 'not shown: somebody could be found by subtraction',
    answers: 'not shown: too few answers to this question, or too much alike',
  },
  views: 'Crossed views',
  viewsLead: 'The same question asked to several audiences, and the team’s position on the same statement. The widest gaps come first.',
  viewsNone: 'No question was asked to several audiences with enough answers. Next time, take ready questionnaires that answer each other.',
  audience: 'Audience',
  asked: 'Question',
  team: 'The team',
  toViews: 'Crossed views',
  download: (audience, format) => `Download: ${audience.toLowerCase()} (${format})`,
  columns: ['Audience', 'Group', 'Code', 'Question', 'Answer', 'Share', 'Answers (rounded)'],
  sourceOf: {
    from: (title, when, audience) => `Survey “${title}”, closed on ${when}. Answered: ${audience.toLowerCase()}.`,
    base: (base, all) => `About ${base} answers to this question, of about ${all} people who answered (rounded down to five).`,
    favourable: (answers) =>
      `Favourable: ${answers.map((answer) => `“${answer}”`).join(', ')}, among those who took a position. The interval says between which two values this share would be, nineteen times out of twenty, if people were asked again (Wilson, 95%).`,
    rounding: (threshold) =>
      `Computed once, at the closing, of numbers blurred at random, by a person or two in each group. No group under ${threshold} people is shown; an extreme share is told as “5% at most” or “95% at least”.`,
    item: (code) => `The question is about statement ${code}.`,
  },
  toEvidence: 'Keep these results as evidence',
  toEvidenceHint:
    'A table of what is shown here joins the school’s evidence, linked to the statements that the questions are about. Every label that asks for them sees it.',
  evidenceTitle: (title, year) => `Results of the survey “${title}”, ${year}`,
  evidenceKept: (points) =>
    points === 0
      ? 'The results are among the evidence. Link them to the points that they show.'
      : `The results are among the evidence, linked to ${points} statement${points > 1 ? 's' : ''}. Other points are proposed here.`,
  said: {
    title: 'What surveys say',
    about: (code) => `about ${code}`,
    line: (audience, share, question) => `${audience}: ${share} to “${question}”`,
    survey: (title, year) => `${title}, ${year}`,
  },
  parting: (low, high) => `${high} and ${low.toLowerCase()} do not see the same thing: the gap is sure.`,
  noParting: 'No sure gap between these audiences.',
  teamWorded: 'Said with words:',
  toReplies: 'You said, we did',
  toTexts: 'What people wrote',
  toFinding: 'Propose to the diagnosis',
  findingTitle: 'Propose this result to the diagnosis',
  findingLead: 'It becomes a finding of the chosen self-evaluation, with its source. The team decides what to make of it.',
  findingNone: 'No self-evaluation is at its diagnosis. Open one, or come back when the team agrees.',
  toAction: 'Make it an action',
  actionLead: 'An action sheet begins, with what people said and where it comes from. You complete it.',
  makeAction: 'Begin an action sheet',
  actionTitle: (text) => `Respond to ${text}`,
  actionMade: 'The action sheet is begun.',
  evaluation: 'Self-evaluation',
  kind: 'It is…',
  strength: 'a strong point',
  weakness: 'a point to work on',
  propose: 'Propose',
  proposed: 'The finding is added to the diagnosis.',
  notProposed: 'Choose a self-evaluation that is at its diagnosis.',
  findingText: (question, audience, share) => `“${question}”: ${share} favourable answers (${audience.toLowerCase()})`,
}

export const textsIn = (language: Language): ResultTexts => (language === 'fr' ? fr : en)
