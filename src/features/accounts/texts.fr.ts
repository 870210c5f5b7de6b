export const fr = {
  errorTitle: 'Il y a quelque chose à corriger',
  errorPrefix: 'Erreur :',
  signIn: {
    title: 'Se connecter',
    email: 'Adresse électronique',
    password: 'Mot de passe',
    button: 'Se connecter',
    forgot: 'Mot de passe oublié ?',
    failed: 'L’adresse ou le mot de passe ne correspond pas. Vérifiez-les, ou demandez un nouveau mot de passe.',
    missing: 'Écrivez votre adresse et votre mot de passe.',
    kept: 'Votre session a pris fin. Ce que vous aviez écrit est gardé : connectez-vous, puis vérifiez et enregistrez.',
    signedOut: 'Vous êtes déconnecté.',
  },
  resume: {
    title: 'Reprendre là où vous étiez',
    intro: 'Voici ce que vous étiez en train d’envoyer. Rien n’est encore enregistré.',
    button: 'Enregistrer maintenant',
    abandon: 'Ne pas enregistrer et revenir à Ma page',
    column: 'Ce que vous aviez écrit',
  },
}

export type Texts = typeof fr
