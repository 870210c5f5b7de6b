import type { Texts } from './texts.fr.ts'

export const en: Texts = {
  notFound: {
    title: 'Page not found',
    sentences: ['This page does not exist, or it is not open to you.', 'If you followed a link, it may have changed.'],
    wayOut: 'Go to My page',
  },
  forbidden: {
    title: 'This step belongs to somebody else',
    sentence: 'Your role in this school does not allow this step. The head of school or the quality lead can do it, or give you the role.',
    wayOut: 'Go to My page',
  },
  forged: {
    title: 'This could not be accepted',
    sentences: [
      'The form came from a page that was too old, or from another site.',
      'Go back, reload the page, and send again. Your browser has kept your text.',
    ],
    wayOut: 'Go to My page',
  },
  tooLarge: {
    title: 'This is too heavy to send',
    sentences: (limit) => [
      `The page takes at most ${limit} at once.`,
      'Go back: your browser has kept what you wrote. Shorten the text or choose a lighter file.',
    ],
    wayOut: 'Go to My page',
  },
  broken: {
    title: 'Something went wrong on our side',
    sentences: ['Nothing that was saved is lost.', 'Go back and try again in a moment. If it happens again, tell the person who runs the site.'],
    wayOut: 'Go to My page',
  },
  unavailable: {
    title: 'The site is busy or starting again',
    sentences: ['Nothing that was saved is lost.', 'Wait a few seconds, then reload the page.'],
    wayOut: 'Reload My page',
  },
  throttled: {
    title: 'Too many attempts in a short time',
    sentences: ['To protect accounts, please wait a quarter of an hour before trying again.'],
    wayOut: 'Back to the start',
  },
  sessionEnded: 'Your session has ended. Your text stays on screen: sign in again in another tab, then come back here.',
  megabytes: (value) => `${value} MB`,
}
