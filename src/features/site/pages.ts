import { isAnswering } from '../../platform/database.ts'
import { languages } from '../../platform/language.ts'
import { json, page, redirect } from '../../platform/web/answer.ts'
import type { Answer } from '../../platform/web/answer.ts'
import { anyone, get } from '../../platform/web/route.ts'
import type { Ask, Route } from '../../platform/web/route.ts'
import { html, join } from '../../ui/html.ts'
import type { Html } from '../../ui/html.ts'
import { list } from '../../ui/lists.ts'
import { heading } from '../../ui/messages.ts'
import { urls } from '../../urls.ts'
import { accessibilityEn, accessibilityFr } from './accessibility-text.ts'
import type { Article } from './article.ts'
import { helpEn, helpFr } from './help-text.ts'
import { privacyEn, privacyFr } from './privacy-text.ts'

async function home(ask: Ask): Promise<Answer> {
  if (ask.caller) return redirect(urls.myPage())
  return redirect(ask.services.config.mode === 'demo' ? urls.demo.signIn() : urls.signIn())
}

/** Kept on this browser only: a page that is looked at changes nothing in the database. */
async function chooseLanguage(ask: Ask): Promise<Answer> {
  const language = languages.find((code) => code === ask.query.get('langue'))
  const back = redirect(ask.cameFrom ?? urls.home())
  return language ? { ...back, cookies: [{ name: 'language', value: language, maxAge: 365 * 86_400 }] } : back
}

const articlePage = (fr: Article, en: Article) =>
  anyone((ask) => {
    const article = ask.language === 'fr' ? fr : en
    return Promise.resolve(page({ title: article.title, body: articleBody(article) }))
  })

function articleBody(article: Article): Html {
  return html`${heading(1, article.title)}<p class="govuk-body-l">${article.lead}</p>
${join(article.sections.map((section) => html`${heading(2, section.title, 'm')}${join(section.paragraphs.map((text) => html`<p class="govuk-body">${text}</p>`))}${section.points ? list(section.points, section.numbered ? 'number' : 'bullet') : ''}`))}`
}

/** Whether the site can serve: its database answers. */
const ready = anyone(async (ask) => ((await isAnswering(ask.services.pool)) ? json({ status: 'ready' }) : json({ status: 'database-down' }, 503)))

export const siteRoutes: readonly Route[] = [
  get(urls.home, anyone(home)),
  get(urls.language, anyone(chooseLanguage)),
  get(urls.help, articlePage(helpFr, helpEn)),
  get(urls.privacy, articlePage(privacyFr, privacyEn)),
  get(urls.accessibility, articlePage(accessibilityFr, accessibilityEn)),
  get(urls.health.ready, ready),
]
