import { form, type Hidden } from './form.ts'
import { attributes, classes, html, nothing, when, type Content, type Html } from './html.ts'
import { notice } from './messages.ts'
import { wheel } from './wheel.ts'

export type Link = { href: string; text: string; current?: boolean }

/** Addresses of what the page loads; the font file is asked for early. */
export type Assets = { css: string; scripts: readonly string[]; fontPreload?: string; favicon: string }

export type PageWords = {
  skip: string
  product: string
  /** Names of the landmarks, read by assistive technology. */
  navigation: string
  account: string
  languages: string
  breadcrumbs: string
  menu: string
}

type Common = {
  language: string
  title: string
  assets: Assets
  words: PageWords
  home: string
  languages?: readonly (Link & { language: string })[]
  footer: { links: readonly Link[]; text?: Content }
  /** Shown on every page in demo mode. */
  demo?: Content | undefined
  main: Content
}

export type Page = Common & {
  navigation: readonly Link[]
  account: { name: string; role?: string; links: readonly Link[]; signOut: { action: string; hidden: readonly Hidden[]; text: string } }
  search?: { action: string; label: string; name: string; button: string } | undefined
  breadcrumbs?: readonly Link[]
  notice?: Content | undefined
  /** Text pages are 70 characters wide; tables and boards may take the whole sheet. */
  width?: 'text' | 'wide' | 'full'
  /** The title already says that something must be corrected (« Erreur : … »). */
  titlePrefix?: string
}

/** A whole page for someone signed in. */
export function layout(page: Page): Html {
  return document(
    page,
    html`${navigation(page)}${accountMenu(page)}`,
    html`${breadcrumbs(page)}${when(page.notice, () => notice(page.notice ?? nothing))}`,
    page.width ?? 'wide',
    page.titlePrefix,
  )
}

export type PlainPage = Common & { notice?: Content | undefined; titlePrefix?: string }

/** Sign-in, invitation, errors: the logo, one column, nothing to get lost in. */
export function plainLayout(page: PlainPage): Html {
  return document(
    page,
    nothing,
    when(page.notice, () => notice(page.notice ?? nothing)),
    'plain',
    page.titlePrefix,
  )
}

export type ErrorPage = { title: string; sentences: readonly Content[]; wayOut: Content }

/** The content of an error page: what happened, that nothing is lost, the way out. */
export function errorPage(e: ErrorPage): Html {
  return html`<div class="q-error">${wheel({ quarters: { plan: 'full', do: 'full', check: 'full', act: 'empty' }, size: 48 })}
<h1 class="govuk-heading-xl">${e.title}</h1>${e.sentences.map((s) => html`<p class="govuk-body">${s}</p>`)}<div class="q-error__way-out">${e.wayOut}</div></div>`
}

/** Longest title that a browser's tab or a list of results shows whole. */
const longestTitle = 70

function tabTitle(title: string, product: string): string {
  const room = longestTitle - product.length - ' – '.length
  return `${title.length > room ? `${title.slice(0, room - 1).trimEnd()}…` : title} – ${product}`
}

function document(page: Common, head: Content, before: Content, width: string, titlePrefix?: string): Html {
  return html`<!DOCTYPE html>
<html class="govuk-template" lang="${page.language}">
<head>
<meta charset="utf-8">
<title>${tabTitle(`${titlePrefix ? `${titlePrefix} ` : ''}${page.title}`, page.words.product)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#f6f0e4">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#14181f">
${when(page.assets.fontPreload, () => html`<link rel="preload" href="${page.assets.fontPreload}" as="font" type="font/woff2" crossorigin>`)}
<link rel="stylesheet" href="${page.assets.css}">
<link rel="icon" href="${page.assets.favicon}" type="image/svg+xml">
${page.assets.scripts.map((src) => html`<script type="module" src="${src}"></script>`)}
</head>
<body class="${classes('govuk-template__body', 'q-body', width === 'full' && 'q-body--full')}">
<a class="govuk-skip-link" href="#main">${page.words.skip}</a>
<header class="q-header">${when(page.demo, () => html`<div class="q-demo"><div class="q-width">${page.demo}</div></div>`)}
<div class="${classes('q-width', 'q-header__line', width === 'plain' && 'q-header__line--plain')}">${logo(page)}${head}</div></header>
<div class="q-width q-page">
${before}
<main class="q-main q-main--${width}" id="main" tabindex="-1">
${page.main}
</main>
</div>
${footer(page)}
</body>
</html>`
}

function logo(page: Common): Html {
  const sign = wheel({ quarters: { plan: 'full', do: 'full', check: 'full', act: 'full' }, size: 48 })
  return html`<a class="q-logo" href="${page.home}">${sign}<span class="q-logo__name">${page.words.product}</span></a>`
}

function navigation(page: Page): Html {
  return html`<button class="q-menu-button" type="button" popovertarget="q-menu">${page.words.menu}</button>
<div class="q-menu" id="q-menu" popover><nav class="q-navigation" aria-label="${page.words.navigation}"><ul>${page.navigation.map(navigationLink)}</ul></nav>
${when(page.search, () => search(page))}</div>`
}

function navigationLink(link: Link): Html {
  return html`<li><a href="${link.href}"${attributes({ 'aria-current': link.current && 'page' })}>${link.text}</a></li>`
}

function search({ search }: Page): Html {
  if (!search) return nothing
  return html`<form class="q-search" role="search" method="get" action="${search.action}"><label class="govuk-visually-hidden" for="q-search">${search.label}</label><input class="q-search__input" id="q-search" type="search" name="${search.name}" autocomplete="off"><button class="q-search__button" type="submit">${search.button}</button></form>`
}

function accountMenu({ account, words }: Page): Html {
  const signOut = form({
    action: account.signOut.action,
    hidden: account.signOut.hidden,
    content: html`<button class="q-account__out" type="submit">${account.signOut.text}</button>`,
  })
  return html`<details class="q-account"><summary><span class="govuk-visually-hidden">${words.account} </span><span class="q-account__who">${account.name}</span>${face}</summary>
<div class="q-account__panel"><p class="q-account__name">${account.name}</p>${when(account.role, () => html`<p class="q-account__role">${account.role}</p>`)}<ul>${account.links.map(navigationLink)}</ul>${signOut}</div></details>`
}

const face = html`<svg class="q-account__face" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><circle cx="12" cy="7.5" r="4.5"/><path d="M3 21c.6-5 4.3-7.5 9-7.5s8.4 2.5 9 7.5z"/></svg>`

function breadcrumbs({ breadcrumbs: links, words }: Page): Html {
  if (!links || links.length === 0) return nothing
  return html`<nav class="govuk-breadcrumbs" aria-label="${words.breadcrumbs}"><ol class="govuk-breadcrumbs__list">${links.map(
    (link) => html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link" href="${link.href}">${link.text}</a></li>`,
  )}</ol></nav>`
}

function footer({ footer: f, languages, words }: Common): Html {
  return html`<footer class="q-footer"><div class="q-width q-footer__line"><ul class="q-footer__links">${f.links.map(navigationLink)}</ul>
${when(languages, () => html`<nav aria-label="${words.languages}"><ul class="q-footer__links">${(languages ?? []).map((link) => html`<li><a href="${link.href}" hreflang="${link.language}" lang="${link.language}"${attributes({ 'aria-current': link.current && 'true' })}>${link.text}</a></li>`)}</ul></nav>`)}
${when(f.text, () => html`<p class="q-footer__text">${f.text}</p>`)}</div></footer>`
}
