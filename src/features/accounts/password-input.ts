import { passwordField } from '../../ui/fields.ts'
import type { PasswordField } from '../../ui/fields.ts'
import type { FormError } from '../../ui/form.ts'
import { html } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import type { Texts } from './texts.fr.ts'

/** A password field that may be shown while it is typed, where the browser runs browser/reveal-password. */
export const passwordInput = (t: Texts, field: PasswordField): Html =>
  html`${passwordField(field)}<reveal-password data-field="${field.id}" data-show="${t.showPassword}" data-hide="${t.hidePassword}"></reveal-password>`

/** The title of a page whose form came back says so first. */
export const pageTitle = (t: Texts, title: string, errors: readonly FormError[]): string => (errors.length > 0 ? `${t.errorPrefix} ${title}` : title)
