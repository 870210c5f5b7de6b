import type { Article } from './article.ts'

export const accessibilityFr: Article = {
  title: 'Accessibilité : partiellement conforme',
  lead: 'Le site est fait pour être utilisé par tout le monde : au clavier, avec un lecteur d’écran, agrandi, sur téléphone, en clair et en sombre.',
  sections: [
    {
      title: 'Où nous en sommes',
      paragraphs: [
        'Nous visons les règles internationales WCAG 2.2, niveau AA, et le référentiel français RGAA 4.1. Aucun audit par un organisme extérieur n’a encore eu lieu : nous nous disons donc partiellement conformes, sans taux.',
        'À chaque changement du site, ses pages principales sont vérifiées par un outil automatique. Un tel outil ne voit qu’une partie des difficultés.',
      ],
    },
    {
      title: 'Ce qui a été prévu',
      paragraphs: [],
      points: [
        'Toutes les pages marchent sans JavaScript et au clavier.',
        'Chaque dessin a un titre qui dit ce qu’il montre, et un tableau des mêmes valeurs.',
        'Aucune information ne repose sur la couleur seule.',
        'Les rapports en PDF sont balisés ; ils existent aussi au format texte, à ouvrir dans un traitement de texte.',
        'Les erreurs sont dites en haut de la page et à côté de chaque champ ; ce que vous avez écrit n’est pas perdu.',
      ],
    },
    {
      title: 'Ce qui reste imparfait',
      paragraphs: [],
      points: [
        'Le site n’a pas encore été essayé par assez de personnes handicapées, ni avec tous les lecteurs d’écran.',
        'Les preuves déposées par les établissements (documents, images) ne sont pas vérifiées : certaines peuvent être difficiles à lire.',
        'Le carré à photographier pour la double vérification ne peut pas être décrit ; la clé écrite à côté le remplace.',
      ],
    },
    {
      title: 'Une difficulté ?',
      paragraphs: [
        'Dites-la à la personne qui administre le site, ou à votre chef d’établissement : vous recevrez ce que vous cherchiez sous une autre forme. Sans réponse, vous pouvez saisir le Défenseur des droits.',
      ],
    },
  ],
}

export const accessibilityEn: Article = {
  title: 'Accessibility: partially compliant',
  lead: 'The site is made to be used by everybody: with a keyboard, with a screen reader, enlarged, on a phone, in light and in dark.',
  sections: [
    {
      title: 'Where we stand',
      paragraphs: [
        'We aim at the international rules WCAG 2.2, level AA, and at the French RGAA 4.1. No outside body has audited the site yet: we therefore call it partially compliant, without a rate.',
        'At each change of the site, its main pages are checked by an automatic tool. Such a tool sees only some of the difficulties.',
      ],
    },
    {
      title: 'What has been provided',
      paragraphs: [],
      points: [
        'All pages work without JavaScript and with a keyboard.',
        'Each drawing has a title that says what it shows, and a table of the same values.',
        'Nothing is told by colour alone.',
        'PDF reports are tagged; they also exist as text, to be opened in a word processor.',
        'Errors are said on top of the page and beside each field; what you have written is not lost.',
      ],
    },
    {
      title: 'What is still imperfect',
      paragraphs: [],
      points: [
        'The site has not yet been tried by enough people with disabilities, nor with all screen readers.',
        'Evidence that schools bring (documents, pictures) is not checked: some may be hard to read.',
        'The square to be photographed for the two-step check cannot be described; the key written beside it stands in for it.',
      ],
    },
    {
      title: 'A difficulty?',
      paragraphs: [
        'Tell the person who runs the site, or your head of school: you will get what you were looking for in another form. Without an answer, in France, you may turn to the Défenseur des droits.',
      ],
    },
  ],
}
