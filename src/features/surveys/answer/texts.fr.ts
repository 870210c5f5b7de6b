/** Said to who tries a questionnaire before it is asked; those who answer read questionnaire/answering-words/. */
export const fr = {
  trial: {
    strip: 'Essai : rien n’est envoyé.',
    back: 'Revenir',
    end: 'L’essai est fini : rien n’a été envoyé ni gardé. C’est ici que les gens liront que leur réponse est bien arrivée.',
  },
}

export type AnswerTexts = typeof fr
