import type { Language } from '../../../platform/language.ts'
import type { Crumb } from '../../../platform/web/answer.ts'
import { urls } from '../../../urls.ts'

export const operatorTitle: Record<Language, string> = { fr: 'Exploitation du site', en: 'Site operation' }

export const operatorCrumb = (language: Language): Crumb => ({ text: operatorTitle[language], href: urls.operator.home() })
