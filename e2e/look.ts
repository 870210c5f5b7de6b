import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import type { Message } from 'html-validate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { htmlRules } from './html-rules.ts'

const validator = new HtmlValidate(htmlRules)

/** What html-validate says of a page as the server sent it. */
export async function htmlProblems(raw: string): Promise<string[]> {
  const report = await validator.validateString(raw)
  const messages = report.results.flatMap((result) => result.messages).filter((message) => !isFalseAlarm(message, raw))
  return messages.map((message) => `HTML, line ${message.line}: ${message.message} (${message.ruleId})`)
}

function isFalseAlarm({ ruleId, offset }: Message, raw: string): boolean {
  // Hidden fields send several values as boxes do; the rule has no word for them.
  if (ruleId === 'form-dup-name') return /^<input [^>]*type="hidden"/.test(raw.slice(raw.lastIndexOf('<', offset)))
  // The rule counts « &#39; » as five characters.
  if (ruleId === 'long-title') return (raw.match(/<title>([^<]*)/)?.[1] ?? '').replace(/&#?\w+;/g, '.').length <= longestTitle
  return false
}

const longestTitle = 70

interface Violation {
  id: string
  help: string
  nodes: string[]
}

const axeOptions = { resultTypes: ['violations'], preload: false, rules: { 'target-size': { enabled: true } } }

const runAxe = `axe.run(document, ${JSON.stringify(axeOptions)}).then(({ violations }) =>
  violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((node) => node.html + ' ' + node.failureSummary) })))`

/** What axe finds on the page as it is shown, by every rule that it has switched on, best practices included. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const violations = await page.evaluate<Violation[]>(runAxe)
  return violations.map(({ id, help, nodes }) => `axe, ${id}: ${help}\n    ${nodes.slice(0, 3).join('\n    ')}`)
}

export interface Twin {
  show(original: Page): Promise<Page>
}

/**
 * Axe is a script, so a page of a browser without scripts is shown again, as it stands, in one that has them. The page's own scripts stay
 * out: what is looked at is what the person has before her.
 */
export async function openTwin(browser: Browser, options: BrowserContextOptions): Promise<Twin> {
  const context = await browser.newContext({ ...options, javaScriptEnabled: true })
  const twin = await context.newPage()
  let shown = ''
  await context.route('**/*', async (route) => {
    const request = route.request()
    if (request.isNavigationRequest()) await route.fulfill({ body: shown, contentType: 'text/html; charset=utf-8' })
    else if (request.resourceType() === 'script') await route.abort()
    else await route.continue()
  })
  return {
    show: async (original) => {
      shown = await original.content()
      await twin.goto(original.url())
      return twin
    },
  }
}

/** A page that scrolls sideways, and what makes it so. */
export function sidewaysProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const wide = [...document.querySelectorAll('body *')].filter((element) => element.getBoundingClientRect().right > width + 1)
    return [
      `scrolls sideways at ${width} px: ${wide
        .slice(0, 3)
        .map((element) => element.outerHTML.slice(0, 120))
        .join(' | ')}`,
    ]
  })
}
