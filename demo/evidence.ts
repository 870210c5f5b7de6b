import type { Nature } from '../src/features/evidence/tables.ts'

/** A proof of a demo school. Days are counted from today. */
export interface DemoProof {
  at: string
  title: string
  nature: Nature
  /** Paragraphs of a document that is really written, or an address of the web. */
  content: { paragraphs: readonly string[] } | { address: string }
  note?: string
  effective?: number
  validUntil?: number
  remind?: number
  leadersOnly?: true
  /** Address, before the @, of who added it, and when. */
  by: string
  added: number
  /** Questions of the demo's evaluations that it supports. */
  questions?: readonly { evaluation: string; code: string; page?: string; shows?: string }[]
  /** Points of frameworks that it supports. */
  points?: readonly { framework: string; version: string; code: string; page?: string }[]
}

export const demoEvidence: readonly DemoProof[] = [
  {
    at: 'tilleuls',
    title: 'Convention type de période de formation en milieu professionnel',
    nature: 'agreement',
    content: {
      paragraphs: [
        'Convention entre le lycée professionnel des Tilleuls, l’entreprise d’accueil et l’élève, pour une période de formation en milieu professionnel.',
        'Article 3 – Objectifs. Les activités confiées à l’élève répondent aux compétences travaillées au lycée ; elles sont écrites avant le départ.',
        'Article 5 – Suivi. Un professeur rend visite à l’élève au moins une fois. L’entreprise et le lycée se préviennent le jour même d’une absence.',
        'Annexe pédagogique : ce que l’élève saura faire à son retour, et comment on le verra.',
      ],
    },
    note: 'Modèle adopté au conseil d’administration de juin.',
    effective: -380,
    validUntil: -20,
    by: 'karim.benali',
    added: -370,
    questions: [
      { evaluation: 'tilleuls-stages', code: 'QF10-P1', page: 'art. 3', shows: 'Les attentes sont écrites avant le départ.' },
      { evaluation: 'tilleuls-stages', code: 'QF10-D2', page: 'art. 5' },
    ],
    points: [
      { framework: 'lycee-des-metiers', version: '2023', code: 'LDM4-P2' },
      { framework: 'lycee-des-metiers', version: '2023', code: 'LDM4-D2', page: 'art. 5' },
    ],
  },
  {
    at: 'tilleuls',
    title: 'Convention de partenariat avec la scierie Delmas',
    nature: 'agreement',
    content: {
      paragraphs: [
        'Convention de partenariat entre le lycée professionnel des Tilleuls et la scierie Delmas, à Montclair, conclue pour trois ans.',
        'La scierie accueille chaque année six élèves en stage, reçoit les classes de seconde et prête un professionnel pour deux séances d’atelier.',
        'Les deux parties font le point chaque mois de juin : élèves accueillis, ce qui a bien marché, ce qui change l’année suivante.',
      ],
    },
    note: 'Signée à la rentrée. À relier aux démarches.',
    effective: -40,
    validUntil: 1055,
    by: 'nadia.roche',
    added: -12,
  },
  {
    at: 'tilleuls',
    title: 'Lettre de mission du référent décrochage',
    nature: 'mission_letter',
    content: {
      paragraphs: [
        'Mission confiée pour une année scolaire : réunir le groupe de prévention tous les quinze jours, tenir la liste des situations, prévenir les familles.',
        'Signes à surveiller : absences répétées, retards du lundi, isolement au repas, chute des résultats.',
      ],
    },
    effective: -345,
    validUntil: 20,
    by: 'claire.fontaine',
    added: -340,
    questions: [{ evaluation: 'tilleuls-decrochage', code: 'QF06-P1', shows: 'Les signes d’alerte y sont écrits.' }],
    points: [
      { framework: 'lycee-des-metiers', version: '2023', code: 'LDM7-P1' },
      { framework: 'lycee-des-metiers', version: '2023', code: 'LDM7-P2' },
    ],
  },
  {
    at: 'tilleuls',
    title: 'Compte rendu du groupe de prévention, octobre',
    nature: 'minutes',
    content: {
      paragraphs: [
        'Présents : vie scolaire, infirmière, assistante sociale, deux professeurs principaux. Aucune situation n’est nommée dans ce compte rendu.',
        'Décidé : un appel le jour même pour chaque absence inexpliquée ; un entretien individuel pour chaque entrant avant les vacances d’automne.',
      ],
    },
    effective: -30,
    by: 'amelie.garnier',
    added: -28,
    questions: [
      { evaluation: 'tilleuls-decrochage', code: 'QF06-P2' },
      { evaluation: 'tilleuls-decrochage', code: 'QF06-D1', page: 'p. 1' },
    ],
    points: [{ framework: 'lycee-des-metiers', version: '2023', code: 'LDM7-D1', page: 'p. 1' }],
  },
  {
    at: 'tilleuls',
    title: 'Tableau de suivi des stages',
    nature: 'dashboard',
    content: {
      paragraphs: [
        'Élèves en stage : 104. Élèves qui ont eu la visite d’un professeur : 91. Entreprises qui ont rendu leur fiche d’évaluation : 88.',
        'Élèves sans lieu d’accueil une semaine avant le départ : 7, dont 5 aidés par le bureau des entreprises.',
      ],
    },
    effective: -60,
    by: 'karim.benali',
    added: -55,
    questions: [{ evaluation: 'tilleuls-stages', code: 'QF10-C1', shows: 'Le nombre de visites, classe par classe.' }],
    points: [{ framework: 'lycee-des-metiers', version: '2023', code: 'LDM4-C1' }],
  },
  {
    at: 'tilleuls',
    title: 'Charte des éco-délégués',
    nature: 'charter',
    content: {
      paragraphs: [
        'Deux éco-délégués par classe, élus en septembre. Ils proposent une action par trimestre, avec l’aide de la référente développement durable.',
      ],
    },
    effective: -75,
    remind: -2,
    by: 'julien.mercier',
    added: -70,
    points: [{ framework: 'e3d', version: '2020', code: 'E3D2-P1' }],
  },
  {
    at: 'tilleuls',
    title: 'Nos séjours en entreprise à Séville',
    nature: 'publication',
    content: { address: 'https://lycee-tilleuls.exemple.fr/erasmus-seville' },
    effective: -200,
    by: 'sonia.haddad',
    added: -150,
    points: [
      { framework: 'euroscol', version: '2019', code: 'EUS4-D2' },
      { framework: 'lycee-des-metiers', version: '2023', code: 'LDM6-P2' },
    ],
  },
  {
    at: 'tilleuls',
    title: 'Bilan des entretiens de départ',
    nature: 'report',
    content: {
      paragraphs: [
        'Douze jeunes partis depuis la rentrée, huit joints au téléphone. Causes dites : orientation non choisie (5), transport (2), travail (1).',
        'Ce bilan ne nomme personne. Il reste à la direction tant que les effectifs sont aussi petits.',
      ],
    },
    effective: -15,
    leadersOnly: true,
    by: 'claire.fontaine',
    added: -10,
    points: [{ framework: 'lycee-des-metiers', version: '2023', code: 'LDM7-C1' }],
  },
  {
    at: 'tilleuls',
    title: 'Enquête de satisfaction auprès des familles',
    nature: 'survey',
    content: {
      paragraphs: ['Soixante-deux familles ont répondu. Neuf sur dix se disent bien accueillies ; quatre sur dix ne savent pas qui appeler en cas d’absence.'],
    },
    effective: -120,
    by: 'thomas.leroux',
    added: -110,
  },
  {
    at: 'arsenal',
    title: 'Livret d’accueil de l’apprenti',
    nature: 'publication',
    content: { paragraphs: ['Déroulement de la formation, règlement, contacts, droits de l’apprenti, référent handicap, santé et sécurité à l’atelier.'] },
    effective: -90,
    validUntil: 275,
    by: 'gerard.noel',
    added: -85,
    points: [
      { framework: 'rnq', version: '2023', code: 'RNQ3-9', page: 'p. 2' },
      { framework: 'rnq', version: '2023', code: 'RNQ3-15', page: 'p. 6' },
      { framework: 'lycee-des-metiers', version: '2016', code: 'LDM1-P1' },
    ],
  },
  {
    at: 'arsenal',
    title: 'Questionnaire de fin de formation, réponses',
    nature: 'survey',
    content: {
      paragraphs: [
        'Vingt-six apprentis et quatorze maîtres d’apprentissage ont répondu. Ce qui aide : le suivi en entreprise. Ce qui freine : les délais de réponse.',
      ],
    },
    effective: -150,
    by: 'lucie.barbier',
    added: -140,
    points: [{ framework: 'rnq', version: '2023', code: 'RNQ7-30' }],
  },
  {
    at: 'polyvalent',
    title: 'Compte rendu du conseil des métiers',
    nature: 'minutes',
    content: { paragraphs: ['Réunion de printemps avec sept entreprises de la vallée : métiers qui recrutent, machines nouvelles, stages de seconde.'] },
    effective: -180,
    by: 'marc.dubois',
    added: -170,
    points: [{ framework: 'lycee-des-metiers', version: '2023', code: 'LDM1-P2' }],
  },
]
