import type { Role } from '../platform/session.ts'

const roleNames: Record<Role, string> = {
  head: 'Chef d’établissement',
  lead: 'Pilote de la démarche',
  member: 'Membre d’équipe',
  referent: 'Référent Qualéduc',
  national: 'Équipe nationale',
  operator: 'Exploitation du site',
}

export const fr = {
  product: 'Qualéduc',
  skip: 'Aller au contenu',
  navigation: 'Navigation principale',
  account: 'Votre compte :',
  languages: 'Langue',
  breadcrumbs: 'Vous êtes ici',
  menu: 'Menu',
  myPage: 'Ma page',
  school: 'Mon établissement',
  evaluations: 'Autoévaluations',
  actions: 'Actions',
  authority: 'Mon académie',
  frameworks: 'Fiches',
  operator: 'Exploitation',
  search: 'Rechercher',
  searchLabel: 'Rechercher une autoévaluation, une action, une fiche',
  myAccount: 'Mon compte et ma sécurité',
  signOut: 'Se déconnecter',
  help: 'Aide',
  privacy: 'Vos données',
  accessibility: 'Accessibilité',
  footer: 'Qualéduc : s’évaluer ensemble, agir, progresser.',
  demo: 'Démonstration : personnes et établissements sont inventés.',
  demoMails: 'Voir les courriels envoyés',
  roleNames,
}

export type Texts = typeof fr
