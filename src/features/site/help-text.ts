import type { Article } from './article.ts'

export const helpFr: Article = {
  title: 'Aide',
  lead: 'Qualéduc aide une équipe à regarder son travail ensemble, à se mettre d’accord et à décider ce qu’elle va faire.',
  sections: [
    {
      title: 'Les cinq étapes',
      paragraphs: ['Une autoévaluation avance toujours dans le même ordre. Chaque page montre où vous en êtes et ce qui vient ensuite.'],
      numbered: true,
      points: [
        'Préparer. Le pilote choisit un ou plusieurs thèmes, compose le questionnaire et réunit l’équipe.',
        'Répondre. Chacun répond seul, sur ordinateur ou sur téléphone. Les réponses s’enregistrent au fur et à mesure ; on peut s’arrêter et reprendre.',
        'Se mettre d’accord. Quand le pilote clôt les réponses, les écarts apparaissent. L’équipe en parle, retient une position et note l’autre avis s’il y en a un.',
        'Faire le diagnostic. L’équipe dit ce qui aide, ce qui freine et ce qu’elle veut améliorer. Elle joint ses preuves. Le chef d’établissement valide.',
        'Agir. De chaque point à améliorer naît une action : quoi, pour qui, par qui, comment, pourquoi. L’année suivante, on regarde ce qui a changé.',
      ],
    },
    {
      title: 'La roue',
      paragraphs: [
        'Les quatre quarts de la roue reprennent la façon de faire : projeter, mettre en œuvre, évaluer, ajuster. Un quart plein est fait, un quart clair est commencé, un quart vide attend. La roue n’est pas une note.',
      ],
    },
    {
      title: 'Les enquêtes',
      paragraphs: ['Élèves, familles, personnels et entreprises répondent sans compte et sans que personne sache qui a dit quoi.'],
      points: [
        'Partez d’un questionnaire prêt, d’énoncés des référentiels, ou d’un questionnaire d’un autre outil.',
        'Avant la clôture, personne ne voit rien que le nombre de réponses, arrondi. Après, les résultats sont calculés une seule fois.',
        'Ce qui n’est pas montré dit pourquoi : trop peu de personnes, ou tout le monde a répondu la même chose.',
        'Dites ce que vous en faites : une page et une affiche pour ceux qui ont répondu.',
      ],
    },
    {
      title: 'Les indicateurs',
      paragraphs: ['Chaque chiffre dit d’où il vient, et ce qu’il ne dit pas.'],
      points: [
        'Le répertoire propose 87 indicateurs ; vous pouvez en ajouter. Votre tableau de bord montre ceux que vous choisissez.',
        'Les résultats du ministère arrivent par l’académie. Ce que le site peut compter se compte seul. Le reste se saisit, avec qui et pourquoi.',
        'Une case vide n’est jamais zéro. Une flèche n’est montrée que si le changement ne peut pas être le hasard.',
        'Un chiffre propose, l’équipe décide. Une appréciation datée compte autant qu’un chiffre.',
      ],
    },
    {
      title: 'Qui voit quoi',
      paragraphs: ['Rien ne sort de l’établissement sans que son chef l’ait décidé.'],
      points: [
        'Vos réponses : vous seul, tant que vous répondez. Le pilote voit combien de personnes ont répondu, jamais ce qu’elles ont répondu.',
        'Après la clôture : l’équipe voit les réponses réunies, sans nom.',
        'Le diagnostic, les actions et les preuves : les personnes qui ont un rôle dans l’établissement. Une preuve peut être réservée à la direction et au pilote.',
        'Le référent académique : seulement ce que le chef d’établissement a partagé.',
        'Personne : un classement des établissements. Il n’en existe pas ici.',
      ],
    },
    {
      title: 'Les rôles',
      paragraphs: [],
      points: [
        'Le chef d’établissement invite l’équipe, valide le diagnostic et décide de ce qui est partagé.',
        'Le pilote de la démarche prépare, anime et clôt.',
        'Le membre d’équipe répond, discute, apporte des preuves et porte des actions.',
        'Le référent Qualéduc accompagne les établissements de son académie.',
      ],
    },
    {
      title: 'Si quelque chose coince',
      paragraphs: [],
      points: [
        'Votre session a pris fin pendant que vous écriviez : connectez-vous sur la page qui s’affiche. Votre texte est gardé, vous le relisez puis vous l’enregistrez.',
        'Mot de passe oublié : la page de connexion envoie un lien par courriel.',
        'Pas de courriel d’invitation : regardez les courriers indésirables, puis demandez au pilote d’inviter de nouveau.',
        'Téléphone perdu : utilisez un code de secours à la place du code du téléphone.',
      ],
    },
  ],
}

export const helpEn: Article = {
  title: 'Help',
  lead: 'Qualéduc helps a team look at its work together, agree, and decide what to do.',
  sections: [
    {
      title: 'The five steps',
      paragraphs: ['A self-evaluation always moves in the same order. Each page shows where you are and what comes next.'],
      numbered: true,
      points: [
        'Prepare. The quality lead chooses one or more themes, composes the questionnaire and gathers the team.',
        'Answer. Everyone answers alone, on a computer or a phone. Answers are saved as you go; you can stop and come back.',
        'Agree. When the lead closes the answers, the differences appear. The team talks, keeps one position and notes the other view if there is one.',
        'Diagnose. The team says what helps, what holds back and what it wants to improve. It attaches its evidence. The head of school validates.',
        'Act. Each point to improve becomes an action: what, for whom, by whom, how, why. The next year, you look at what has changed.',
      ],
    },
    {
      title: 'The wheel',
      paragraphs: [
        'The four quarters of the wheel are the way of working: plan, do, check, act. A full quarter is done, a light one has begun, an empty one waits. The wheel is not a mark.',
      ],
    },
    {
      title: 'Surveys',
      paragraphs: ['Pupils, families, staff and companies answer without an account and without anybody knowing who said what.'],
      points: [
        'Start from a ready questionnaire, from statements of frameworks, or from a questionnaire of another tool.',
        'Before the closing nobody sees anything but the number of answers, rounded. After it, results are computed once.',
        'What is not shown says why: too few people, or everybody gave the same answer.',
        'Say what you make of it: a page and a poster for those who answered.',
      ],
    },
    {
      title: 'Indicators',
      paragraphs: ['Each figure says where it comes from, and what it does not say.'],
      points: [
        'The directory offers 87 indicators; you can add some. Your dashboard shows those that you choose.',
        'The ministry’s results arrive through the académie. What the site can count is counted by itself. The rest is typed, with who and why.',
        'An empty cell is never zero. An arrow is shown only if the change cannot be chance.',
        'A figure proposes, the team decides. A dated appreciation counts as much as a figure.',
      ],
    },
    {
      title: 'Who sees what',
      paragraphs: ['Nothing leaves the school unless its head has decided so.'],
      points: [
        'Your answers: you alone, while you answer. The lead sees how many people have answered, never what they answered.',
        'After closing: the team sees the answers together, without names.',
        'The diagnosis, the actions and the evidence: the people who have a role in the school. A piece of evidence can be kept for the head and the quality lead.',
        'The referent of the académie: only what the head of school has shared.',
        'Nobody: a ranking of schools. There is none here.',
      ],
    },
    {
      title: 'Roles',
      paragraphs: [],
      points: [
        'The head of school invites the team, validates the diagnosis and decides what is shared.',
        'The quality lead prepares, runs and closes.',
        'The team member answers, discusses, brings evidence and carries actions.',
        'The Qualéduc referent accompanies the schools of an académie.',
      ],
    },
    {
      title: 'If something gets stuck',
      paragraphs: [],
      points: [
        'Your session ended while you were writing: sign in on the page that appears. Your text is kept; read it again, then save it.',
        'Password forgotten: the sign-in page sends a link by mail.',
        'No invitation in your mailbox: look among unwanted mail, then ask the lead to invite you again.',
        'Phone lost: use a recovery code instead of the code from the phone.',
      ],
    },
  ],
}
