import type { Crumb } from '../../platform/web/answer.ts'
import { urls } from '../../urls.ts'
import type { Organisation } from './store.ts'

/** The way back to the organisation's own page. */
export const homeCrumb = (organisation: Pick<Organisation, 'id' | 'name'>): Crumb => ({
  text: organisation.name,
  href: urls.school.show({ organisation: organisation.id }),
})
