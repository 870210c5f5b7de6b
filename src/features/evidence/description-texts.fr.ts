import type { Description } from './store.ts'

const labels: Record<keyof Description, string> = {
  title: 'Titre',
  nature: 'Nature',
  note: 'Remarque',
  effectiveOn: 'Date du document',
  validUntil: 'Valable jusqu’au',
  remindOn: 'Me le rappeler le',
  confidentiality: 'Qui la voit',
}

export const fr = {
  errorPrefix: 'Erreur :',
  errorTitle: 'Il reste quelque chose à corriger',
  labels,
  hints: {
    nature: 'Devinée d’après le titre et le nom du fichier. Corrigez-la si besoin.',
    note: 'Facultatif : ce qu’elle montre, où elle est rangée, qui la met à jour.',
    effectiveOn: 'Facultatif : le jour dont parle le document, pas celui de l’ajout.',
    validUntil: 'Facultatif : le dernier jour où elle vaut. La direction et le pilote reçoivent un rappel un mois avant.',
    remindOn: 'Facultatif : un autre jour pour le rappel, ou le jour où revoir une preuve sans date de fin.',
    leaders: 'Ni visible, ni trouvée, ni téléchargée par les autres membres de l’équipe ; jamais nommée dans un rapport.',
  },
  savedVersion: 'Enregistré entre-temps :',
  changedTitle: 'Quelqu’un a modifié cette fiche entre-temps',
  changed: 'Votre texte est gardé ci-dessous, et ce qui a été enregistré est montré à côté. Gardez ce qui convient, puis enregistrez.',
  errors: {
    noTitle: 'Il manque le titre.',
    longTitle: 'Ce titre est trop long : 200 caractères au plus.',
    noNature: 'Choisissez une nature dans la liste.',
    wrongDay: 'Cette date n’existe pas. Écrivez le jour, le mois et l’année.',
    endsBefore: 'La fin de validité vient avant la date du document. Vérifiez les deux dates.',
    recalledAfter: 'Le rappel vient après la fin de validité. Choisissez un jour plus tôt.',
    longNote: (most: string) => `Cette remarque est trop longue : ${most} caractères au plus.`,
  },
}

export type Texts = typeof fr
