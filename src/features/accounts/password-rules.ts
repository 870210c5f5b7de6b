/** NIST SP 800-63B-4, 3.1.1.2: length rather than composition; common, expected and contextual passwords refused. */
export const shortestPassword = 15
export const longestPassword = 200

/** What must be left of a password once the words that anybody would try are taken out of it. */
export const fewestOwnCharacters = 6
const fewestDifferentCharacters = 5

export type PasswordProblem = 'too-short' | 'too-long' | 'too-easy'

/** Words that guessing programs try first, in French and in English, with the rows of the keyboard. */
const commonWords: readonly string[] = [
  'motdepasse',
  'password',
  'passwort',
  'passe',
  'azertyuiop',
  'qsdfghjklm',
  'qsdfgh',
  'qsdf',
  'wxcvbn',
  'azerty',
  'qwertyuiop',
  'asdfghjkl',
  'asdfgh',
  'asdf',
  'zxcvbnm',
  'qwerty',
  'qwertz',
  '0123456789',
  '1234567890',
  '123456789',
  '12345678',
  '1234567',
  '123456',
  '12345',
  '1234',
  '987654321',
  '87654321',
  '654321',
  '4321',
  'abcdefghijklmnopqrstuvwxyz',
  'abcdefghij',
  'abcdefgh',
  'abcdef',
  'abcd',
  'bonjour',
  'bonsoir',
  'salut',
  'soleil',
  'doudou',
  'chouchou',
  'loulou',
  'coucou',
  'jetaime',
  'iloveyou',
  'letmein',
  'welcome',
  'bienvenue',
  'admin',
  'administrateur',
  'administrator',
  'utilisateur',
  'user',
  'login',
  'connexion',
  'secret',
  'changeme',
  'changezmoi',
  'temporaire',
  'provisoire',
  'test',
  'demo',
  'default',
  'princesse',
  'princess',
  'marseille',
  'paris',
  'france',
  'football',
  'dragon',
  'monkey',
  'sunshine',
  'superman',
  'batman',
  'pokemon',
  'nicolas',
  'camille',
  'thomas',
  'julien',
  'marine',
  'isabelle',
  'printemps',
  'automne',
  'hiver',
  'summer',
  'winter',
  'spring',
  'autumn',
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
  'lundi',
  'mardi',
  'mercredi',
  'jeudi',
  'vendredi',
  'samedi',
  'dimanche',
  'lycee',
  'college',
  'ecole',
  'eleve',
  'eleves',
  'professeur',
  'proviseur',
  'principal',
  'directeur',
  'directrice',
  'education',
  'nationale',
  'academie',
  'rectorat',
  'etablissement',
  'school',
  'teacher',
  'qualite',
  'qualeduc',
  'evaluation',
  'autoevaluation',
  'ministere',
]

/** Words of the person and of the site that somebody who knows them would try. */
export interface PasswordContext {
  name: string
  email: string
  site: string
}

/** What is wrong with a new password, or null. */
export function passwordProblem(password: string, context: PasswordContext): PasswordProblem | null {
  const length = [...password.normalize('NFKC')].length
  if (length < shortestPassword) return 'too-short'
  if (length > longestPassword) return 'too-long'
  const plain = plainLetters(password)
  if (new Set(plain).size < fewestDifferentCharacters) return 'too-easy'
  const rest = [...commonWords, ...wordsOf(context)].sort((one, other) => other.length - one.length).reduce((text, word) => text.replaceAll(word, ' '), plain)
  return own(rest) < fewestOwnCharacters ? 'too-easy' : null
}

// A year, a run of digits or a repeated sign adds nothing that is one's own.
const own = (rest: string): number =>
  rest
    .replace(/(19|20)\d\d/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/[^\p{L}\p{N}]/gu, '').length

const plainLetters = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('@', 'a').replaceAll('$', 's')

function wordsOf({ name, email, site }: PasswordContext): string[] {
  const host = URL.canParse(site) ? new URL(site).hostname : ''
  return [name, email, host]
    .flatMap((text) => text.split(/[^\p{L}\p{M}\p{N}]+/u))
    .map(plainLetters)
    .filter((word) => word.length >= 3)
}
