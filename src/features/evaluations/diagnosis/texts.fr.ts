import type { FindingKind } from '../tables.ts'
import type { ActionSheetState } from './action-sheet.ts'
import type { DiagnosisRefusal, DraftError } from './rules.ts'

const kinds: Record<FindingKind, string> = { strength: 'Point fort', weakness: 'Point faible', axis: 'Axe de progrès' }

const refusals: Record<DiagnosisRefusal, string> = {
  'not-closed': 'Le diagnostic s’écrit une fois les réponses closes. Rien n’a été enregistré.',
  validated: 'Cette autoévaluation vient d’être validée : son diagnostic ne change plus. Votre texte est ci-dessous, pour le copier.',
}

const errors: Record<DraftError, string> = {
  'no-text': 'Écrivez le constat en une phrase.',
  'long-text': 'Ce constat compte plus de 300 caractères. Gardez une phrase, et mettez la suite dans les précisions.',
  'long-detail': 'Ces précisions comptent plus de 20 000 caractères. Gardez l’essentiel.',
}

const actionStates: Record<ActionSheetState, string> = { planned: 'prévue', under_way: 'en cours', done: 'faite', abandoned: 'abandonnée' }

export const fr = {
  errorTitle: 'Il reste quelque chose à corriger',
  errorPrefix: 'Erreur :',
  kinds,
  refusals,
  errors,
  actionStates,
  title: 'Diagnostic',
  purpose: 'Ce qui est solide, ce qui résiste, ce que vous voulez faire avancer. Chaque constat garde le lien avec les questions dont il vient.',
  early: {
    title: 'Le diagnostic vient après la mise en commun',
    purpose:
      'Chacun répond d’abord seul. Une fois les réponses closes, l’équipe compare les avis, s’accorde sur une position par question, puis écrit ici ses points forts et ses points faibles.',
    example: 'Exemple de constat :',
    exampleText: '« Les tuteurs connaissent les objectifs du stage, mais les découvrent trop tard. »',
    step: 'Voir où en est l’autoévaluation',
  },
  frozen: (date: string) => `Diagnostic validé le ${date} : il ne change plus. Les actions, elles, continuent de vivre.`,
  groups: { strength: 'Points forts', weakness: 'Points faibles', axis: 'Axes de progrès' } satisfies Record<FindingKind, string>,
  groupHelp: {
    strength: 'Ce qui marche et mérite d’être gardé, montré, partagé.',
    weakness: 'Ce qui freine. Un point faible est un prochain pas, pas une faute.',
    axis: 'Deux ou trois directions, pas plus : de là partent les actions.',
  } satisfies Record<FindingKind, string>,
  none: {
    strength: 'Aucun point fort noté pour le moment.',
    weakness: 'Aucun point faible noté pour le moment.',
    axis: 'Aucun axe de progrès noté pour le moment. Exemple : « Préparer chaque départ en entreprise avec le tuteur ».',
  } satisfies Record<FindingKind, string>,
  add: { strength: 'Ajouter un point fort', weakness: 'Ajouter un point faible', axis: 'Ajouter un axe de progrès' } satisfies Record<FindingKind, string>,
  from: 'D’après',
  proofs: 'Preuves',
  actions: 'Actions décidées',
  toAction: 'En faire une action',
  edit: 'Modifier',
  remove: 'Retirer',
  up: 'Monter',
  down: 'Descendre',
  suggestions: {
    strength: 'Peut-être un point fort',
    weakness: 'À regarder',
    why: (position: string, reason: 'high' | 'low') =>
      reason === 'high'
        ? `Vous vous êtes accordés sur « ${position} », en haut de l’échelle.`
        : `Vous vous êtes accordés sur « ${position} », en bas de l’échelle.`,
    minority: 'Un autre avis a été noté : relisez-le avant.',
    take: { strength: 'En faire un point fort', weakness: 'En faire un point faible' },
    more: (n: number) => (n === 1 ? 'Voir une autre question' : `Voir ${n} autres questions`),
    rule: 'D’où viennent ces suggestions ?',
    ruleText:
      'Elles sont tirées des positions de l’équipe : le haut de l’échelle (à partir des trois quarts) pour les points forts, le bas (jusqu’au tiers) pour ce qui est à regarder. C’est une aide pour n’oublier aucune question ; l’équipe décide.',
  },
  positions: {
    none: 'Pas encore de position',
    notApplicable: 'Non concerné',
    unknown: 'Nous ne savons pas',
    worded: 'Avec des mots, sans position',
  },
  form: {
    newTitle: { strength: 'Nouveau point fort', weakness: 'Nouveau point faible', axis: 'Nouvel axe de progrès' } satisfies Record<FindingKind, string>,
    editTitle: 'Modifier le constat',
    kind: 'Ce constat est',
    text: 'Le constat, en une phrase',
    textHint: 'Un fait que chacun reconnaît, sans nommer personne.',
    detail: 'Précisions',
    detailHint: 'Facultatif : ce qui le montre, ce qui l’explique, pour qui c’est vrai.',
    questions: 'Questions dont il vient',
    questionsHint: 'Cochez celles qui ont conduit l’équipe à ce constat. Une seule suffit ; aucune si le constat vient d’ailleurs.',
    save: 'Enregistrer le constat',
    cancel: 'Revenir au diagnostic sans enregistrer',
    startWeakness: (statement: string) => `Pas encore acquis : ${statement}`,
  },
  saved: 'Le constat est enregistré.',
  removed: 'Le constat est retiré.',
  alreadyValidated: 'Cette autoévaluation est validée : son diagnostic ne change plus.',
  moved: 'L’ordre est changé.',
  conflict: {
    title: 'Ce constat a changé pendant que vous écriviez',
    sentence:
      'Rien n’est perdu. Voici le texte enregistré par quelqu’un d’autre ; le vôtre est dans les champs. Enregistrer remplace le texte ci-dessous par le vôtre.',
    saved: 'Texte enregistré',
  },
  gone: 'Quelqu’un a retiré ce constat pendant que vous écriviez. Votre texte est ci-dessous : enregistrez-le pour en faire un nouveau constat.',
  removeTitle: 'Retirer ce constat ?',
  removeText: 'Le constat et ses liens avec les questions seront effacés.',
  removeActions: (n: number) => (n === 1 ? 'L’action décidée à partir de lui reste.' : `Les ${n} actions décidées à partir de lui restent.`),
  removeButton: 'Retirer ce constat',
  keep: 'Le garder',
  next: {
    title: 'La suite',
    sheet: 'Voir la fiche en quatre quarts',
    validate: 'Relire et valider l’autoévaluation',
    report: 'Préparer le rapport',
  },
}

export type Texts = typeof fr
