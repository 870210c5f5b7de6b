import type { Role } from '../src/platform/session.ts'

/** One invented person of the demonstration: her address ends with @demo.exemple. */
export interface DemoAccount {
  email: string
  name: string
  /** Where she works, by keys of demo/organisations.ts. */
  mandates: readonly { at: string; role: Role }[]
  /** One line: who she is and where she stands in the cycle. */
  story: { fr: string; en: string }
  /** Offered first: one person of each kind, at a moment worth seeing. */
  start?: true
}

const address = (name: string): string => `${name}@demo.exemple`

export const demoAccounts: readonly DemoAccount[] = [
  {
    email: address('claire.fontaine'),
    name: 'Claire Fontaine',
    mandates: [{ at: 'tilleuls', role: 'head' }],
    start: true,
    story: {
      fr: 'Proviseure. Les avis sur les stages sont connus : son équipe doit s’accorder, puis décider.',
      en: 'Head of school. Opinions on placements are known: her team must agree, then decide.',
    },
  },
  {
    email: address('karim.benali'),
    name: 'Karim Benali',
    mandates: [
      { at: 'tilleuls', role: 'lead' },
      { at: 'reseau', role: 'member' },
    ],
    start: true,
    story: { fr: 'Professeur, pilote de la démarche. Il prépare la réunion d’accord.', en: 'Teacher and quality lead. He prepares the agreement meeting.' },
  },
  {
    email: address('nadia.roche'),
    name: 'Nadia Roche',
    mandates: [{ at: 'tilleuls', role: 'member' }],
    story: {
      fr: 'Professeure d’atelier. Elle a répondu seule ; ses réponses ne portent plus son nom.',
      en: 'Workshop teacher. She answered alone; her answers no longer bear her name.',
    },
  },
  {
    email: address('julien.mercier'),
    name: 'Julien Mercier',
    mandates: [{ at: 'tilleuls', role: 'member' }],
    story: { fr: 'Directeur délégué aux formations.', en: 'Head of workshops and placements.' },
  },
  {
    email: address('amelie.garnier'),
    name: 'Amélie Garnier',
    mandates: [{ at: 'tilleuls', role: 'member' }],
    story: { fr: 'Conseillère principale d’éducation.', en: 'Education adviser.' },
  },
  {
    email: address('thomas.leroux'),
    name: 'Thomas Leroux',
    mandates: [{ at: 'tilleuls', role: 'member' }],
    story: { fr: 'Professeur de lettres-histoire.', en: 'Teacher of French and history.' },
  },
  {
    email: address('sonia.haddad'),
    name: 'Sonia Haddad',
    mandates: [{ at: 'tilleuls', role: 'member' }],
    story: { fr: 'Responsable du bureau des entreprises.', en: 'Runs the company desk.' },
  },
  {
    email: address('pierre.vasseur'),
    name: 'Pierre Vasseur',
    mandates: [{ at: 'tilleuls', role: 'member' }],
    story: { fr: 'Parent d’élève élu.', en: 'Elected parent.' },
  },
  {
    email: address('sophie.laurent'),
    name: 'Sophie Laurent',
    mandates: [{ at: 'polyvalent', role: 'head' }],
    story: { fr: 'Proviseure. Son équipe répond en ce moment sur la vie lycéenne.', en: 'Head of school. Her team is answering now, on school life.' },
  },
  {
    email: address('marc.dubois'),
    name: 'Marc Dubois',
    mandates: [
      { at: 'polyvalent', role: 'lead' },
      { at: 'reseau', role: 'lead' },
    ],
    story: { fr: 'CPE, pilote dans son lycée et dans le réseau.', en: 'Education adviser, lead in his school and in the network.' },
  },
  {
    email: address('leila.morel'),
    name: 'Leïla Morel',
    mandates: [{ at: 'polyvalent', role: 'member' }],
    start: true,
    story: {
      fr: 'Professeure de mathématiques. Elle a commencé à répondre, sur son téléphone.',
      en: 'Mathematics teacher. She has begun to answer, on her telephone.',
    },
  },
  {
    email: address('bruno.costa'),
    name: 'Bruno Costa',
    mandates: [{ at: 'polyvalent', role: 'member' }],
    story: { fr: 'Professeur d’EPS. Il a terminé.', en: 'PE teacher. He has finished.' },
  },
  {
    email: address('ines.perrot'),
    name: 'Inès Perrot',
    mandates: [{ at: 'polyvalent', role: 'member' }],
    story: { fr: 'Infirmière. Elle n’a pas encore commencé.', en: 'School nurse. She has not begun yet.' },
  },
  {
    email: address('david.nguyen'),
    name: 'David Nguyen',
    mandates: [{ at: 'polyvalent', role: 'member' }],
    story: { fr: 'Professeur de génie électrique.', en: 'Teacher of electrical engineering.' },
  },
  {
    email: address('anne.delorme'),
    name: 'Anne Delorme',
    mandates: [{ at: 'belvedere', role: 'head' }],
    story: {
      fr: 'Proviseure. Le questionnaire sur l’ouverture européenne se compose.',
      en: 'Head of school. The questionnaire on European openness is being composed.',
    },
  },
  {
    email: address('victor.aubry'),
    name: 'Victor Aubry',
    mandates: [{ at: 'belvedere', role: 'lead' }],
    story: { fr: 'Professeur d’anglais, pilote. Il compose le questionnaire.', en: 'English teacher and lead. He composes the questionnaire.' },
  },
  {
    email: address('celine.picard'),
    name: 'Céline Picard',
    mandates: [{ at: 'belvedere', role: 'member' }],
    story: { fr: 'Professeure d’espagnol.', en: 'Teacher of Spanish.' },
  },
  {
    email: address('olivier.renard'),
    name: 'Olivier Renard',
    mandates: [{ at: 'vents', role: 'head' }],
    story: { fr: 'Principal, arrivé cette semaine : tout est à commencer.', en: 'Head of a collège, arrived this week: everything is to begin.' },
  },
  {
    email: address('mireille.blanc'),
    name: 'Mireille Blanc',
    mandates: [{ at: 'chene', role: 'head' }],
    story: {
      fr: 'Directrice. Deux cycles validés à comparer, l’un partagé avec l’académie.',
      en: 'Head of school. Two validated cycles to compare, one shared with the académie.',
    },
  },
  {
    email: address('yann.lefort'),
    name: 'Yann Lefort',
    mandates: [{ at: 'chene', role: 'lead' }],
    story: { fr: 'Enseignant spécialisé, pilote.', en: 'Special needs teacher and lead.' },
  },
  {
    email: address('fatou.diallo'),
    name: 'Fatou Diallo',
    mandates: [{ at: 'chene', role: 'member' }],
    story: { fr: 'Accompagnante d’élèves.', en: 'Learning support assistant.' },
  },
  {
    email: address('gerard.noel'),
    name: 'Gérard Noël',
    mandates: [{ at: 'arsenal', role: 'head' }],
    story: {
      fr: 'Proviseur. Le plan d’actions avance ; il note les premiers effets.',
      en: 'Head of school. The plan of action goes on; he notes the first effects.',
    },
  },
  {
    email: address('lucie.barbier'),
    name: 'Lucie Barbier',
    mandates: [
      { at: 'arsenal', role: 'lead' },
      { at: 'reseau', role: 'member' },
    ],
    story: { fr: 'Directrice déléguée aux formations, pilote. Elle suit cinq actions.', en: 'Head of workshops and lead. She follows five actions.' },
  },
  {
    email: address('hugo.lambert'),
    name: 'Hugo Lambert',
    mandates: [{ at: 'arsenal', role: 'member' }],
    story: { fr: 'Professeur de maintenance.', en: 'Teacher of maintenance.' },
  },
  {
    email: address('helene.marchand'),
    name: 'Hélène Marchand',
    mandates: [{ at: 'academie', role: 'referent' }],
    start: true,
    story: {
      fr: 'Référente Qualéduc de l’académie. Elle voit ce que les établissements partagent, rien d’autre.',
      en: 'Qualéduc referent of the académie. She sees what schools share, nothing else.',
    },
  },
  {
    email: address('paul.girard'),
    name: 'Paul Girard',
    mandates: [{ at: 'nation', role: 'national' }],
    story: { fr: 'Équipe nationale.', en: 'National team.' },
  },
  {
    email: address('agnes.rolland'),
    name: 'Agnès Rolland',
    mandates: [{ at: 'nation', role: 'operator' }],
    story: { fr: 'Elle installe le site et importe l’annuaire.', en: 'She installs the site and imports the directory.' },
  },
]
