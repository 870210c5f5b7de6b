import { count } from '../../../platform/language.ts'
import type { FindingKind } from '../cross-check.ts'
import type { ShapeFault } from '../check-value.ts'

interface FormWords {
  title: string
  lead: string
  labels: Record<string, string>
  hints: Record<string, string>
}

/** What is said beside a field; `limit` in characters or in lines. */
const faults: Record<FindingKind | ShapeFault, (limit: number) => string> = {
  missing: () => 'Il manque quelque chose ici.',
  'too-short': (limit) => `C’est trop court : écrivez au moins ${limit} caractères.`,
  'too-long': (limit) => `C’est trop long : gardez l’essentiel, en ${limit} caractères au plus.`,
  'too-few': (limit) => `Il en faut au moins ${limit}.`,
  'too-many': (limit) => `Il y en a trop : gardez-en ${limit} au plus.`,
  twice: () => 'La même chose est écrite deux fois.',
  pattern: () => 'Ce n’est pas écrit comme il faut : regardez l’aide au-dessus.',
  unknown: () => 'Ce choix n’existe pas.',
  misnamed: () => 'Ce nom ne va pas.',
  'note-missing': () => 'C’est dit « à confirmer » sans dire quoi.',
  'no-such-day': () => 'Cette date n’existe pas au calendrier.',
  'dates-reversed': () => 'La fin vient avant le début.',
  'levels-order': () => 'Chaque degré doit apparaître une seule fois, du plus bas au plus haut.',
  'level-twice': () => 'Deux degrés portent le même nom.',
  'grades-order': () => 'Les niveaux vont du premier au dernier, chacun une fois.',
  'condition-twice': () => 'La même question est écrite deux fois.',
  'no-such-grade': () => 'Ce niveau n’existe plus. Choisissez-en un autre.',
  'no-such-condition': () => 'Cette question n’existe plus. Choisissez-en une autre.',
  'no-theme': () => 'Il n’y a encore aucun thème.',
  'themes-apart': () => 'Des thèmes sont à deux endroits.',
  'theme-twice': () => 'Deux thèmes portent le même code.',
  'item-twice': () => 'Deux énoncés portent le même code.',
  'code-theme': () => 'Le code commence par celui de son thème et un trait d’union.',
  'code-phase': () => 'Le code ne dit pas le même temps du cycle : P projeter, D mettre en œuvre, C évaluer, A ajuster.',
  'no-such-indicator': () => 'Cet indicateur n’est pas dans la liste.',
  'no-evidence': () => 'Aucune preuve n’est suggérée. Citez au moins un document que l’établissement tient déjà.',
  'contrasts-missing': () => 'L’échelle demande deux phrases opposées.',
  'contrasts-unused': () => 'L’échelle n’emploie pas de phrases opposées : retirez-les, ou changez l’échelle.',
  'long-sentence': () => 'La phrase dépasse 30 mots. Une seule idée se lit mieux.',
  'two-letters': () => 'Les codes du temps « évaluer » mêlent C et K : gardez une seule lettre dans un thème.',
  'few-items': () => 'Ce thème compte moins de dix énoncés. Dix aident mieux une équipe à faire le tour.',
  'few-in-phase': () => 'Un temps du cycle a moins de deux énoncés.',
}

const about: FormWords = {
  title: 'Présentation',
  lead: 'Ce que les équipes verront en premier.',
  labels: {
    title: 'Titre complet',
    short_title: 'Nom court',
    kind: 'De quoi s’agit-il ?',
    version: 'Édition',
    valid_from: 'Valable à partir du (facultatif)',
    valid_to: 'Jusqu’au (facultatif)',
  },
  hints: {
    title: 'Comme il figure sur le document.',
    short_title: 'Deux ou trois mots, pour les listes et les tableaux.',
    version: 'L’année, ou un numéro : 2026, 2.1…',
  },
}

const source: FormWords = {
  title: 'Source et droits',
  lead: 'D’où viennent ces textes, et ce que l’on peut en faire. Cela s’affiche au pied de chaque fiche.',
  labels: {
    'source.title': 'Texte de référence',
    'source.publisher': 'Publié par',
    'source.reference': 'Référence',
    'source.url': 'Adresse de la page d’origine (facultatif)',
    'source.note': 'Ce qui vient de la source, ce qui est de vous',
    licence: 'Droits',
    notes: 'Remarques (facultatif)',
    unconfirmed: 'Une partie n’a pas pu être vérifiée dans la source',
    unconfirmed_note: 'Ce qui reste à confirmer',
    'award.by': 'Qui décide',
    'award.years': 'Pour combien d’années',
    'award.note': 'Comment cela se passe',
  },
  hints: {
    'source.title': 'La circulaire, le guide, la délibération… avec sa date.',
    'source.reference': 'Un numéro, une date, une page : de quoi le retrouver.',
    'source.url': 'Elle commence par https://.',
    licence: 'Par exemple : réutilisation libre en citant la source.',
    unconfirmed_note: 'S’affiche avec la mention « À confirmer ».',
    'award.years': 'Un nombre. Laissez vide si vous ne savez pas.',
  },
}

const scale: FormWords = {
  title: 'Échelle, niveaux, conditions',
  lead: 'Comment on se positionne, et à qui chaque énoncé s’adresse.',
  labels: {
    scale: 'Comment se positionne-t-on sur un énoncé ?',
    levels: 'Les degrés',
    grades: 'Niveaux du label (facultatif)',
    conditions: 'Questions qui décident si un énoncé concerne l’établissement (facultatif)',
  },
  hints: {
    levels:
      'Une ligne par degré, du plus bas au plus haut. Après deux points, ce que le degré veut dire. Par exemple : « En partie : cela existe par endroits ».',
    grades: 'Une ligne par niveau, du premier au dernier. Chaque énoncé dira ensuite à partir de quel niveau il est demandé.',
    conditions: 'Une ligne par question à laquelle on répond par oui ou par non. Par exemple : « Accueillez-vous des apprentis ? »',
  },
}

const theme: FormWords = {
  title: 'Thème',
  lead: 'Un thème est une fiche : un sujet que l’on choisit de regarder.',
  labels: {
    title: 'Titre du thème',
    purpose: 'À quoi sert ce thème',
    keywords: 'Mots-clés (facultatif)',
    unconfirmed: 'Ce thème n’a pas pu être vérifié dans la source',
    unconfirmed_note: 'Ce qui reste à confirmer',
    code: 'Code du thème',
  },
  hints: {
    purpose: 'En une ou deux phrases : ce que ce thème regarde, et quand on le choisit.',
    keywords: 'Un par ligne : les mots que l’on tapera pour le trouver.',
    code: 'Donné par le site. Ne le changez que si vous avez une raison : les codes de ses énoncés suivront.',
  },
}

const statement: FormWords = {
  title: 'Énoncé',
  lead: 'Une phrase affirmative et observable sur laquelle une équipe se positionne.',
  labels: {
    statement: 'L’énoncé',
    title: 'Intitulé court (facultatif)',
    phase: 'Temps du cycle',
    help: 'Que regarder (facultatif)',
    contrast_low: 'Phrase du bas de l’échelle',
    contrast_high: 'Phrase du haut de l’échelle',
    audiences: 'Qui peut en parler',
    evidence: 'Preuves possibles',
    indicators: 'Indicateurs utiles (facultatif)',
    grade: 'Demandé à partir du niveau',
    conditions: 'Ne concerne que les établissements qui répondent oui à',
    gravity: 'Si le point manque',
    unconfirmed: 'Cet énoncé reste à confirmer dans la source',
    theme: 'Thème',
    code: 'Code de l’énoncé',
  },
  hints: {
    statement: 'Une seule idée, trente mots au plus. Par exemple : « Chaque élève rencontre son tuteur avant le départ en stage. »',
    title: 'Pour les tableaux, quelques mots.',
    help: 'Un exemple, une question à se poser.',
    evidence: 'Une par ligne : les documents que l’établissement tient déjà.',
    code: 'Donné par le site ; il ne dit pas l’ordre. Ne le changez que si vous avez une raison.',
  },
}

export const fr = {
  errorTitle: 'Il y a quelque chose à corriger',
  errorPrefix: 'Erreur :',
  faults,
  forms: { about, source, scale, theme, statement },
  kinds: {
    guide: { text: 'Un guide', hint: 'Pour s’évaluer et progresser, sans décision au bout.' },
    label: { text: 'Un label', hint: 'Quelqu’un le décerne.' },
    certification: { text: 'Une certification', hint: 'Un organisme vérifie et délivre un certificat.' },
    evaluation: { text: 'Une évaluation externe', hint: 'Une équipe de l’extérieur vient et rend un rapport.' },
    frame: { text: 'Un cadre d’un autre pays', hint: '' },
  },
  scales: {
    none: { text: 'Avec des mots seulement', hint: 'Chaque établissement pourra choisir une échelle pour lui-même.' },
    statements: { text: 'Entre deux phrases opposées', hint: 'Chaque énoncé donne les deux.' },
    levels: { text: 'Sur des degrés', hint: 'Les mêmes pour tous les énoncés.' },
  },
  noPhase: 'Aucun : ce référentiel ne suit pas le cycle',
  noGrade: 'Le premier',
  gravities: { none: 'Non précisé', minor: 'Un écart qui peut rester mineur', major: 'Un écart majeur à tout coup' },
  awardSummary: 'Qui le décerne, pour combien de temps',
  codeSummary: 'Le code, pour qui en a besoin',
  moreSummary: 'Autres précisions',
  indicators: (chosen: number) => (chosen === 0 ? 'Indicateurs utiles (facultatif)' : `Indicateurs utiles (${count(chosen, 'choisi', 'choisis', 'fr')})`),
  indicatorSearch: 'Chercher un indicateur',
  indicatorsShown: '{n} indicateurs affichés',
  save: 'Enregistrer',
  saveAndNext: 'Enregistrer et écrire le suivant',
  cancel: 'Annuler',
  changedTitle: 'Quelqu’un a modifié cette partie pendant que vous écriviez',
  changed: 'Rien n’est perdu : votre texte est dans le formulaire, celui qui est enregistré est montré à côté. Gardez ce qui convient, puis enregistrez.',
  savedVersion: 'Ce qui est enregistré :',
  nothing: '–',
  codeTaken: 'Ce code sert déjà, ou n’a pas la bonne forme.',
  tooLarge: 'Le référentiel est devenu trop grand : il peut compter environ 3 000 énoncés. Raccourcissez, ou faites-en deux.',
}

export type FormTexts = typeof fr
