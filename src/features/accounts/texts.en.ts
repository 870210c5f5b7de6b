import type { Texts } from './texts.fr.ts'

export const en: Texts = {
  errorTitle: 'Something needs to be corrected',
  errorPrefix: 'Error:',
  signIn: {
    title: 'Sign in',
    email: 'Email address',
    password: 'Password',
    button: 'Sign in',
    forgot: 'Forgotten your password?',
    failed: 'The address or the password does not match. Check them, or ask for a new password.',
    missing: 'Write your address and your password.',
    kept: 'Your session has ended. What you had written is kept: sign in, then check and save.',
    signedOut: 'You are signed out.',
  },
  resume: {
    title: 'Pick up where you were',
    intro: 'This is what you were sending. Nothing is saved yet.',
    button: 'Save now',
    abandon: 'Do not save, and go to My page',
    column: 'What you had written',
  },
}
