import type { mails as frenchMails, refusals as frenchRefusals } from './sentences.fr.ts'

export const refusals: typeof frenchRefusals = {
  'not-composing': {
    sentence: 'The round of answers is already open: questionnaire and settings no longer change, so that everybody answers the same questions.',
    way: 'See the self-evaluation',
  },
  'not-open': { sentence: 'The round of answers is not open at the moment.', way: 'See the self-evaluation' },
  'round-closed': { sentence: 'The round of answers is closed: the team no longer changes.', way: 'See the self-evaluation' },
  'no-items': { sentence: 'Questions are missing: the questionnaire is empty.', way: 'Compose the questionnaire' },
  'no-members': { sentence: 'A team is missing: nobody is there to answer.', way: 'Choose the team' },
  gone: { sentence: 'This question has been taken out of the questionnaire meanwhile.', way: 'See the questionnaire' },
  'too-many': { sentence: 'Nobody answers a questionnaire of more than 150 questions. Take some out before adding others.', way: 'See the questionnaire' },
  'reminded-today': { sentence: 'A reminder has already been sent today. The next one may go tomorrow.', way: 'See the self-evaluation' },
  'nobody-left': { sentence: 'There is nobody to remind: all the others have finished.', way: 'See the self-evaluation' },
  'has-actions': { sentence: 'Actions are linked to this self-evaluation. It cannot be deleted.', way: 'See the actions' },
}

export const mails: typeof frenchMails = {
  invitationSubject: (title) => `Your view is expected: ${title}`,
  invitation: (words) => `Dear ${words.name},

${words.sender} invites you to answer the self-evaluation “${words.title}”, ${words.organisation}.
Each person answers alone. Nobody sees your answers with your name, now or later.
${words.until ? `You have until ${words.until}. ` : ''}You may stop and come back whenever you like.

Answer:
${words.link}
`,
  reminderSubject: (title) => `Reminder: ${title}`,
  reminder: (words) => `Dear ${words.name},

The self-evaluation “${words.title}” is still waiting for you${words.until ? `, until ${words.until}` : ''}. What you have already written is kept.

Continue:
${words.link}
`,
}
