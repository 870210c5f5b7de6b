/** One audience of a survey. */
export interface DemoPart {
  questionnaire: string
  people: number
  invited: number
  access?: 'personal' | 'session' | 'shared'
  levels?: readonly string[]
  /** How far people agree, 0 to 1, by question; 0.6 where absent. */
  leanings: Record<string, number>
  /** What people wrote in one of the schools, and how many of these texts its team has read and shown. */
  texts?: {
    at: string
    question: string
    words: readonly string[]
    shown: number
  }
}

/** Surveys of the demonstration: what was asked last spring, and what came of it. Answers are drawn from these leanings, the same each time. */
export interface DemoSurvey {
  /** Who asks: a school, or the académie. */
  at: string
  /** The schools that answer, and how many times as many people as `parts` says; the asking school alone where absent. */
  schools?: Readonly<Record<string, number>>
  /** Title of an earlier one, which this one follows. */
  previous?: string
  title: string
  purpose: string
  promise: string
  /** Days from today; still to come for one that is open. */
  closed: number
  parts: DemoPart[]
  replies: { said: string; kind: 'done' | 'planned' | 'no'; done: string; pupilWords: string }[]
}

export const demoSurveys: readonly DemoSurvey[] = [
  {
    at: 'tilleuls',
    title: 'Comment va le lycée, première fois',
    purpose: 'Savoir d’où nous partons, avant de choisir quoi changer.',
    promise: 'Les résultats sont présentés au CVL et au conseil d’administration.',
    closed: -395,
    parts: [
      {
        questionnaire: 'climat-eleves',
        people: 152,
        invited: 238,
        levels: ['Seconde', 'Première', 'Terminale'],
        leanings: {
          securite: 0.6,
          'respect-adultes': 0.72,
          'respect-eleves': 0.46,
          pause: 0.3,
          parler: 0.4,
          delegues: 0.3,
          reponse: 0.1,
          changements: 0.12,
          aide: 0.7,
        },
      },
      {
        questionnaire: 'climat-personnels',
        people: 33,
        invited: 54,
        leanings: { securite: 0.7, changements: 0.35, delegues: 0.55, concertation: 0.3, proposer: 0.45 },
      },
    ],
    replies: [],
  },
  {
    at: 'tilleuls',
    title: 'Comment va le lycée ?',
    purpose: 'Nous préparons nos actions de l’année : votre avis décide des premières.',
    promise: 'Les résultats sont présentés au CVL et au conseil d’administration, et nous vous disons ce que nous en faisons.',
    closed: -30,
    previous: 'Comment va le lycée, première fois',
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
  {
    at: 'academie',
    schools: { tilleuls: 1, polyvalent: 1.7, belvedere: 2.1, chene: 0.8, arsenal: 1.2 },
    title: 'Bien travailler ensemble',
    purpose: 'Savoir ce qui aide et ce qui pèse dans le travail de chacun, pour orienter la formation et les moyens.',
    promise: 'L’académie présente les résultats aux établissements et dit ce qu’elle change. Chaque équipe lit les siens et choisit une chose à régler.',
    closed: -12,
    parts: [
      {
        questionnaire: 'vie-au-travail',
        people: 36,
        invited: 52,
        leanings: { sens: 0.8, charge: 0.35, moyens: 0.45, reconnaissance: 0.4, soutien: 0.85, 'information-interne': 0.4, deconnexion: 0.35, rester: 0.75 },
        texts: {
          at: 'tilleuls',
          question: 'mot',
          shown: 11,
          words: [
            'Les photocopieuses en panne le lundi matin.',
            'Les messages qui arrivent le dimanche soir.',
            'Le bruit dans la salle des professeurs à midi.',
            'Trois logiciels différents pour saisir la même absence.',
            'Les emplois du temps connus trop tard en septembre.',
            'Le chauffage des ateliers en janvier.',
            'Des réunions sans ordre du jour.',
            'Trouver un vidéoprojecteur qui marche.',
            'Les clés : il en faut une par porte.',
            'La place pour se garer quand on arrive à dix heures.',
            'Ne pas savoir qui est absent avant huit heures.',
            'Une vraie pause à midi, ensemble, une fois par semaine.',
            'L’accueil des remplaçants, qui arrivent sans rien.',
            'Le réseau qui tombe pendant les évaluations.',
          ],
        },
      },
    ],
    replies: [],
  },
]
