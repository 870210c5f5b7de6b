/** One invented person of the demonstration: her address ends with @demo.exemple. */
export interface DemoAccount {
  email: string
  name: string
  /** One line: who she is and where she stands in the cycle. */
  story: { fr: string; en: string }
}

export const demoAccounts: readonly DemoAccount[] = [
  {
    email: 'claire.fontaine@demo.exemple',
    name: 'Claire Fontaine',
    story: {
      fr: 'Proviseure. Sa première autoévaluation est close : elle prépare l’accord avec son équipe.',
      en: 'Head of school. Her first self-evaluation is closed: she prepares the agreement with her team.',
    },
  },
  {
    email: 'karim.benali@demo.exemple',
    name: 'Karim Benali',
    story: {
      fr: 'Professeur et pilote de la démarche. Il compose le questionnaire et suit les actions.',
      en: 'Teacher and quality lead. He composes the questionnaire and follows the actions.',
    },
  },
]
