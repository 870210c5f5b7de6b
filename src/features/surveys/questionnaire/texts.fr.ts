/** What stands in the way of a questionnaire, after « Question 3 : » where it is about one. */
export const fr = {
  ofQuestion: (place: number, sentence: string): string => `Question ${place} : ${sentence}`,
  faults: {
    shape: (about: string): string => about,
    empty: (): string => 'Il n’y a pas encore de question.',
    'too-many': (about: string, most: number): string => `Il y a ${about} questions ; gardez-en ${most} au plus, pour que les gens aillent au bout.`,
    'french-first': (): string => 'Le français vient en premier parmi les langues.',
    'language-twice': (about: string): string => `La langue « ${about} » est donnée deux fois.`,
    'no-language': (about: string): string => `« ${about} » n’est pas le code d’une langue, comme pt ou ar.`,
    'section-twice': (): string => 'Deux parties ont le même code.',
    'section-unnamed': (): string => 'Une partie n’a pas de nom.',
    code: (about: string): string => `le code « ${about} » n’est pas fait de lettres, de chiffres et de tirets.`,
    twice: (about: string): string => `le code « ${about} » sert déjà à une autre question.`,
    'section-gone': (): string => 'sa partie n’existe plus.',
    'no-words': (): string => 'elle n’a pas de texte.',
    scale: (about: string): string => `l’échelle « ${about} » n’existe pas.`,
    'few-options': (): string => 'il faut au moins deux réponses à choisir.',
    'many-options': (about: string, most: number): string => `il y a ${about} réponses ; gardez-en ${most} au plus.`,
    'option-twice': (): string => 'deux réponses ont le même code.',
    'option-unnamed': (): string => 'une réponse n’a pas de texte.',
    bounds: (_about: string, most: number): string => `il faut de 2 à ${most} nombres, du plus petit au plus grand.`,
    period: (_about: string, most: number): string => `ses deux dates ne vont pas ensemble, ou vont trop loin : ${most} mois ou années au plus.`,
    'asked-later': (): string => 'elle dépend d’une question qui n’existe pas avant elle.',
    'asked-in-words': (): string => 'elle dépend d’une question sans réponses à choisir.',
    'answer-gone': (): string => 'elle dépend d’une réponse qui n’existe pas.',
  },
}

export type QuestionnaireTexts = typeof fr
