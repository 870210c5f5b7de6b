import type { Audience } from '../questionnaire/definition.ts'
import type { WhyHidden } from './part-views.ts'
import type { Change } from './rules.ts'

export const fr = {
  title: 'Résultats',
  surveys: 'Enquêtes',
  audiences: { pupil: 'Élèves', family: 'Familles', staff: 'Personnels', company: 'Entreprises', former: 'Anciens élèves' } satisfies Record<Audience, string>,
  early: {
    title: 'Les résultats ne sont pas encore là',
    text: 'Ils sont calculés une seule fois, à la clôture, pour protéger ceux qui répondent. Avant, personne ne voit rien, vous non plus.',
    on: (date: string): string => `Vous avez annoncé les résultats pour le ${date}.`,
    counting: 'L’enquête est close : le calcul est en cours. Revenez dans quelques minutes.',
    back: 'Revenir à l’enquête',
  },
  answers: (count: number): string => `Environ ${count} réponses (arrondi à cinq)`,
  participation: (percent: number): string => `, soit ${percent} % des personnes invitées`,
  few: 'Moins de réponses que le seuil : rien n’est montré de ce public, pour que personne ne soit reconnu.',
  together: (counted: number, left: number): string =>
    `${counted} établissements comptés ensemble${left > 0 ? ` ; ${left} où trop peu de personnes ont répondu le sont avec d’autres, ou pas du tout` : ''}.`,
  strong: 'Points forts',
  weak: 'Points à travailler',
  none: 'Aucun point ne se détache assez pour être sûr.',
  agree: (share: string, low: number, high: number): string => `${share} de réponses favorables (entre ${low} et ${high} %)`,
  unsure: 'Trop peu de réponses pour conclure.',
  mean: (mean: string): string => `Moyenne : ${mean}`,
  low: '5 % au plus',
  high: '95 % au moins',
  percent: (share: number): string => `${share} %`,
  dontKnow: 'Ne sait pas',
  change: {
    up: 'En hausse depuis la dernière fois.',
    down: 'En baisse depuis la dernière fois.',
    unsure: 'Pas de changement sûr depuis la dernière fois.',
  } satisfies Record<Change, string>,
  reference: (share: string): string => `Ensemble des établissements : ${share}`,
  hidden: {
    few: 'Pas montré : trop peu de personnes ont répondu.',
    subtraction: 'Pas montré : on pourrait retrouver quelqu’un par soustraction.',
    answers: 'Pas montré : trop peu de réponses à cette question, ou trop semblables. On saurait ce que quelqu’un a dit.',
  } satisfies Record<WhyHidden, string>,
  numbers: 'Voir les chiffres',
  answer: 'Réponse',
  share: 'Part',
  base: (base: number): string => `Sur environ ${base} réponses à cette question.`,
  source: 'D’où vient ce chiffre ?',
  sourceText: (threshold: number): string =>
    `Du calcul unique fait à la clôture de cette enquête. Dans chaque groupe, chaque nombre est brouillé au hasard d’une personne ou deux avant tout calcul, les parts et les nombres de réponses sont arrondis, et aucun groupe de moins de ${threshold} personnes n’est montré : de près, les chiffres peuvent donc ne pas s’additionner tout à fait. L’intervalle dit entre quoi et quoi la part se trouverait, dix-neuf fois sur vingt, si l’on demandait de nouveau, brouillage compris (Wilson, 95 %).`,
  breakdown: (title: string): string => `Selon : ${title}`,
  breakdownHidden: 'Cette répartition n’est pas montrée : elle permettrait de retrouver quelqu’un.',
  groupWhy: {
    few: 'pas montré : trop peu de personnes',
    subtraction: 'pas montré : on pourrait retrouver quelqu’un par soustraction',
    answers: 'pas montré : trop peu de réponses à cette question, ou trop semblables',
  } satisfies Record<WhyHidden, string>,
  views: 'Regards croisés',
  viewsLead: 'La même question posée à plusieurs publics, et la position de l’équipe sur le même énoncé. Les plus grands écarts viennent d’abord.',
  viewsNone: 'Aucune question n’a été posée à plusieurs publics avec assez de réponses. La prochaine fois, prenez des questionnaires prêts qui se répondent.',
  audience: 'Public',
  asked: 'Question',
  team: 'L’équipe',
  toViews: 'Regards croisés',
  download: (audience: string, format: string): string => `Télécharger : ${audience.toLowerCase()} (${format})`,
  columns: ['Public', 'Groupe', 'Code', 'Question', 'Réponse', 'Part', 'Réponses (arrondi)'],
  sourceOf: {
    from: (title: string, when: string, audience: string): string => `Enquête « ${title} », close le ${when}. Ont répondu : ${audience.toLowerCase()}.`,
    base: (base: number, all: number): string =>
      `Environ ${base} réponses à cette question, sur environ ${all} personnes qui ont répondu (arrondi à cinq en dessous).`,
    favourable: (answers: readonly string[]): string =>
      `Sont favorables : ${answers.map((answer) => `« ${answer} »`).join(', ')}, parmi ceux qui ont pris position. L’intervalle dit entre quoi et quoi cette part se trouverait, dix-neuf fois sur vingt, si l’on demandait de nouveau, brouillage compris (Wilson, 95 %).`,
    rounding: (threshold: number): string =>
      `Calculé une seule fois, à la clôture, sur des nombres brouillés au hasard, d’une personne ou deux dans chaque groupe. Aucun groupe de moins de ${threshold} personnes n’est montré ; une part extrême est dite « 5 % au plus » ou « 95 % au moins ».`,
    item: (code: string): string => `La question parle de l’énoncé ${code}.`,
  },
  toEvidence: 'Garder ces résultats comme preuve',
  toEvidenceHint:
    'Un tableau de ce qui est montré ici rejoint les preuves de l’établissement, lié aux énoncés dont parlent les questions. Chaque label qui les demande le voit.',
  evidenceTitle: (title: string, year: string): string => `Résultats de l’enquête « ${title} », ${year}`,
  evidenceKept: (points: number): string =>
    points === 0
      ? 'Les résultats sont parmi les preuves. Liez-les aux points qu’ils montrent.'
      : `Les résultats sont parmi les preuves, liés à ${points} énoncé${points > 1 ? 's' : ''}. D’autres points vous sont proposés ici.`,
  said: {
    title: 'Ce que disent les enquêtes',
    about: (code: string): string => `sur ${code}`,
    line: (audience: string, share: string, question: string): string => `${audience} : ${share} à « ${question} »`,
    survey: (title: string, year: string): string => `${title}, ${year}`,
  },
  parting: (low: string, high: string): string => `${high} et ${low.toLowerCase()} ne voient pas la même chose : l’écart est sûr.`,
  noParting: 'Aucun écart sûr entre ces publics.',
  teamWorded: 'Dit avec des mots :',
  toReplies: 'Vous avez dit, nous avons fait',
  toTexts: 'Ce que les gens ont écrit',
  toFinding: 'Proposer au diagnostic',
  findingTitle: 'Proposer ce résultat au diagnostic',
  findingLead: 'Il devient un constat de l’autoévaluation choisie, avec sa source. L’équipe décide de ce qu’elle en fait.',
  findingNone: 'Aucune autoévaluation n’en est au diagnostic. Ouvrez-en une, ou revenez quand l’équipe s’accordera.',
  toAction: 'En faire une action',
  actionLead: 'Une fiche action commence, avec ce que les gens ont dit et d’où cela vient. Vous la complétez.',
  makeAction: 'Commencer une fiche action',
  actionTitle: (text: string): string => `Répondre à ${text}`,
  actionMade: 'La fiche action est commencée.',
  evaluation: 'Autoévaluation',
  kind: 'C’est…',
  strength: 'un point fort',
  weakness: 'un point à travailler',
  propose: 'Proposer',
  proposed: 'Le constat est ajouté au diagnostic.',
  notProposed: 'Choisissez une autoévaluation qui en est au diagnostic.',
  findingText: (question: string, audience: string, share: string): string => `« ${question} » : ${share} de réponses favorables (${audience.toLowerCase()})`,
}

export type ResultTexts = typeof fr
