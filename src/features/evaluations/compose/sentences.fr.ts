import type { Refusal } from './refusals.ts'

export const refusals: Record<Refusal, { sentence: string; way: string }> = {
  'not-composing': {
    sentence: 'Les réponses sont déjà ouvertes : le questionnaire et les réglages ne changent plus, pour que tous répondent aux mêmes questions.',
    way: 'Voir l’autoévaluation',
  },
  'not-open': { sentence: 'Les réponses ne sont pas ouvertes en ce moment.', way: 'Voir l’autoévaluation' },
  'round-closed': { sentence: 'Les réponses sont closes : l’équipe ne change plus.', way: 'Voir l’autoévaluation' },
  'no-items': { sentence: 'Il manque des questions : le questionnaire est vide.', way: 'Composer le questionnaire' },
  'no-members': { sentence: 'Il manque une équipe : personne n’est là pour répondre.', way: 'Choisir l’équipe' },
  gone: { sentence: 'Cette question a été retirée du questionnaire pendant ce temps.', way: 'Voir le questionnaire' },
  'too-many': { sentence: 'Un questionnaire de plus de 150 questions ne se répond pas. Retirez-en avant d’en ajouter.', way: 'Voir le questionnaire' },
  'reminded-today': { sentence: 'Un rappel est déjà parti aujourd’hui. Le prochain pourra partir demain.', way: 'Voir l’autoévaluation' },
  'nobody-left': { sentence: 'Personne n’est à rappeler : tous les autres ont terminé.', way: 'Voir l’autoévaluation' },
  'has-actions': { sentence: 'Des actions sont rattachées à cette autoévaluation. Elle ne peut pas être supprimée.', way: 'Voir les actions' },
}

export interface MailWords {
  name: string
  title: string
  organisation: string
  /** Already in words; null when no day was set. */
  until: string | null
  link: string
}

export const mails = {
  invitationSubject: (title: string) => `Votre avis est attendu : ${title}`,
  invitation: (words: MailWords & { sender: string }) => `Bonjour ${words.name},

${words.sender} vous invite à répondre à l’autoévaluation « ${words.title} », ${words.organisation}.
Chacun répond seul. Personne ne voit vos réponses avec votre nom, ni maintenant ni plus tard.
${words.until ? `Vous avez jusqu’au ${words.until}. ` : ''}Vous pouvez vous arrêter et reprendre quand vous voulez.

Répondre :
${words.link}
`,
  reminderSubject: (title: string) => `Rappel : ${title}`,
  reminder: (words: MailWords) => `Bonjour ${words.name},

L’autoévaluation « ${words.title} » vous attend encore${words.until ? `, jusqu’au ${words.until}` : ''}. Ce que vous avez déjà écrit est gardé.

Continuer :
${words.link}
`,
}
