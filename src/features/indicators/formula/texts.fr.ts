import type { FormulaFault, Reason, WrongInput } from './formula.ts'
import { functionNames } from './functions.ts'

const wrongInput = (wrong: WrongInput, said: string): string => {
  if (wrong.expected === 'number') return `« ${said} » répond par oui ou non, et un nombre est attendu`
  if (wrong.expected === 'truth') return `« ${said} » est un nombre, et une condition est attendue`
  if (wrong.expected === 'reference') return `le premier élément est un indicateur entre crochets, et non « ${said} »`
  return `le second élément est un nombre entier de ${wrong.least} à ${wrong.most}, et non « ${said} »`
}

export const fr = {
  /** What was expected, and after what. */
  problem: (fault: FormulaFault): string => {
    switch (fault.reason) {
      case 'empty':
        return 'La formule est vide. Écrivez par exemple PART([R03] ; [A01]).'
      case 'too-long':
        return `La formule est trop longue : ${fault.most} caractères au plus. Partagez-la entre deux indicateurs.`
      case 'too-many-nodes':
        return `La formule a trop d’éléments : ${fault.most} au plus. Partagez-la entre deux indicateurs.`
      case 'too-many-references':
        return `La formule cite trop d’indicateurs : ${fault.most} au plus.`
      case 'too-deep':
        return `Il y a trop de parenthèses les unes dans les autres : ${fault.most} au plus.`
      case 'gives-truth':
        return 'Une formule doit donner un nombre ; celle-ci répond par oui ou non. Placez-la dans SI(condition ; alors ; sinon).'
      case 'truth-for-number':
        return `« ${fault.said} » répond par oui ou non, et un nombre est attendu ici. Placez-la dans SI( ou dans ET(.`
      case 'count': {
        const expected = `${fault.expected} ${fault.expected > 1 ? 'éléments séparés par un point-virgule' : 'élément'}`
        return `${fault.name}( attend ${fault.repeats ? 'au moins ' : ''}${expected}, par exemple ${fault.example} ; il y en a ${fault.found}.`
      }
      case 'input':
        return `Dans ${fault.name}(, ${wrongInput(fault.wrong, fault.said)}. Par exemple ${fault.example}.`
      case 'bracket-open':
        return `Il manque un crochet fermant après « ${fault.said} ».`
      case 'bracket-closed':
        return 'Ce crochet fermant est en trop.'
      case 'comma':
        return 'Séparez les éléments par un point-virgule ; la virgule est celle des nombres, sans espace autour.'
      case 'percent':
        return 'Le signe % ne s’écrit pas : PART(numérateur ; dénominateur) donne déjà un pourcentage.'
      case 'character':
        return `Le caractère « ${fault.said} » n’a pas de sens dans une formule.`
      case 'digits':
        return `Un nombre a ${fault.whole} chiffres au plus avant la virgule et ${fault.decimals} après.`
      case 'no-opening':
        return `Il manque une parenthèse ouvrante après ${fault.word}.`
      case 'no-function':
        return `« ${fault.word} » n’est pas une fonction. Les fonctions sont ${functionNames.join(', ')}.`
      case 'not-understood':
        return `« ${fault.word} » n’est pas compris. Écrivez le code d’un indicateur entre crochets, par exemple [E07].`
      case 'no-code':
        return 'Il manque un code entre les crochets, par exemple [E07].'
      case 'long-code':
        return `Un code a ${fault.most} caractères au plus.`
      case 'more-than-shift':
        return 'Entre crochets, écrivez un code et au plus un décalage, par exemple [E07 ; -1].'
      case 'shift':
        return `Après le point-virgule, écrivez de combien de périodes revenir en arrière, de -1 à -${fault.most}.`
      case 'no-value':
        return `Il manque une valeur ${fault.after === null ? 'au début' : `après « ${fault.after} »`}${fault.before === null ? '' : `, avant « ${fault.before} »`}.`
      case 'no-closing':
        return `Il manque une parenthèse fermante après ${fault.open}${fault.before === null ? '' : `, avant « ${fault.before} »`}.`
      case 'closed-twice':
        return 'Cette parenthèse fermante est en trop.'
      case 'separator-outside':
        return 'Le point-virgule ne sert qu’à l’intérieur d’une fonction.'
      case 'no-sign':
        return `Il manque un signe (+, -, *, /) ou un point-virgule entre « ${fault.after} » et « ${fault.before} ».`
      case 'second-comparison':
        return `Une comparaison n’en suit pas une autre : « ${fault.sign} » est en trop. Reliez-les par ET( ou OU(.`
    }
  },
  reasons: {
    'not-published': 'non publié',
    'below-threshold': 'effectif trop faible pour être montré',
    'not-applicable': 'sans objet',
    'not-entered': 'non saisi',
    'to-confirm': 'à confirmer',
    'no-denominator': 'dénominateur nul',
    'no-sections': 'aucune section à additionner',
    'out-of-range': 'nombre trop grand pour être calculé',
  } satisfies Record<Reason, string>,
  percent: (number: string): string => `${number} %`,
  /** A number as it stands in a formula, which is written with a comma. */
  typed: (number: string): string => number,
  separator: ' ; ',
  unknown: (causes: string): string => `Résultat inconnu : ${causes}.`,
  absent: (what: string, why: string): string => `${what} : ${why}`,
  missing: (why: string): string => `inconnu, ${why}`,
  before: (periods: number): string => (periods === 1 ? 'période précédente' : `${periods} périodes avant`),
  chosen: (value: string, condition: string, isTrue: boolean): string => `${value}, ${isTrue ? 'car' : 'faute de'} ${condition}`,
  instead: (value: string, absent: string): string => `${value}, à la place de ${absent}`,
  not: (condition: string): string => `non (${condition})`,
  and: ' et ',
  or: ' ou ',
  rounded: (value: string): string => `arrondi de ${value}`,
  least: (values: string): string => `le plus petit de ${values}`,
  most: (values: string): string => `le plus grand de ${values}`,
  mean: (values: string): string => `la moyenne de ${values}`,
}

export type FormulaTexts = typeof fr
