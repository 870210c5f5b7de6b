import { roleNames } from '../features/accounts/role-names.ts'
import { languageNames, languages } from '../platform/language.ts'
import type { Language } from '../platform/language.ts'
import type { Caller, Mandate } from '../platform/session.ts'
import type { Frame } from '../platform/web/app.ts'
import { html } from '../ui/html.ts'
import type { Html } from '../ui/html.ts'
import { layout, plainLayout } from '../ui/page.ts'
import type { Link } from '../ui/page.ts'
import { urls } from '../urls.ts'
import { en } from './texts.en.ts'
import { fr } from './texts.fr.ts'
import type { Texts } from './texts.fr.ts'

export const textsIn = (language: Language): Texts => (language === 'fr' ? fr : en)

/** Puts the house around a page: navigation by mandate, account, languages, footer. */
export function shell(frame: Frame): Html {
  const { page, caller, language, assets } = frame
  const t = textsIn(language)
  const common = {
    language,
    title: page.title,
    assets: {
      css: assets.css,
      scripts: (page.scripts ?? []).map((name) => assets.script(name)),
      ...(assets.fontPreload ? { fontPreload: assets.fontPreload } : {}),
      favicon: assets.favicon,
    },
    words: t,
    home: urls.home(),
    languages: languages.map((code) => ({ href: urls.language({}, { langue: code }), text: languageNames[code], language: code, current: code === language })),
    footer: { links: footerLinks(t), text: t.footer },
    demo: frame.services.config.mode === 'demo' ? html`${t.demo} <a href="${urls.demo.mails()}">${t.demoMails}</a>` : undefined,
    notice: frame.notice ?? undefined,
    main: page.body,
  }
  if (!caller || page.plain) return plainLayout(common)
  return layout({
    ...common,
    navigation: navigationOf(caller, t, page.here),
    account: {
      name: caller.name,
      role: caller.mandates.map((mandate) => `${roleNames[language][mandate.role]}, ${mandate.name}`).join(' · '),
      links: [{ href: urls.account.show(), text: t.myAccount }],
      signOut: { action: urls.signOut(), hidden: frame.hidden(), text: t.signOut },
    },
    search: { action: urls.search(), label: t.searchLabel, name: 'q', button: t.search },
    breadcrumbs: page.breadcrumbs ?? [],
    width: page.wide ? 'full' : 'wide',
  })
}

/** The school (or network) whose pages the navigation leads to: the first in which the caller works. */
export const homeOrganisation = (caller: Caller): Mandate | undefined =>
  caller.mandates.find((mandate) => mandate.kind === 'school') ?? caller.mandates.find((mandate) => mandate.kind === 'network')

function navigationOf(caller: Caller, t: Texts, here: string | undefined): Link[] {
  const entry = (name: string, text: string, href: string): Link => ({ text, href, current: here === name })
  const links = [entry('my-page', t.myPage, urls.myPage())]
  const home = homeOrganisation(caller)
  if (home) {
    const organisation = { organisation: home.organisationId }
    links.push(entry('school', t.school, urls.school.show(organisation)))
    links.push(entry('evaluations', t.evaluations, urls.school.evaluations(organisation)))
    links.push(entry('surveys', t.surveys, urls.survey.list(organisation)))
    links.push(entry('actions', t.actions, urls.school.actions(organisation)))
    links.push(entry('indicators', t.indicators, urls.indicators.board(organisation)))
    links.push(entry('labels', t.labels, urls.label.board(organisation)))
  }
  const authority = caller.mandates.find((mandate) => mandate.role === 'referent')
  if (authority) links.push(entry('authority', t.authority, urls.authority.show({ organisation: authority.organisationId })))
  else if (caller.mandates.some((mandate) => mandate.role === 'national')) links.push(entry('authority', t.authorities, urls.authority.list()))
  const accompanied = home ? undefined : (authority ?? caller.mandates.find((mandate) => mandate.role === 'national'))
  if (accompanied) links.push(entry('indicators', t.indicators, urls.indicators.imports({ organisation: accompanied.organisationId })))
  if (accompanied) links.push(entry('surveys', t.surveys, urls.survey.list({ organisation: accompanied.organisationId })))
  links.push(entry('frameworks', t.frameworks, urls.frameworks.list()))
  if (caller.mandates.some((mandate) => mandate.role === 'operator')) links.push(entry('operator', t.operator, urls.operator.home()))
  return links
}

const footerLinks = (t: Texts): Link[] => [
  { href: urls.help(), text: t.help },
  { href: urls.privacy(), text: t.privacy },
  { href: urls.accessibility(), text: t.accessibility },
]
