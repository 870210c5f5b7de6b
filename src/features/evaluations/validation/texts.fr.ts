import type { ValidationRefusal } from './commands.ts'

const many = (value: number, one: string, several: string): string => `${value} ${value < 2 ? one : several}`

const refusals: Record<ValidationRefusal, string> = {
  'not-closed': 'Les réponses sont encore ouvertes : l’autoévaluation se valide une fois les réponses closes.',
  already: 'Cette autoévaluation est déjà validée.',
  changed: 'Quelqu’un a complété l’autoévaluation depuis que cette page est ouverte. Relisez ce qui sera validé, puis validez de nouveau.',
}

export const fr = {
  refusals,
  validate: {
    title: 'Valider l’autoévaluation',
    lead: 'En validant, vous dites : voilà où nous en sommes. L’autoévaluation reste alors telle quelle, et un prochain cycle pourra s’y comparer.',
    frozenTitle: 'Ce qui est validé',
    questions: 'Questions',
    questionsOf: (agreed: number, total: number) => `${many(agreed, 'position retenue', 'positions retenues')} sur ${many(total, 'question', 'questions')}`,
    findings: 'Constats',
    findingsOf: (strengths: number, weaknesses: number, axes: number) =>
      `${many(strengths, 'point fort', 'points forts')}, ${many(weaknesses, 'point faible', 'points faibles')}, ${many(axes, 'axe de progrès', 'axes de progrès')}`,
    participation: 'Participation',
    participationOf: (answering: number, members: number) =>
      `${many(answering, 'personne a répondu', 'personnes ont répondu')}, sur ${many(members, 'membre', 'membres')} de l’équipe`,
    missingTitle: 'Ce qui reste possible avant de valider',
    missingHelp: 'Rien de tout cela n’empêche de valider. À vous de juger.',
    nothingMissing: 'Rien ne manque : la roue est complète, sauf la validation.',
    afterTitle: 'Ce que la validation change',
    after: [
      'Les questions, les positions, les raisons, les autres avis, le diagnostic et les preuves ne changent plus. Personne ne peut revenir dessus.',
      'Les actions continuent : vous pourrez toujours en ajouter et les suivre.',
      'Rien n’est transmis à l’académie. Le partage est une autre décision, que vous prendrez ou non.',
    ],
    read: 'Relire la fiche entière',
    button: 'Valider l’autoévaluation',
    back: 'Ne pas valider maintenant',
    done: 'L’autoévaluation est validée.',
    notYet: 'Les réponses sont encore ouvertes',
    notYetText: 'L’autoévaluation se valide une fois les réponses closes et la mise en commun faite.',
    close: 'Voir où en sont les réponses',
    doneTitle: 'Cette autoévaluation est validée',
    doneText: (date: string) => `Elle a été validée le ${date}. Elle ne change plus.`,
    fingerprint: 'Comment le vérifier ?',
    fingerprintText:
      'Au moment de la validation, tout le contenu a été résumé en une empreinte, notée dans le journal de l’établissement. Tant que les deux empreintes sont les mêmes, rien n’a changé.',
    share: 'Décider du partage avec l’académie',
    report: 'Préparer le rapport',
    sheet: 'Voir la fiche',
  },
  share: {
    title: 'Partager avec l’académie',
    lead: (authority: string) => `Vous choisissez si le référent Qualéduc (${authority}) peut lire cette autoévaluation. Sans votre accord, il n’en voit rien.`,
    noAuthority: 'l’académie',
    seenTitle: 'Ce que le référent verra',
    seen: [
      'le titre, le but, l’année et les thèmes de cette autoévaluation ;',
      'les questions et les positions retenues par l’équipe, avec leurs raisons et les autres avis notés ;',
      'les points forts, les points faibles et les axes de progrès ;',
      'les actions décidées et leur avancement, aussi dans les mois qui viennent.',
    ],
    neverTitle: 'Ce que le référent ne verra jamais',
    never: [
      'les réponses de chacun, même sans nom ;',
      'les noms des membres de l’équipe ;',
      'les preuves, ni fichiers ni liens ;',
      'vos autres autoévaluations, tant que vous ne les partagez pas.',
    ],
    typed: 'Les textes sont transmis tels que vous les avez écrits : vérifiez qu’ils ne nomment personne.',
    preview: 'Voir la fiche comme le référent la verra',
    button: 'Partager cette autoévaluation',
    since: (date: string) => `Partagée avec l’académie depuis le ${date}.`,
    stop: 'Arrêter le partage',
    stopText: 'Le référent ne pourra plus l’ouvrir dès sa prochaine page. Ce qu’il a déjà lu ou imprimé lui reste.',
    stopped: 'Le partage est arrêté.',
    shared: 'L’autoévaluation est partagée avec l’académie.',
    notYet: 'Le partage vient après la validation',
    notYetText: 'Une autoévaluation se partage une fois validée : ce que l’académie lit ne change plus.',
    notYetStep: 'Aller à la validation',
    notNow: 'Ne pas partager',
  },
  compare: {
    title: 'D’un cycle à l’autre',
    lead: (before: string, after: string) => `${before}, puis ${after}.`,
    chooseTitle: 'Choisir l’autoévaluation à comparer',
    chooseLabel: 'Autoévaluation précédente',
    choose: 'Comparer',
    none: 'Rien à comparer pour le moment',
    noneText: 'La comparaison met côte à côte deux autoévaluations de l’établissement, question par question. Il en faut une autre, déjà validée.',
    noneExample: 'Par exemple :',
    noneExampleText: 'le thème « PFMP, stages » en 2026, puis de nouveau en 2028, avec les mêmes questions.',
    early: 'La comparaison vient après la mise en commun',
    earlyText: 'Il faut d’abord que l’équipe se soit accordée sur ses positions.',
    toEvaluation: 'Voir où en est l’autoévaluation',
    notValidated: 'L’autoévaluation précédente n’est pas validée : ses positions peuvent encore changer.',
    summary: (asked: number, changed: number, same: number, unknown: number) =>
      `${many(asked, 'question posée', 'questions posées')} les deux fois avec la même échelle : ${many(changed, 'position a changé', 'positions ont changé')}, ${many(same, 'est la même', 'sont les mêmes')}${unknown > 0 ? `, ${many(unknown, 'est sans position l’une des deux fois', 'sont sans position l’une des deux fois')}` : ''}.`,
    nothingCommon: 'Aucune question n’a été posée les deux fois avec la même échelle : les deux cycles ne se comparent pas.',
    care: 'Comment lire cette page',
    careText: [
      'On compare les positions retenues par deux groupes, à deux moments : les personnes ont pu changer.',
      'Un degré d’écart peut venir d’une discussion différente. Lisez les raisons avant de conclure.',
      'Seules les questions posées les deux fois, avec la même échelle, sont mises face à face.',
    ],
    chartTitle: (changed: number, total: number) =>
      changed === 0
        ? `Les ${total} positions sont les mêmes`
        : changed === 1
          ? `Une position a changé sur ${total}`
          : `${changed} positions ont changé sur ${total}`,
    chartOne: (changed: number): string => (changed === 0 ? 'La position est la même' : 'La position a changé'),
    chartDescription: (before: string, after: string) => `Positions retenues, question par question : ${before} et ${after}.`,
    figures: 'Voir les positions et leurs raisons',
    question: 'Question',
    changed: (before: string, after: string) => `Avant\u00a0: ${before}. Maintenant\u00a0: ${after}.`,
    same: (both: string) => `Les deux fois\u00a0: ${both}.`,
    reworded: (before: string) => `Formulée autrement la première fois : « ${before} »`,
    inWords: 'Questions sans échelle commune à dessiner',
    inWordsText: 'Deux phrases opposées, ou des mots seulement : les textes sont côte à côte.',
    otherScale: 'Questions posées sur une autre échelle',
    otherScaleText: 'Les degrés ne sont pas les mêmes : les positions ne se comparent pas.',
    added: 'Questions nouvelles',
    dropped: 'Questions qui ne sont plus posées',
    findings: 'Les constats des deux cycles',
    noFinding: 'Aucun constat noté.',
    source: 'D’où viennent ces positions ?',
    sourceText: 'De la mise en commun de chaque cycle : une position par question, notée par le groupe. Ce ne sont pas des moyennes.',
    missing: 'sans position',
  },
}

export type Texts = typeof fr
