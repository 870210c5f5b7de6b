/** The contents page of the product: every address by name. Links, redirects, routes and tests use these. */

type Parameters<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Parameters<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

type Values<Pattern extends string> = [Parameters<Pattern>] extends [never] ? Record<never, never> : Record<Parameters<Pattern>, string>

export interface Url<Pattern extends string> {
  (values?: Values<Pattern>, query?: Record<string, string | number | undefined>): string
  pattern: Pattern
}

function url<Pattern extends string>(pattern: Pattern): Url<Pattern> {
  // Every second part is a parameter's name.
  const parts = pattern.split(/:([A-Za-z]+)/)
  const build = (values: Record<string, string> = {}, query?: Record<string, string | number | undefined>): string => {
    const path = parts.map((part, index) => (index % 2 === 0 ? part : parameter(pattern, part, values[part]))).join('')
    return query ? withQuery(path, query) : path
  }
  return Object.assign(build, { pattern })
}

function parameter(pattern: string, name: string, value: string | undefined): string {
  if (value === undefined) throw new Error(`the address ${pattern} needs ${name}`)
  return encodeURIComponent(value)
}

function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') search.set(name, String(value))
  return search.size > 0 ? `${path}?${search}` : path
}

export const urls = {
  home: url('/'),
  help: url('/aide'),
  privacy: url('/confidentialite'),
  accessibility: url('/accessibilite'),
  language: url('/langue'),
  signIn: url('/connexion'),
  signInCode: url('/connexion/code'),
  signInResume: url('/connexion/reprendre'),
  signOut: url('/deconnexion'),
  forgotPassword: url('/mot-de-passe/oublie'),
  resetPassword: url('/mot-de-passe/nouveau/:token'),
  invitation: url('/invitation/:token'),
  account: {
    show: url('/mon-compte'),
    password: url('/mon-compte/mot-de-passe'),
    secondFactor: url('/mon-compte/double-verification'),
    secondFactorOff: url('/mon-compte/double-verification/retirer'),
    recoveryCodes: url('/mon-compte/double-verification/codes'),
    sessions: url('/mon-compte/sessions'),
  },
  demo: {
    signIn: url('/demo/connexion'),
    mails: url('/demo/courriels'),
  },
  myPage: url('/ma-page'),
  search: url('/recherche'),
  school: {
    show: url('/etablissements/:organisation'),
    team: url('/etablissements/:organisation/equipe'),
    invite: url('/etablissements/:organisation/equipe/inviter'),
    endMandate: url('/etablissements/:organisation/equipe/:mandate/fin'),
    references: url('/etablissements/:organisation/valeurs'),
    referenceEdit: url('/etablissements/:organisation/valeurs/:reference'),
    referenceDelete: url('/etablissements/:organisation/valeurs/:reference/retirer'),
    referenceMove: url('/etablissements/:organisation/valeurs/:reference/deplacer'),
    activity: url('/etablissements/:organisation/journal'),
    evaluations: url('/etablissements/:organisation/autoevaluations'),
    newEvaluation: url('/etablissements/:organisation/autoevaluations/nouvelle'),
    actions: url('/etablissements/:organisation/actions'),
    newAction: url('/etablissements/:organisation/actions/nouvelle'),
    evidence: url('/etablissements/:organisation/preuves'),
    addEvidence: url('/etablissements/:organisation/preuves/ajouter'),
    describeEvidence: url('/etablissements/:organisation/preuves/decrire'),
  },
  evaluation: {
    show: url('/autoevaluations/:evaluation'),
    settings: url('/autoevaluations/:evaluation/reglages'),
    members: url('/autoevaluations/:evaluation/equipe'),
    removeMember: url('/autoevaluations/:evaluation/equipe/:person/retirer'),
    compose: url('/autoevaluations/:evaluation/questionnaire'),
    addItems: url('/autoevaluations/:evaluation/questionnaire/ajouter'),
    addOwnItem: url('/autoevaluations/:evaluation/questionnaire/ma-question'),
    editItem: url('/autoevaluations/:evaluation/questionnaire/:item'),
    moveItem: url('/autoevaluations/:evaluation/questionnaire/:item/deplacer'),
    removeItem: url('/autoevaluations/:evaluation/questionnaire/:item/retirer'),
    restoreItem: url('/autoevaluations/:evaluation/questionnaire/:item/texte-origine'),
    addReferences: url('/autoevaluations/:evaluation/questionnaire/valeurs'),
    orderItems: url('/autoevaluations/:evaluation/questionnaire/ordre'),
    saveModel: url('/autoevaluations/:evaluation/questionnaire/modele'),
    useModel: url('/autoevaluations/:evaluation/questionnaire/reprendre'),
    deleteModel: url('/autoevaluations/:evaluation/questionnaire/modeles/:model/retirer'),
    open: url('/autoevaluations/:evaluation/ouvrir'),
    answer: url('/autoevaluations/:evaluation/repondre'),
    answerItem: url('/autoevaluations/:evaluation/repondre/:item'),
    finish: url('/autoevaluations/:evaluation/repondre/terminer'),
    remind: url('/autoevaluations/:evaluation/rappeler'),
    extend: url('/autoevaluations/:evaluation/prolonger'),
    close: url('/autoevaluations/:evaluation/clore'),
    spread: url('/autoevaluations/:evaluation/ecarts'),
    agree: url('/autoevaluations/:evaluation/accord/:item'),
    diagnosis: url('/autoevaluations/:evaluation/diagnostic'),
    newFinding: url('/autoevaluations/:evaluation/diagnostic/nouveau'),
    finding: url('/autoevaluations/:evaluation/diagnostic/:finding'),
    moveFinding: url('/autoevaluations/:evaluation/diagnostic/:finding/deplacer'),
    findingDelete: url('/autoevaluations/:evaluation/diagnostic/:finding/retirer'),
    sheet: url('/autoevaluations/:evaluation/fiche'),
    attachEvidence: url('/autoevaluations/:evaluation/preuves/:item'),
    detachEvidence: url('/autoevaluations/:evaluation/preuves/:item/:evidence/retirer'),
    validate: url('/autoevaluations/:evaluation/valider'),
    share: url('/autoevaluations/:evaluation/partager'),
    compare: url('/autoevaluations/:evaluation/comparer'),
    report: url('/autoevaluations/:evaluation/rapport'),
    reportFile: url('/autoevaluations/:evaluation/rapport/:format'),
    delete: url('/autoevaluations/:evaluation/supprimer'),
  },
  label: {
    board: url('/etablissements/:organisation/demarches'),
    follow: url('/etablissements/:organisation/demarches/suivre'),
    file: url('/etablissements/:organisation/demarches/tableau/:format'),
    map: url('/etablissements/:organisation/demarches/carte'),
    bestProofs: url('/etablissements/:organisation/demarches/preuves-utiles'),
    show: url('/etablissements/:organisation/demarches/:framework'),
    settings: url('/etablissements/:organisation/demarches/:framework/reglages'),
    stop: url('/etablissements/:organisation/demarches/:framework/arreter'),
    share: url('/etablissements/:organisation/demarches/:framework/partager'),
    nearest: url('/etablissements/:organisation/demarches/:framework/chemin'),
    point: url('/etablissements/:organisation/demarches/:framework/points/:code'),
    join: url('/etablissements/:organisation/demarches/:framework/points/:code/preuves'),
    detach: url('/etablissements/:organisation/demarches/:framework/points/:code/preuves/:evidence/retirer'),
    position: url('/etablissements/:organisation/demarches/:framework/points/:code/position'),
    takePosition: url('/etablissements/:organisation/demarches/:framework/points/:code/position/retirer'),
    action: url('/etablissements/:organisation/demarches/:framework/points/:code/action'),
    network: url('/reseaux/:organisation/demarches'),
    authority: url('/academies/:organisation/demarches'),
  },
  evidence: {
    show: url('/preuves/:evidence'),
    edit: url('/preuves/:evidence/modifier'),
    revise: url('/preuves/:evidence/version'),
    revisionFile: url('/preuves/:evidence/versions/:revision'),
    points: url('/preuves/:evidence/points'),
    unlink: url('/preuves/:evidence/points/detacher'),
    file: url('/preuves/:evidence/fichier'),
    delete: url('/preuves/:evidence/supprimer'),
  },
  action: {
    show: url('/actions/:action'),
    edit: url('/actions/:action/modifier'),
    fromFinding: url('/constats/:finding/action'),
    addStep: url('/actions/:action/etapes'),
    toggleStep: url('/actions/:action/etapes/:step'),
    progress: url('/actions/:action/avancement'),
    delete: url('/actions/:action/supprimer'),
  },
  authority: {
    list: url('/academies'),
    show: url('/academies/:organisation'),
  },
  network: {
    show: url('/reseaux/:organisation'),
  },
  operator: {
    home: url('/exploitation'),
    importSchools: url('/exploitation/annuaire'),
    confirmImport: url('/exploitation/annuaire/confirmer'),
    schools: url('/exploitation/etablissements'),
    newGroup: url('/exploitation/organisations/nouvelle'),
    organisation: url('/exploitation/organisations/:organisation'),
    attach: url('/exploitation/organisations/:organisation/rattacher'),
    endLink: url('/exploitation/organisations/:organisation/rattachements/fin'),
    accounts: url('/exploitation/comptes'),
    createAccount: url('/exploitation/comptes/nouveau'),
    account: url('/exploitation/comptes/:person'),
    deactivate: url('/exploitation/comptes/:person/desactiver'),
    reactivate: url('/exploitation/comptes/:person/reactiver'),
    forgetSecondFactor: url('/exploitation/comptes/:person/double-verification/retirer'),
    endMandate: url('/exploitation/comptes/:person/roles/:mandate/fin'),
  },
  frameworks: {
    list: url('/referentiels'),
    show: url('/referentiels/:framework'),
    theme: url('/referentiels/:framework/:theme'),
  },
  drafts: {
    list: url('/organisations/:organisation/referentiels'),
    start: url('/organisations/:organisation/referentiels/nouveau'),
    show: url('/referentiels/brouillons/:draft'),
    about: url('/referentiels/brouillons/:draft/presentation'),
    source: url('/referentiels/brouillons/:draft/source'),
    scale: url('/referentiels/brouillons/:draft/echelle'),
    newTheme: url('/referentiels/brouillons/:draft/themes'),
    orderThemes: url('/referentiels/brouillons/:draft/themes/ordre'),
    theme: url('/referentiels/brouillons/:draft/themes/:theme'),
    editTheme: url('/referentiels/brouillons/:draft/themes/:theme/modifier'),
    moveTheme: url('/referentiels/brouillons/:draft/themes/:theme/deplacer'),
    removeTheme: url('/referentiels/brouillons/:draft/themes/:theme/retirer'),
    newStatement: url('/referentiels/brouillons/:draft/themes/:theme/enonces'),
    orderStatements: url('/referentiels/brouillons/:draft/themes/:theme/ordre'),
    statement: url('/referentiels/brouillons/:draft/enonces/:code'),
    moveStatement: url('/referentiels/brouillons/:draft/enonces/:code/deplacer'),
    removeStatement: url('/referentiels/brouillons/:draft/enonces/:code/retirer'),
    changes: url('/referentiels/brouillons/:draft/changements'),
    change: url('/referentiels/brouillons/:draft/changements/:code'),
    review: url('/referentiels/brouillons/:draft/relecture'),
    send: url('/referentiels/brouillons/:draft/relecture/envoyer'),
    resume: url('/referentiels/brouillons/:draft/relecture/reprendre'),
    publish: url('/referentiels/brouillons/:draft/relecture/publier'),
    delete: url('/referentiels/brouillons/:draft/supprimer'),
  },
  crosswalks: {
    list: url('/correspondances'),
    show: url('/correspondances/:crosswalk'),
    start: url('/organisations/:organisation/correspondances/nouvelle'),
    work: url('/correspondances/:crosswalk/ecriture'),
    about: url('/correspondances/:crosswalk/presentation'),
    statement: url('/correspondances/:crosswalk/enonces/:code'),
    removeLink: url('/correspondances/:crosswalk/enonces/:code/retirer'),
    gap: url('/correspondances/:crosswalk/sans-equivalent/:code'),
    review: url('/correspondances/:crosswalk/relecture'),
    send: url('/correspondances/:crosswalk/relecture/envoyer'),
    resume: url('/correspondances/:crosswalk/relecture/reprendre'),
    publish: url('/correspondances/:crosswalk/relecture/publier'),
    delete: url('/correspondances/:crosswalk/supprimer'),
  },
  exchange: {
    import: url('/organisations/:organisation/referentiels/importer'),
    reading: url('/organisations/:organisation/referentiels/importer/:reading'),
    framework: url('/referentiels/:framework/exporter'),
    frameworkFile: url('/referentiels/:framework/exporter/:format'),
    crosswalk: url('/correspondances/:crosswalk/exporter'),
    crosswalkFile: url('/correspondances/:crosswalk/exporter/:format'),
  },
  versions: {
    show: url('/referentiels/:framework/versions/:other'),
    file: url('/referentiels/:framework/versions/:other/exporter'),
    move: url('/etablissements/:organisation/demarches/:framework/version'),
    back: url('/etablissements/:organisation/demarches/:framework/version/revenir'),
    confirm: url('/etablissements/:organisation/demarches/:framework/version/confirmer'),
  },
  health: {
    live: url('/health/live'),
    ready: url('/health/ready'),
  },
}

/** Path parameters that are not ids. */
export const wordParameters: readonly string[] = ['token', 'format', 'theme', 'revision', 'code']
