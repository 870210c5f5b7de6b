import type { OrganisationKind } from '../tables.ts'
import type { GroupFault } from './commands.ts'
import type { EndFault, LinkFault } from './link-rules.ts'

const plural: Record<OrganisationKind, string> = {
  nation: 'Pays', academic_region: 'Régions académiques', authority: 'Académies', district: 'Bassins', school: 'Établissements', network: 'Réseaux', campus: 'Campus',
}

const linkFaults: Record<LinkFault, string> = {
  'bad-dates': 'Vérifiez les dates : le dernier jour ne peut pas précéder le premier.',
  'not-a-school': 'Seul un établissement peut être rattaché ainsi.',
  'school-closed': 'Cet établissement est fermé à ces dates.',
  'group-closed': 'Ce groupe n’existe pas encore, ou n’existe plus, à ces dates.',
  'other-authority': 'Un bassin ne réunit que des établissements de son académie.',
  'already-there': 'Cet établissement y est déjà rattaché à ces dates.',
  'too-early': 'Un rattachement plus récent existe déjà. Choisissez un premier jour plus tardif.',
}

const endFaults: Record<EndFault | 'not-found', string> = {
  'bad-day': 'Choisissez un dernier jour qui ne précède pas le premier.',
  'already-over': 'Ce rattachement a déjà une fin.',
  'not-by-hand': 'Ce rattachement vient de l’annuaire : il change par un import.',
  'not-found': 'Ce rattachement n’existe plus.',
}

const groupFaults: Record<GroupFault, string> = {
  'no-kind': 'Choisissez ce que vous créez.',
  'no-name': 'Donnez-lui un nom.',
  'long-name': 'Ce nom dépasse 200 caractères. Raccourcissez-le.',
  'no-authority': 'Choisissez l’académie du bassin.',
  'bad-day': 'Choisissez le jour où il commence.',
  namesake: 'Il existe déjà sous ce nom.',
}

export const fr = {
  errorTitle: 'Il y a quelque chose à corriger',
  errorPrefix: 'Erreur :',
  cancel: 'Annuler',
  search: {
    title: 'Établissements et groupes',
    label: 'Chercher par nom, commune ou UAI',
    button: 'Chercher',
    kinds: 'Sortes',
    plural,
    found: (number: string) => `${number} trouvés`,
    foundOne: '1 trouvé',
    none: 'Rien ne correspond. Essayez le début d’un mot, sans article, ou l’UAI.',
    empty: 'Aucun établissement pour l’instant. Importez d’abord l’annuaire.',
    toImport: 'Importer l’annuaire',
    columns: { name: 'Nom', uai: 'UAI', town: 'Commune', authority: 'Académie', state: 'État' },
    closed: (day: string) => `Fermé le ${day}`,
    open: 'Ouvert',
    newGroup: 'Créer un réseau, un campus ou un bassin',
    pages: 'Pages de la liste',
    previous: 'Précédente',
    next: 'Suivante',
    position: (page: string, pages: string) => `Page ${page} sur ${pages}`,
  },
  sheet: {
    facts: 'Ce que dit l’annuaire',
    factsOfGroup: 'L’essentiel',
    factsFrom: (source: string, day: string | null) => (day ? `Source : ${source}, mis à jour le ${day}.` : `Source : ${source}.`),
    factsOwn: 'Créé ici.',
    factsRule: 'Ces faits changent par un import de l’annuaire, jamais à la main.',
    keys: {
      kind: 'Sorte', type: 'Type', uai: 'UAI', sector: 'Secteur', place: 'Commune', authority: 'Académie', mother: 'Établissement de rattachement', from: 'Existe depuis', state: 'État', code: 'Code',
    },
    unknown: 'Non connu',
    open: 'Ouvert',
    closed: (day: string) => `Fermé le ${day}`,
    links: 'Rattachements',
    linkColumns: { name: 'À', kind: 'Sorte', period: 'Quand', action: 'Modifier' },
    linksNone: 'Aucun rattachement.',
    schools: 'Établissements',
    schoolColumns: { name: 'Établissement', town: 'Commune', period: 'Quand', action: 'Modifier' },
    schoolsNone: 'Aucun établissement pour l’instant.',
    since: (day: string) => `depuis le ${day}`,
    from: (day: string) => `à partir du ${day}`,
    period: (from: string, to: string) => `du ${from} au ${to}`,
    end: 'Mettre fin',
    endAbout: (name: string) => `au rattachement : ${name}`,
    holders: 'Personnes qui y ont un rôle',
    holderColumns: { name: 'Nom', role: 'Rôle', since: 'Depuis' },
    holdersNone: 'Personne pour l’instant.',
    invite: 'Donner un rôle ici à une personne',
  },
  attach: {
    toGroup: 'Rattacher à un groupe',
    group: 'Réseau, campus ou bassin',
    groupChoose: 'Choisissez',
    groupNone: 'Aucun groupe n’existe encore.',
    districtHint: 'Seuls les bassins de son académie sont proposés. Un établissement est dans un seul bassin à la fois.',
    noGroup: 'Choisissez un groupe.',
    schools: 'Ajouter des établissements',
    uais: 'UAI des établissements',
    uaisHint: 'Un par ligne, ou séparés par des espaces.',
    noUai: 'Écrivez au moins un UAI.',
    tooMany: (limit: string) => `Ajoutez au plus ${limit} établissements à la fois.`,
    unknownUais: (uais: string) => `Aucun établissement ne porte cet UAI : ${uais}.`,
    refused: (school: string, reason: string) => `${school} : ${reason}`,
    from: 'Premier jour',
    to: 'Dernier jour (facultatif)',
    button: 'Rattacher',
    done: 'Le rattachement est noté.',
    doneMany: (number: string) => `${number} établissements sont rattachés.`,
    faults: linkFaults,
  },
  endLink: {
    title: 'Mettre fin au rattachement',
    intro: (school: string, group: string) => `${school} ne sera plus rattaché à « ${group} » après ce jour. Le passé reste noté.`,
    backToAuthority: 'L’établissement sera de nouveau rattaché directement à son académie.',
    lastDay: 'Dernier jour',
    button: 'Mettre fin',
    done: 'La fin du rattachement est notée.',
    faults: endFaults,
  },
  group: {
    title: 'Créer un réseau, un campus ou un bassin',
    kind: 'Que créez-vous ?',
    kindHints: {
      network: 'Des établissements qui travaillent ensemble, parfois de plusieurs académies. Il peut conduire ses propres autoévaluations.',
      campus: 'Des établissements et leurs partenaires autour d’une filière.',
      district: 'Une partie d’une académie. Un établissement est dans un seul bassin à la fois.',
    },
    name: 'Nom',
    authority: 'Académie',
    authorityHint: 'Nécessaire pour un bassin, facultative pour un réseau ou un campus.',
    noAuthority: 'Aucune en particulier',
    from: 'Existe depuis le',
    button: 'Créer',
    created: 'C’est créé. Ajoutez maintenant ses établissements.',
    faults: groupFaults,
    seeNamesake: 'Voir celui qui existe',
  },
}

export type Texts = typeof fr
