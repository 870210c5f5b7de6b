import type { DemoEvaluation } from './story.ts'

const team = ['claire.fontaine', 'karim.benali', 'nadia.roche', 'julien.mercier', 'amelie.garnier', 'thomas.leroux', 'sonia.haddad', 'pierre.vasseur'].map((who) => ({ who }))

export const tilleuls: readonly DemoEvaluation[] = [
  {
    key: 'tilleuls-decrochage', at: 'tilleuls', title: 'Prévenir le décrochage',
    purpose: 'Trop de départs avant les vacances d’automne : comprendre ce que nous faisons déjà et ce qui manque.',
    themes: ['QF06'], state: 'validated', lead: 'karim.benali', members: team,
    days: { created: -420, opened: -410, ends: -390, closed: -388, validated: -360, shared: -350 },
    questions: [
      {
        code: 'QF06-P1', answers: [2, 2, 3, 2, 3, 2, 1, 2], reasons: ['Les signes sont connus à la vie scolaire, moins en atelier.', 'On en parle à la rentrée, puis plus rien.'],
        agreed: { value: 2, reason: 'Les signes sont connus de quelques-uns ; les nouveaux collègues ne les découvrent qu’en cours d’année.' },
      },
      {
        code: 'QF06-P2', answers: [3, 3, 4, 3, 3, null, 3, null], reasons: ['Réunions tous les quinze jours, compte rendu sobre.'],
        agreed: { value: 3, reason: 'Le groupe se réunit à dates fixes ; la règle sur ce qui en sort reste orale.' },
      },
      {
        code: 'QF06-P3', answers: [1, 2, 2, 1, 2, 1, 2, 2], reasons: ['L’accueil dure deux jours.', 'Mon fils n’a vu son professeur principal seul qu’en décembre.'],
        agreed: { value: 1, reason: 'L’accueil dure deux jours et l’entretien individuel dépend du professeur principal.' },
      },
      { code: 'QF06-D1', answers: [4, 3, 4, 4, 4, 3, 4, 3], reasons: ['La vie scolaire appelle avant 11 heures.'], agreed: { value: 4, reason: 'Appel le jour même, sans exception connue.' } },
      {
        code: 'QF06-D2', answers: [2, 3, 2, 3, 2, 2, null, 3], reasons: ['Cela dépend des places de tutorat.'],
        agreed: { value: 2, reason: 'Vrai pour les situations suivies par le groupe, pas pour les autres.', minority: 'Deux personnes pensent que le lien existe presque toujours, sans être écrit.' },
      },
      { code: 'QF06-D3', answers: [3, 3, 2, 3, 3, 3, 3, null], agreed: { value: 3, reason: 'Plusieurs réponses existent et se combinent.' } },
      { code: 'QF06-C2', answers: [1, 1, 2, 1, 1, 1, null, null], reasons: ['On compte les départs, on ne les comprend pas.'], agreed: { value: 1, reason: 'Les départs sont comptés en juin ; personne ne parle avec ceux qui partent.' } },
      { code: 'QF06-A1', answers: [2, 1, 2, 2, 2, 1, 2, null], agreed: { value: 2, reason: 'Une section a changé son accueil, de sa propre initiative.' } },
    ],
    findings: [
      { kind: 'strength', text: 'Une absence inexpliquée déclenche un appel le jour même.', detail: 'Reconnu par tous, familles comprises.', codes: ['QF06-D1'] },
      { kind: 'strength', text: 'Le groupe de prévention travaille régulièrement et dans le respect des élèves.', codes: ['QF06-P2', 'QF06-D3'] },
      { kind: 'weakness', text: 'L’accueil des entrants s’arrête au bout de deux jours.', detail: 'Les premiers départs ont lieu en octobre.', codes: ['QF06-P3'] },
      { kind: 'weakness', text: 'Nous ne savons pas pourquoi des jeunes partent.', codes: ['QF06-C2'] },
      { kind: 'axis', text: 'Faire des huit premières semaines un temps d’accueil pour tous.', codes: ['QF06-P3', 'QF06-P1'] },
    ],
    actions: [
      {
        title: 'Un entretien individuel pour chaque entrant avant la Toussaint', finding: 2, what: 'Vingt minutes avec le professeur principal ou le CPE, à partir de cinq questions simples.', forWhom: 'Les élèves de seconde professionnelle et de première année de CAP',
        byWhom: 'Les professeurs principaux et la vie scolaire', withWhom: 'Les familles, informées de ce qui a été convenu', place: 'Au lycée', how: 'Planning partagé, créneaux pris sur l’heure de vie de classe.', why: 'Rompre l’isolement des premières semaines.',
        indicator: 'Part des entrants reçus avant les vacances d’automne', workload: 'Vingt minutes par élève', state: 'done', progress: 100, owner: 'amelie.garnier', starts: -330, due: -40,
        effect: 'Cette année 92 entrants sur 104 ont été reçus avant les vacances. Sept départs en octobre, douze l’an passé : c’est peu pour conclure, l’équipe continue.',
        steps: [{ label: 'Écrire les cinq questions', done: true }, { label: 'Former les professeurs principaux', done: true }, { label: 'Relever les entretiens tenus', done: true }],
      },
      {
        title: 'Parler avec chaque jeune qui part', finding: 3, what: 'Un échange court, par téléphone, dans le mois du départ.', forWhom: 'Les jeunes partis en cours d’année', byWhom: 'Le groupe de prévention', withWhom: 'La mission locale', how: 'Grille de six questions, notes sans nom.',
        why: 'Comprendre les causes, section par section.', state: 'under_way', progress: 50, owner: 'amelie.garnier', starts: -60, due: 30, steps: [{ label: 'Mettre au point la grille', done: true }, { label: 'Premiers appels', done: true }, { label: 'Lire les réponses en équipe' }],
      },
      { title: 'Présenter les signes d’alerte à tous les nouveaux collègues', finding: 4, why: 'Que chacun sache voir et qui prévenir.', byWhom: 'La vie scolaire', state: 'planned', due: 75 },
    ],
  },
  {
    key: 'tilleuls-stages', at: 'tilleuls', title: 'Stages : préparer, accompagner, exploiter',
    purpose: 'Les avis sur les périodes en entreprise sont très partagés. En parler à partir de ce que chacun voit.',
    themes: ['QF10'], state: 'agreeing', lead: 'karim.benali', members: team, days: { created: -45, opened: -32, ends: -8, closed: -6 },
    questions: [
      { code: 'QF10-P1', answers: [3, 2, 2, 3, 2, 3, 3, null], reasons: ['Oui en terminale, moins en seconde.', 'Les attentes sont écrites, mais les élèves ne les lisent pas.', 'Chaque section a son document.'], agreed: { value: 3, reason: 'Les attentes sont écrites dans toutes les sections ; elles montent peu de la seconde à la terminale.' } },
      { code: 'QF10-P2', answers: [2, 1, 2, 2, 3, 1, 2, 1], reasons: ['On aide ceux qui demandent, pas ceux qui se taisent.', 'Le bureau des entreprises a changé les choses cette année.'], agreed: { value: 2, reason: 'L’aide existe mais vient tard, et rarement en premier pour ceux qui en ont le plus besoin.', minority: 'Le bureau des entreprises pense que la situation a déjà changé.' } },
      { code: 'QF10-P3', answers: [4, 4, 3, 4, null, null, 4, null], reasons: ['Dérogations vérifiées une à une avec l’inspection du travail.'] },
      { code: 'QF10-D1', answers: [3, 4, 3, 3, 2, 3, 3, 2], reasons: ['Une demi-journée par classe, bien préparée.'] },
      { code: 'QF10-D2', answers: [1, 4, 2, 4, 1, 3, 4, 1], reasons: ['Le tuteur découvre mon nom le premier jour.', 'J’appelle toujours avant.', 'L’entreprise de ma fille n’avait rien reçu.', 'Tout part par courriel la semaine d’avant.'] },
      { code: 'QF10-D3', answers: [2, 4, 3, 4, 2, 1, 3, 2], reasons: ['Les visites ont lieu, mais souvent sans l’élève.', 'Deux visites pour quatre élèves cette année.', 'À trois, c’est la règle dans ma section.'] },
      { code: 'QF10-D4', answers: [1, 2, 1, 2, 1, 1, 2, null], reasons: ['Ils restent en permanence.', 'Nous faisons ce que nous pouvons, sans programme.'] },
      { code: 'QF10-D5', answers: [3, 3, 2, 3, 4, null, 3, 2], reasons: ['Le numéro est sur le livret.'] },
      { code: 'QF10-D6', answers: [1, 3, 1, 4, 1, 3, 2, null], reasons: ['En enseignement général, personne ne me l’a demandé.', 'Chaque retour de stage ouvre mon cours.', 'Nous aimerions, il manque un temps commun.'] },
      { code: 'QF10-C1', answers: [2, 2, 3, 3, 2, 2, 3, null], reasons: ['Relevé par le DDFPT, peu lu par les équipes.'] },
      { code: 'QF10-C2', answers: [1, 1, 2, 2, 1, 1, 1, 1], reasons: ['On note l’élève, on ne lui demande pas.'], agreed: { value: 1, reason: 'Nous évaluons l’élève, nous ne recueillons ni son avis ni celui du tuteur.' } },
      { code: 'QF10-A1', answers: [2, 2, 1, 3, null, 2, 3, null], reasons: ['Le fichier date de trois ans.'] },
      { code: 'QF10-A2', answers: [1, 1, 1, 1, 2, 1, 1, 1], reasons: ['Jamais fait, à ma connaissance.'], agreed: { value: 1, reason: 'Rien n’est prévu pour leur répondre.' } },
    ],
  },
]
