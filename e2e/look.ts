import { createHash } from 'node:crypto'
import axe from 'axe-core'
import { HtmlValidate } from 'html-validate'
import type { Message } from 'html-validate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { htmlRules } from './html-rules.ts'

const validator = new HtmlValidate(htmlRules)

const faultless = new Set<string>()

/**
 * Runs a check unless a page of the same shape has already passed it in this file: the same elements, classes and ids, whatever the words, values
 * and ids of the database.
 */
async function once(check: string, markup: string, run: () => Promise<string[]>): Promise<string[]> {
  const shape = markup
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '')
    .replace(/ (?:value|href|action|data-token)="[^"]*"/g, '')
    .replace(/>[^<]*\S[^<]*</g, '>…<')
  const key = createHash('sha256').update(`${check} ${shape}`).digest('base64')
  if (faultless.has(key)) return []
  const problems = await run()
  if (problems.length === 0) faultless.add(key)
  return problems
}

/** What html-validate says of a page as the server sent it. */
export const htmlProblems = (raw: string): Promise<string[]> => once('html', raw, () => validate(raw))

async function validate(raw: string): Promise<string[]> {
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
export async function accessibilityProblems(page: Page, twin: Twin | null, colorScheme: string): Promise<string[]> {
  const check = `axe ${page.viewportSize()?.width} ${colorScheme}`
  return once(check, await page.content(), async () => listViolations(twin ? await twin.show(page) : page))
}

async function listViolations(page: Page): Promise<string[]> {
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
