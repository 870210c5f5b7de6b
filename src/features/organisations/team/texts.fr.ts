import type { InvitationRefusal, MandateRefusal } from '../../accounts/invitations.ts'
import type { Role } from '../../../platform/session.ts'

const mayDo: Record<Role, string> = {
  head: 'Conduire la démarche, inviter, valider les autoévaluations, décider de les partager.',
  lead: 'Préparer les autoévaluations, inviter l’équipe, ouvrir et clore les réponses.',
  member: 'Répondre, proposer, suivre des actions.',
  referent: 'Accompagner les établissements d’une académie, à partir de ce qu’ils partagent.',
  national: 'Suivre la démarche dans toutes les académies.',
  operator: 'Faire fonctionner le site : annuaire, comptes.',
}

const invitationRefusals: Record<InvitationRefusal, string> = {
  'bad-email': 'Écrivez une adresse électronique complète, comme prenom.nom@ac-exemple.fr.',
  'bad-name': 'Écrivez le prénom et le nom de la personne.',
  'no-such-organisation': 'Cet établissement n’existe plus ici.',
  'not-yours-to-give': 'Choisissez un rôle que vous pouvez donner.',
  'already-there':
    'Cette personne a déjà ce rôle ici. Si le lien de son invitation ne marche plus, elle peut en demander un autre : « Mot de passe oublié ? », sur la page de connexion.',
}

const endRefusals: Record<Exclude<MandateRefusal, 'not-found'>, string> = {
  'last-head':
    'C’est la seule personne à la tête de l’établissement. Donnez d’abord ce rôle à quelqu’un d’autre : l’établissement ne reste jamais sans direction.',
  'not-yours-to-end': 'Votre rôle ne permet pas de mettre fin à celui-ci. La direction de l’établissement peut le faire.',
  'already-over': 'Ce rôle a déjà pris fin.',
}

export const fr = {
  errorTitle: 'Il y a quelque chose à corriger',
  errorPrefix: 'Erreur :',
  cancel: 'Annuler',
  team: {
    title: 'Notre équipe',
    lead: 'Les personnes qui travaillent ici à l’autoévaluation, et ce que chacune peut faire.',
    invite: 'Inviter une personne',
    plural: {
      head: 'Direction',
      lead: 'Pilotes de la démarche',
      member: 'Membres d’équipe',
      referent: 'Référents',
      national: 'Équipe nationale',
      operator: 'Exploitation',
    } satisfies Record<Role, string>,
    mayDo,
    columns: { name: 'Nom', email: 'Adresse', since: 'Depuis', period: 'Du … au …', role: 'Rôle', action: 'Modifier' },
    since: (day: string) => `le ${day}`,
    from: (day: string) => `à partir du ${day}`,
    period: (from: string, to: string) => `du ${from} au ${to}`,
    you: 'vous',
    end: 'Mettre fin au rôle',
    leave: 'Quitter ce rôle',
    about: (name: string) => `de ${name}`,
    none: {
      head: 'Personne pour l’instant.',
      lead: 'Personne pour l’instant. Un pilote prépare les autoévaluations avec la direction.',
      member: 'Personne pour l’instant. Invitez celles et ceux dont l’avis compte : professeurs, vie scolaire, agents, personnels de santé.',
    } as Partial<Record<Role, string>>,
    endedTitle: 'Rôles qui ont pris fin',
    endedIntro: 'Ces personnes n’ont plus accès à cet espace par ce rôle. Ce qu’elles ont écrit pour l’établissement y reste.',
    endedSummary: (number: string) => `${number} dans le passé`,
    endedOne: 'rôle',
    endedMany: 'rôles',
  },
  invite: {
    title: 'Inviter une personne',
    lead: 'Elle recevra un courriel avec un lien, valable 14 jours, pour choisir son mot de passe. Si elle a déjà un compte, elle se connecte comme d’habitude.',
    name: 'Prénom et nom',
    email: 'Adresse électronique',
    emailHint: 'De préférence professionnelle.',
    role: 'Son rôle',
    button: 'Envoyer l’invitation',
    sent: (email: string) => `L’invitation part à ${email}.`,
    noRole: 'Choisissez son rôle.',
    refusals: invitationRefusals,
    noneToGive: 'Votre rôle ne permet pas d’inviter ici.',
  },
  end: {
    title: (name: string) => `Mettre fin au rôle de ${name}`,
    ownTitle: 'Quitter ce rôle',
    role: 'Rôle',
    since: 'Depuis',
    consequences: (name: string) => [
      `${name} n’aura plus accès à cet espace par ce rôle, dès la prochaine page ouverte.`,
      'Ses réponses, ses textes et ses preuves restent à l’établissement.',
      'Les actions dont cette personne avait la charge restent : confiez-les à quelqu’un d’autre.',
    ],
    ownConsequences: [
      'Vous n’aurez plus accès à cet espace par ce rôle, dès la prochaine page ouverte.',
      'Vos réponses, vos textes et vos preuves restent à l’établissement.',
      'Pour revenir, il faudra une nouvelle invitation.',
    ],
    button: 'Mettre fin au rôle',
    ownButton: 'Quitter ce rôle',
    done: (name: string) => `Le rôle de ${name} a pris fin.`,
    ownDone: 'Vous avez quitté ce rôle.',
    refusedTitle: 'Ce rôle ne peut pas prendre fin maintenant',
    refusals: endRefusals,
    nameHead: 'Inviter une autre personne à la tête de l’établissement',
    back: 'Revenir à l’équipe',
  },
}

export type Texts = typeof fr
