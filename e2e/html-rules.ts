import type { ConfigData } from 'html-validate'

/**
 * What every page's HTML is held to. Boxes and buttons of a form may share a name: that is how a form sends several values. Codes of points, which
 * may hold a dot, are places on a page.
 */
export const htmlRules: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }],
    'valid-id': ['error', { relaxed: true }],
  },
}
