import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markPersonal, withoutPersonal, wordsInLowerCase } from './mark-personal.ts'

for (const [text, shown] of [
  ['Écrivez à lea.martin@exemple.fr svp', 'Écrivez à […] svp'],
  ['Mon numéro : 06 12 34 56 78.', 'Mon numéro : […].'],
  ['Monsieur Durand crie trop.', '[…] crie trop.'],
  ['C’est Kevin Petit qui embête les autres.', 'C’est […] qui embête les autres.'],
  ['En 2de B3 c’est sale.', 'En […] c’est sale.'],
  ['Suivez-moi @leo_du_44', 'Suivez-moi […]'],
  ['Durand crie tout le temps', '[…] crie tout le temps'],
  ['On s’ennuie. Durand crie tout le temps', 'On s’ennuie. […] crie tout le temps'],
  ['madame Durand est gentille', '[…] est gentille'],
  ['Mme Durand est gentille', '[…] est gentille'],
  ['M Durand dort', '[…] dort'],
  ['M. Durand dort', '[…] dort'],
  ['M.Durand dort', '[…] dort'],
  ['monsieur DURAND dort', '[…] dort'],
  ['MADAME DURAND est absente', '[…] est absente'],
  ['mme durand est absente', '[…] est absente'],
  ['madame est absente', 'madame est absente'],
  ['Mme Le Gall et M. de La Tour', '[…] et […]'],
  ['Mme Petit est absente', '[…] est absente'],
  ['le prof Durand est absent', 'le prof […] est absent'],
  ['le prof Petit est absent', 'le prof […] est absent'],
  ['le prof Maths est absent', 'le prof Maths est absent'],
  ['je m’appelle inès', 'je m’appelle […]'],
  ['Jean-Pierre dort', '[…] dort'],
  ['M. le CPE dort', 'M. le CPE dort'],
  ['Est-ce possible ?', 'Est-ce possible ?'],
] as const) {
  test(`names: « ${text} »`, () => assert.equal(withoutPersonal(text), shown))
}

for (const number of [
  '+33 (0)6 12 34 56 78',
  '0033612345678',
  '+33612345678',
  '06.12.34.56.78',
  '06-12-34-56-78',
  '06 12 34 56 78',
  '0612 345 678',
  '+262 692 12 34 56',
]) {
  test(`numbers: ${number}`, () => assert.equal(withoutPersonal(`Mon tel ${number} merci`), 'Mon tel […] merci'))
}

for (const [text, shown] of [
  ['Ajoutez-moi sur snap : leo44', 'Ajoutez-moi sur […]'],
  ['mon insta c’est leo_du.44', 'mon insta c’est […]'],
  ['tiktok=@leo', '[…]'],
  ['lisez www.exemple.fr/leo et https://exemple.org/x?y=1', 'lisez […] et […]'],
  ['va sur exemple.com', 'va sur […]'],
  ['discord.gg/abc12', '[…]'],
  ['lea arobase exemple.fr', '[…]'],
  ['on passe trop de temps sur insta et snap', 'on passe trop de temps sur insta et snap'],
  ['De 8h30 à 12h00, 25 élèves sur 30 en 2026', 'De 8h30 à 12h00, 25 élèves sur 30 en 2026'],
] as const) {
  test(`addresses and accounts: « ${text} »`, () => assert.equal(withoutPersonal(text), shown))
}

test('a text that names nobody is left as it is, and nothing of any text is lost', () => {
  const text = 'Plus de bancs dans la cour. Et des cours moins longs le vendredi !'
  assert.deepEqual(markPersonal(text), [{ text, personal: false }])
  assert.equal(
    markPersonal('M. Roux et Mme Noir')
      .map((piece) => piece.text)
      .join(''),
    'M. Roux et Mme Noir',
  )
})

test('a word that several texts write in lower case is no name; one text alone cannot hide a name', () => {
  const texts = ['Grenouilles partout', 'des grenouilles', 'ces grenouilles', 'vos grenouilles']
  assert.equal(withoutPersonal('Grenouilles partout'), '[…] partout')
  assert.equal(withoutPersonal('Grenouilles partout', wordsInLowerCase(texts)), 'Grenouilles partout')
  assert.equal(withoutPersonal('Durand crie', wordsInLowerCase(['durand crie', 'Durand crie'])), '[…] crie')
  assert.equal(withoutPersonal('Durand crie', wordsInLowerCase(['mme durand', 'mme durand crie', 'madame durand', 'monsieur durand'])), '[…] crie')
})

/**
 * Between braces, what points to somebody. On the last thirty, before the list of words learnt from them, all names were marked and seven marks of sixteen
 * were too many: on texts never seen precision is nearer to that.
 */
const pupilTexts = `Les toilettes sont toujours fermées et il n’y a pas de savon.
{Durand} crie tout le temps sur nous.
J’aime bien {Mme Lefebvre}, elle explique bien.
La cantine est trop chère. Surtout le mercredi.
{Enzo} et {Mathis} se moquent de moi à la récré.
On voudrait plus de sorties avec {M. Garcia}.
Il faudrait des casiers pour tous les TSTI2D.
Les 2MELEC n’ont jamais accès au CDI.
En BTS on est oubliés, le CVL ne fait rien.
La PFMP est mal préparée.
{Madame Benali} note à la tête du client.
le prof de maths {Kowalski} est injuste
Plus de menus végétariens svp, merci.
Harcèlement dans le bus du matin, personne ne fait rien.
Appelez ma mère au {06 12 34 56 78} svp
Pourquoi le portail ferme à 8h05 ?
Ma copine {Inès} s’est fait voler son téléphone.
Le lundi on a 8 heures de cours, c’est trop.
{Kevin Petit} fume dans les toilettes.
Franchement rien à dire, tout va bien.
Nul.
TOUT EST NUL ICI, LES PROFS AUSSI
{monsieur DURAND} est le meilleur
Pronote bug tout le temps.
mon snap : {leo_du_44}
écrivez moi {leo.martin@exemple.fr}
{Mme Nguyen} et {Mr Da Silva} sont super.
Améliorer le wifi de l’internat.
Mettre des micro-ondes au foyer.
Chauffage en panne depuis novembre.
Noël approche et on a toujours froid.
Trop de devoirs pendant les vacances.
{Sarah} m’insulte sur Instagram.
Bonjour, je trouve que les élèves de terminale sont prioritaires à la cantine.
Arrêtez de nous fouiller.
C’est {Lucas} qui a cassé la porte.
Merci à {Mme Roux} pour le voyage en Espagne.
Les surveillants sont sympas sauf {Karim}.
D’habitude ça va, mais depuis janvier c’est compliqué.
Quand on parle à la CPE elle n’écoute pas.
{Yanis B.} tape les sixièmes.
{Fatoumata} pleure tous les jours.
L’infirmière est rarement là.
Qu’{Emma} arrête de copier sur moi !
Notre délégué {Théo} ne dit rien au conseil.
Sport : plus de choix, natation par exemple.
Le parking est dangereux, un scooter a failli me renverser.
Français et histoire sont intéressants.
{Ben Ali} n’est jamais là le vendredi.
Respectez-nous un peu.
Aucun problème dans ma classe.
Douches froides à l’internat, c’est honteux.
{O’Connor} parle trop vite.
Propreté : peut mieux faire.
{Jean-Baptiste} a une arme dans son sac.
Serait-il possible d’avoir des bancs ?
L’ambiance est bonne en 1re.
Je me sens seule, je voudrais parler à {madame Ferreira}.
{Moreau} et {Lopez} dorment en cours.
Insonoriser la cantine.
Natation le mardi, c’est cool.
Appeler {Mme Martin} au {0033612345678}.
je m’appelle {océane} et je veux changer de classe
Lyon est loin, le trajet dure deux heures.
Vigile pas sympa avec les noirs.
{Bastien} a dit que je pue
Cantine dégueu.
{Hugo} mérite une sanction
Rendez-nous nos téléphones
Le bus arrive en retard et {Mr Leroy} nous met en retenue
Donnez plus d’argent au foyer
Prof de physique incompréhensible
Casiers cassés, portes qui ferment mal
Madame la proviseure devrait passer dans les couloirs
Je veux mourir
{Amandine} et sa bande filment les gens
Éclairage insuffisant au parking
Internat : pas assez de douches
Vous lisez vraiment ces réponses ?
M. le CPE est cool
Monsieur on vous aime
Ma voisine {Chloé} vapote
Trouvez une solution pour les bus
{Tran} triche à tous les contrôles
Bravo à toute l’équipe
Rangs trop longs au self
{Dupont} et {Dupond} même combat
Heureusement que {Mme Haddad} est là
Pauvre lycée
Végétarien, je ne mange rien
Sympa mais bruyant
Génial
Les WC du bâtiment B sont fermés
En salle C204 il fait 12 degrés`

/** Of what points to somebody, the share that is marked; of what is marked, the share that points to somebody. */
function measure(texts: readonly string[]): { recall: number; precision: number; missed: string[]; extra: string[] } {
  const bare = texts.map((text) => text.replaceAll(/[{}]/gu, ''))
  const lowerCase = wordsInLowerCase(bare)
  const [missed, extra]: string[][] = [[], []]
  let [meant, found, right, marks] = [0, 0, 0, 0]
  for (const [index, text] of texts.entries()) {
    const pieces = markPersonal(bare[index] ?? '', lowerCase)
    const shown = pieces.filter(({ personal }) => personal).map((piece) => piece.text)
    const named = [...text.matchAll(/\{([^}]*)\}/gu)].map(([, inside = '']) => inside)
    const left = pieces.map((piece) => (piece.personal ? '§' : piece.text)).join('')
    const hidden = named.filter((one) => !one.split(/[\s.]+/u).some((word) => word.length > 2 && left.includes(word)))
    const wrong = shown.filter((mark) => !named.some((one) => mark.includes(one) || one.includes(mark)))
    meant += named.length
    found += hidden.length
    marks += shown.length
    right += shown.length - wrong.length
    missed?.push(...named.filter((one) => !hidden.includes(one)))
    extra?.push(...wrong)
  }
  return { recall: found / meant, precision: right / marks, missed: missed ?? [], extra: extra ?? [] }
}

test('of what points to somebody in pupils’ texts nearly all is marked, and most of what is marked does', () => {
  const { recall, precision, missed, extra } = measure(pupilTexts.split('\n'))
  const told = `recall ${recall.toFixed(2)}, precision ${precision.toFixed(2)}; missed: ${missed.join(', ')}; too many: ${extra.join(', ')}`
  assert.ok(recall >= 0.95, told)
  assert.ok(precision >= 0.85, told)
})
