/** Surveys of the demonstration: what was asked last spring, and what came of it. Answers are drawn from these leanings, the same each time. */
export interface DemoSurvey {
  at: string
  title: string
  purpose: string
  promise: string
  /** Days from today; still to come for one that is open. */
  closed: number
  parts: {
    questionnaire: string
    people: number
    invited: number
    access?: 'personal' | 'session' | 'shared'
    levels?: readonly string[]
    /** How far people agree, 0 to 1, by question; 0.6 where absent. */ leanings: Record<string, number>
  }[]
  replies: { said: string; kind: 'done' | 'planned' | 'no'; done: string; pupilWords: string }[]
}

export const demoSurveys: readonly DemoSurvey[] = [
  {
    at: 'tilleuls',
    title: 'Comment va le lycée ?',
    purpose: 'Nous préparons nos actions de l’année : votre avis décide des premières.',
    promise: 'Les résultats sont présentés au CVL et au conseil d’administration, et nous vous disons ce que nous en faisons.',
    closed: -30,
    parts: [
      {
        questionnaire: 'climat-eleves',
        people: 186,
        invited: 240,
        levels: ['Seconde', 'Première', 'Terminale'],
        leanings: {
          securite: 0.72,
          'respect-adultes': 0.78,
          'respect-eleves': 0.45,
          pause: 0.28,
          parler: 0.55,
          delegues: 0.34,
          reponse: 0.25,
          changements: 0.3,
          aide: 0.7,
          orientation: 0.5,
        },
      },
      {
        questionnaire: 'climat-familles',
        people: 64,
        invited: 210,
        leanings: { securite: 0.8, messages: 0.4, changements: 0.25, contact: 0.5, accueil: 0.85, orientation: 0.45 },
      },
      {
        questionnaire: 'climat-personnels',
        people: 38,
        invited: 52,
        leanings: { securite: 0.75, changements: 0.6, delegues: 0.6, orientation: 0.7, concertation: 0.3, proposer: 0.5 },
      },
    ],
    replies: [
      {
        said: 'On apprend trop tard les changements d’horaire',
        kind: 'done',
        done: 'Depuis octobre, un seul message part la veille avant 18 heures, aux élèves et aux familles en même temps.',
        pupilWords: 'Tu reçois maintenant un message la veille avant 18 heures.',
      },
      {
        said: 'La pause de midi est trop courte',
        kind: 'planned',
        done: 'Les emplois du temps du second semestre gardent une heure pleine à midi pour toutes les classes.',
        pupilWords: 'Au second semestre, chaque classe aura une heure à midi.',
      },
      {
        said: 'Il faudrait ouvrir le foyer le soir',
        kind: 'no',
        done: 'Nous n’avons pas l’adulte qu’il faudrait. Nous en reparlons au CVL en mars.',
        pupilWords: 'Pas cette année : il manque un adulte. On en reparle en mars.',
      },
    ],
  },
  {
    at: 'tilleuls',
    title: 'L’accueil des nouveaux',
    purpose: 'Vous êtes arrivés en septembre : nous voulons savoir ce qui vous a aidés, et ce qui a manqué.',
    promise: 'L’équipe d’accueil lit les résultats en décembre et change la rentrée prochaine. Vous saurez ce que nous en faisons.',
    closed: 21,
    parts: [
      { questionnaire: 'accueil-eleves', people: 0, invited: 0, levels: ['Seconde', 'Première', 'Terminale'], access: 'session', leanings: {} },
      { questionnaire: 'accueil-familles', people: 0, invited: 0, access: 'shared', leanings: {} },
    ],
    replies: [],
  },
]
