/**
 * Words that begin a sentence or are common at school: written with a capital, they name nobody. Without accents, in the singular. Words that are often
 * surnames (petit, grand, blanc) are left out on purpose: better one mark too many.
 */
const frequent = new Set(
  `a ah ai aie aimer aime aimerai aimerais ainsi ajouter aller allez alors ameliorer an annee apprendre apres appeler appelez arret arreter arretez assez attendre attention au aucun aujourd
  auquel aurait aussi autant autre autrement aux avant avec avez avoir avons bah baisser banc bas beaucoup bcp bien bientot bof bon bonjour bonsoir bravo bref but ca car ce cela
  celui celle ceux certain cet cette chacun changer chaque chaud chez clairement combien comme comment commencer concernant contre continuer continuez creer cher
  d dans de dehors deja demain demander depuis derriere des desole deux dire dit diminuer dix dois doit donc donner donnez dont du durant d ecrire ecrivez ecouter ecoutez egalement eh elle en encore enfin ensuite
  entre est et ete etait etre eu euh eux eviter evidemment excellent faire fait faites falloir faudra faudrait faut finalement finir fin force franchement gentil gros
  hein heureusement hier honnetement hors hui hyper ici idem il impossible inadmissible installer interdire j jamais je jusque juste l la laisser laissez largement le lequel les leur lors lorsque lorsqu
  ma mais maintenant mal malgre malheureusement manger manque me meilleur meme merci mes mettre mettez mieux mon moi moins mdr lol n ne neanmoins ni nickel niveau nombreux non normalement nos notre nous nouveau nul
  o oh ok on ont ou oui ouvrir ouais par parce parfois parfait parler pareil parmi partout pas passer pendant penser pense permettre personne personnellement peu peut peux plein pleine plus plusieurs plutot
  possible pour pourquoi pourrait pourtant pouvoir pouvez premier prendre prevoir presque principalement pratique propre proposer puis puisque qu quand quant que quel quelle quelqu quelque quelquefois qui quoi ranger
  rajouter refaire reduire remettre rendre renover reparer respecter respectez rester rien rigoler sa sans sauf savoir se selon sept serait ses seul seulement si sinon six soit son sont souvent
  stop suis sur surtout ta tant tel tellement ton tant tard te tes tout toutefois toujours tous tres trois trop trouver tu un une utiliser va vers veuillez veux via vivement voici voila voir vont vos votre
  voudrais vouloir vous vraiment vu y zero cinq quatre huit neuf onze douze quinze vingt trente cent mille
  absence accueil accompagnement action activite aide ambiance ami amie amitie application apprentissage argent atelier assiette attente avis bagarre ballon bibliotheque blague bruit bus cafet cafeteria calme camarade campus
  cantine car carnet cartable casier casque centre chaise chambre chauffage chef chien chose classe club colle college conseil cour cours couloir covid crayon cuisine danse debut delegue demi dejeuner devoir difficulte
  distributeur dortoir douche droit eau ecole ecran edt egalite eleve emploi enseignant ensemble enseigne entraide entree equipement equipe escalier etablissement etage etude eval evaluation exam examen exercice explication fenetre fete
  fille foyer fontaine formation frigo fruit garcon gars gens goute gouter groupe gymnase handicap harcelement harceleur heure homophobie horaire hygiene idee infirmerie infirmiere information insulte internat interne interro
  jeu jeune joie journee lavabo lecon legume lieu livre local logiciel lumiere lundi mardi mercredi jeudi vendredi samedi dimanche lycee lyceen machine maison maitre materiel matiere matin menu microonde
  midi miroir mot moquerie moyenne monde musique janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre noel note nourriture objet ordinateur option orientation papier parent parc pause permanence peur
  pion photo piscine place plainte plat point poubelle porte portable portail prix prise prive probleme proviseur professeur prof projet preau programme propos punition pupitre qualite question queue racisme rangement recre recreation
  regard regle reglement relation remarque repas respect responsable resto restaurant retard retour reunion rythme robinet salle sale sanction sandwich savon sac securite self serviette service sexisme silence soir soiree sonnerie sortie soutien
  sport sportif stage stress surveillant surveillance table tableau telephone temps tenue terrain toilette train transport travail travailler trajet trimestre truc vacance vestiaire vetement vie vigile violence visite vitre vol voyage voisin
  wc week wifi internet ordi pc ent pronote parcoursup ecoledirecte moodle pix snapchat snap instagram insta tiktok whatsapp facebook youtube discord twitter google netflix crous ramadan toussaint paques
  francais francaise france europe anglais anglaise angleterre espagnol espagne allemand allemagne italien italie histoire geo geographie math maths mathematique physique chimie philosophie philo techno technologie
  eps svt ses art latin grec nsi arabe chinois lettre nature numerique seconde premiere terminale sixieme cinquieme quatrieme troisieme bts cvl cvc pfmp cdi cpe aed aesh mdl ulis segpa upe2a stmg sti2d st2s bac cap dnb brevet
  sympa genial pauvre rang cool top super vegetarien vegan halal viande poisson eclairage nettoyage climatisation ascenseur batiment rideau radiateur frite pain dessert pizza bonbon
  besoin resultat accord objectif ouverture effet moyen competence label professionnel politique partenariat reussite veille personnel depart contenu maniere plan entretien chiffre culture public metier lien cadre
  donnee acces offre suite reference reponse reseau recueil contexte critere principe document echange entreprise mesure decision demarche concours voiture velo scooter parking porche trottoir rue ville village
  dommage horrible affreux degueu degueulasse degoutant froid fatigue deteste adore dangereux bizarre injuste interessant ennuyeux inutile utile necessaire important urgent insupportable inacceptable
  education nationale etat republique monsieur madame mademoiselle messieurs mesdames mr mme mlle mm pp dm ds tp td ps nb sos hlm lgbt lgbtqia emc emi avs ccf atsem`.split(
    /\s+/,
  ),
)

const subjects =
  /^(?:maths?|eps|svt|ses|nsi|emc|anglais|français|francais|espagnol|allemand|italien|histoire|géo|physique|chimie|philo|techno|latin|grec|sport|arts?|musique)$/iu

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

function isFrequent(word: string): boolean {
  const plain = bare(word)
  return [plain, plain.replace(/[sx]$/, ''), plain.replace(/es?$/, ''), plain.replace(/es$/, '')].some((form) => frequent.has(form))
}

/** Endings that first names and surnames hardly have. */
const ordinaryEnding = /(?:[^lm]ement|amment|tions?|ssions?|[^aiï]té|ités?|iser|able|ibles?|iques|eurs|euses|ages|eux)$/u

const space = '[\\s\\u00a0\\u202f]'
const name = `\\p{Lu}[\\p{L}]*(?:['’-]\\p{L}+)*`
const particle = `(?:(?:de|du|des|la|le|van|von|ben|bel|el|al|da|dos|di)${space}+)*`
const title = `(?<![\\p{L}\\d])(?:[Mm]lles?|[Mm]mes?|MMES?|MLLES?|MM|Mr|MR|mr|M|[Mm]onsieur|MONSIEUR|[Mm]adame|MADAME|[Mm]ademoiselle|[Mm]aître(?:sse)?)\\.?${space}*(?<=[.\\s])`
const role = `(?<![\\p{L}\\d])(?:[Pp]rof(?:esseure?)?s?|[Pp]roviseure?s?|[Pp]rincipale?|[Dd]irect(?:eur|rice)|[Ss]urveillante?s?|[Pp]ion(?:ne)?s?|CPE|AED|AESH|[Ii]nfirmi[eè]re?|[Cc]oach|[Dd]élégu[ée]e?s?)${space}+`
const network = '(?:snap(?:chat)?|insta(?:gram)?|tik ?tok|twitter|discord|telegram|whats ?app|facebook|fb|ig)'

/** What points to somebody by its form alone: mail and web addresses, numbers, accounts, classes. */
const forms = [
  /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu,
  /[\p{L}\d._%+-]+\s*(?:\(at\)|\[at\]|\sarobase\s)\s*[\p{L}\d.-]+/giu,
  /(?<![\d+])(?:(?:\+|00)\d{1,3}[\s./_‑–-]?(?:\(0\)[\s./_‑–-]?)?|0)[1-9](?:[\s./_‑–-]{0,2}\d){8}(?!\d)/gu,
  /\bhttps?:\/\/\S+/giu,
  /(?<![\p{L}\d@.])(?:www\.)?[a-z\d][a-z\d-]*(?:\.[a-z\d-]+)*\.(?:(?:fr|com|org|net|eu|gg|info)(?![\p{L}\d])(?:\/\S*)?|(?:me|be|co|io|tv|ly|app)\/\S+)/gu,
  /(?<![\p{L}\d])@[\p{L}\d_.]*[\p{L}\d_]/gu,
  new RegExp(`(?<![\\p{L}\\d])${network}${space}*(?::|=)${space}*@?[\\p{L}\\d_.-]*[\\p{L}\\d_]`, 'giu'),
  new RegExp(
    `(?<=(?<![\\p{L}\\d])${network}${space}+(?:c['’]est${space}+|est${space}+)?)(?=[\\p{L}\\d_.-]*[\\d_.][\\p{L}\\d_])[\\p{L}\\d_.-]*[\\p{L}\\d_]`,
    'giu',
  ),
  /(?<![\p{L}\d])(?:[3456]e|2de|2nde|1re|1ère|Tle|Terminale)\s?[A-Z0-9]{1,5}(?![\p{L}\d])/gu,
]

interface Span {
  from: number
  to: number
}

const spanOf = (match: RegExpExecArray): Span => ({ from: match.index, to: match.index + match[0].length })

/** After a title any capitalised word is a name, even a common one; a lower-case word is when it is not common. */
function afterTitles(text: string, isWord: (word: string) => boolean): Span[] {
  const capital = new RegExp(
    `${title}(?!l[ea]${space}+(?:CPE|AED|AESH|P[pr]|D))${particle}(?!\\p{Lu}['’]\\p{Ll})${name}(?:${space}${particle}(?:${name}))*`,
    'gu',
  )
  const small = new RegExp(`${title}(\\p{Ll}[\\p{L}’'-]+)`, 'gu')
  const called = new RegExp(`(?<=(?:m['’ ]appelle|signé|prénom c['’]est)${space}*:?${space}*)\\p{L}[\\p{L}-]+`, 'giu')
  const titled = [...text.matchAll(small)].filter(([whole, word = '']) => /^(?:M\.|[^.]{2,})/u.test(whole) && !isWord(word) && !ordinaryEnding.test(word))
  const roles = [...text.matchAll(new RegExp(`(?<=${role})${particle}${name}`, 'gu'))].filter(([word]) => !subjects.test(word))
  return [...text.matchAll(capital), ...titled, ...text.matchAll(called), ...roles].map(spanOf)
}

/** Capitalised words that are not common, wherever they stand, with the capitalised words after them. */
function lone(text: string, isWord: (word: string) => boolean): Span[] {
  const spans: Span[] = []
  const word = new RegExp(`(?<![\\p{L}\\d_])(?:O['’])?\\p{Lu}\\p{L}*(?:-\\p{L}+)*(?![\\p{L}\\d_])`, 'gu')
  for (const match of text.matchAll(word)) {
    const { from, to } = spanOf(match)
    const last = spans.at(-1)
    const follows = last !== undefined && /^[\s-]+$/u.test(text.slice(last.to, from))
    if (follows && !shouted(text, from, to) && !frequent.has(bare(match[0]))) last.to = to
    else if (mayName(match[0], text, from, to, isWord)) spans.push({ from, to })
  }
  return spans
}

function mayName(word: string, text: string, from: number, to: number, isWord: (word: string) => boolean): boolean {
  if (word.length < 2 || word.split('-').every(isWord) || ordinaryEnding.test(word.toLowerCase())) return false
  if (/.-(?:moi|toi|nous|vous|les?|la|lui|leur|y|en|je|tu|ils?|elles?|on|ce|t)$/u.test(word)) return false
  if (/^\p{Lu}+$/u.test(word) && (word.length < 4 || shouted(text, from, to))) return false
  return !(/(?:[^i]er|ir|re|ez)$/u.test(word) && /^\s+(?:des?|du|plus|moins|une?)(?!\p{L})/u.test(text.slice(to)))
}

/** A word among others in capitals: the writer shouts. */
function shouted(text: string, from: number, to: number): boolean {
  if (!/^[\p{Lu}-]{2,}$/u.test(text.slice(from, to))) return false
  return /\p{Lu}{2,}[\s'’,!?.]+(?:\p{Lu}['’])?$/u.test(text.slice(0, from)) || /^[\s'’,!?.]+\p{Lu}{2,}/u.test(text.slice(to))
}

/**
 * Words that a campaign's texts also write in lower case, and more often than with a capital inside a sentence: they are no names. In three texts at
 * least, or one person who writes « durand » would hide that name everywhere.
 */
export function wordsInLowerCase(texts: readonly string[]): Set<string> {
  const small = new Map<string, number>()
  const capital = new Map<string, number>()
  for (const text of texts) {
    const titled = new Set(afterTitles(text, isFrequent).flatMap(({ from, to }) => bare(text.slice(from, to)).split(/[^\p{L}-]+/u)))
    count(small, text.match(/(?<![\p{L}\d@._])\p{Ll}[\p{L}-]+(?![\p{L}\d@_])/gu) ?? [], titled)
    count(capital, text.match(/(?<=\p{Ll},?\s)\p{Lu}\p{Ll}[\p{L}-]*/gu) ?? [], new Set())
  }
  return new Set([...small].flatMap(([word, texts]) => (texts >= 3 && texts > (capital.get(word) ?? 0) ? [word] : [])))
}

function count(seen: Map<string, number>, words: readonly string[], left: ReadonlySet<string>): void {
  for (const word of new Set(words.map(bare))) if (!left.has(word)) seen.set(word, (seen.get(word) ?? 0) + 1)
}

export interface Piece {
  text: string
  personal: boolean
}

/**
 * The text in pieces, in order; those that may name somebody are marked. It helps whoever reads, and decides nothing: a name in lower case, a nickname or
 * « la fille rousse de ma classe » is not seen. `lowerCase`: from `wordsInLowerCase`.
 */
export function markPersonal(text: string, lowerCase: ReadonlySet<string> = new Set()): Piece[] {
  const isWord = (word: string): boolean => isFrequent(word) || lowerCase.has(bare(word))
  const marked = new Uint8Array(text.length)
  const spans = [...forms.flatMap((form) => [...text.matchAll(form)].map(spanOf)), ...afterTitles(text, isWord), ...lone(text, isWord)]
  for (const { from, to } of spans) marked.fill(1, from, to)
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; at++) {
    const personal = marked[at] === 1
    const last = pieces.at(-1)
    if (last && last.personal === personal) last.text += text[at]
    else pieces.push({ text: text[at] ?? '', personal })
  }
  return pieces
}

/** The same with what was marked taken out. */
export const withoutPersonal = (text: string, lowerCase?: ReadonlySet<string>): string =>
  markPersonal(text, lowerCase)
    .map((piece) => (piece.personal ? '[…]' : piece.text))
    .join('')
