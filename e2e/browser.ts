import assert from 'node:assert/strict'
import { chromium } from 'playwright-core'
import type { BrowserContext, ConsoleMessage, Locator, Page, Response } from 'playwright-core'
import { fr as accounts } from '../src/features/accounts/texts.fr.ts'
import { urls } from '../src/urls.ts'
import { startDemoSite } from './demo-site.ts'
import type { DemoSite } from './demo-site.ts'
import { accessibilityProblems, htmlProblems, openTwin, sidewaysProblems } from './look.ts'
import type { Twin } from './look.ts'

export interface Wishes {
  javascript?: boolean
  width?: number
  colorScheme?: 'light' | 'dark'
  language?: 'fr' | 'en'
}

/** One person at her browser. */
export interface Visit {
  page: Page
  context: BrowserContext
  open(path: string): Promise<void>
  /** Presses the first button that is called so, and waits for the page that follows. */
  press(name: string | RegExp): Promise<void>
  /** Follows the first link of the page's content that is called so. */
  follow(name: string | RegExp): Promise<void>
  /** Goes to a part of the site by the navigation on top. */
  enter(name: string): Promise<void>
  /** Does what leads to another page, and waits for it. */
  leavesBy(act: () => Promise<void>): Promise<void>
  /** Goes by Tab alone to a field, a button or a link. */
  tabTo(target: Locator): Promise<void>
  /** Waits until the text is on the page. */
  sees(text: string | RegExp): Promise<void>
  seesNot(text: string | RegExp): Promise<void>
  /** Everything that must hold on any page: see look.ts; and nothing went wrong in the browser since the last look. */
  look(): Promise<void>
  /** The page, shown as wide as that, does not scroll sideways. */
  fits(width: number): Promise<void>
  field(label: string): Locator
  /** HTTP status of the page. */
  status(): number
}

export interface House {
  site: DemoSite
  visit(wishes?: Wishes): Promise<Visit>
  /** Enters by the demonstration's page, as the person of this name. */
  openAs(name: string, wishes?: Wishes): Promise<Visit>
  stop(): Promise<void>
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Longest wait for anything on a page; a busy machine included. */
const patienceMs = 15_000

/** More steps than any page has. */
const mostTabs = 200

/** The demonstration on a fresh database and a browser to visit it. */
export async function openHouse(): Promise<House> {
  const [site, browser] = await Promise.all([
    startDemoSite(),
    chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: flags }),
  ])
  const visit = async ({ javascript = true, width = 1280, colorScheme = 'light', language = 'fr' }: Wishes = {}): Promise<Visit> => {
    const screen = {
      baseURL: site.address,
      viewport: { width, height: width < 600 ? 844 : 900 },
      hasTouch: width < 600,
      colorScheme,
      locale: language,
      reducedMotion: 'reduce' as const,
    }
    const context = await browser.newContext({ ...screen, javaScriptEnabled: javascript })
    context.setDefaultTimeout(patienceMs)
    return visitOn(context, await context.newPage(), { colorScheme, twin: javascript ? null : await openTwin(browser, screen) })
  }
  return {
    site,
    visit,
    openAs: async (name, wishes = {}) => {
      const visitor = await visit(wishes)
      await visitor.open(urls.demo.signIn())
      await unfold(visitor.page.locator('button', { hasText: accounts.demo.enter(name) }).first())
      await visitor.press(accounts.demo.enter(name))
      return visitor
    },
    stop: async () => {
      await browser.close()
      await site.stop()
    },
  }
}

/** Opens what hides a part of the page. */
export async function unfold(target: Locator): Promise<void> {
  if (await target.isVisible()) return
  await target.page().locator('details:not([open])', { has: target }).locator('summary').first().click()
}

/** A page of somebody's browser, watched. */
export function visitOn(context: BrowserContext, page: Page, { twin = null, colorScheme = 'light' }: { twin?: Twin | null; colorScheme?: string } = {}): Visit {
  const wrong: string[] = []
  let latest: Response | null = null
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest() && response.frame() === page.mainFrame()
    if (isPage && (response.headers()['content-type'] ?? '').startsWith('text/html')) latest = response
    if (response.status() >= 500) wrong.push(`${response.status()} at ${response.url()}`)
  })
  page.on('console', (message) => {
    if (isComplaint(message)) wrong.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => wrong.push(`script: ${error.message}`))

  const leavesBy = async (act: () => Promise<void>): Promise<void> => {
    const arrived = page.waitForEvent('framenavigated', (frame) => frame === page.mainFrame())
    await Promise.all([arrived, act()])
    await page.waitForLoadState('load')
  }
  return {
    page,
    context,
    open: async (path) => {
      await page.goto(path)
    },
    leavesBy,
    press: (name) => leavesBy(() => page.getByRole('button', { name }).first().click()),
    follow: (name) => leavesBy(() => page.getByRole('main').getByRole('link', { name }).first().click()),
    sees: async (text) => {
      const found = page.getByText(text).locator('visible=true').first()
      await found.waitFor().catch(async () => assert.fail(`« ${text} » is not on ${page.url()}, which says: ${await page.getByRole('main').innerText()}`))
    },
    seesNot: async (text) => assert.equal(await page.getByText(text).count(), 0, `« ${text} » is on ${page.url()}`),
    enter: (name) => leavesBy(() => page.getByRole('banner').getByRole('link', { name, exact: true }).click()),
    tabTo: async (target) => {
      for (let presses = 0; presses < mostTabs; presses += 1) {
        await page.keyboard.press('Tab')
        if (await target.evaluate((element) => element === document.activeElement)) return
      }
      assert.fail(`${target.toString()} cannot be reached by the keyboard on ${page.url()}`)
    },
    field: (label) => page.getByRole('main').getByLabel(label, { exact: true }),
    fits: async (width) => {
      const before = page.viewportSize()
      await page.setViewportSize({ width, height: 844 })
      assert.deepEqual(await sidewaysProblems(page), [], `on ${page.url()}`)
      if (before) await page.setViewportSize(before)
    },
    status: () => latest?.status() ?? 0,
    look: async () => {
      const raw = latest ? await latest.text() : ''
      const problems = [
        ...wrong.splice(0),
        ...(await htmlProblems(raw)),
        ...(await accessibilityProblems(page, twin, colorScheme)),
        ...(await sidewaysProblems(page)),
      ]
      assert.deepEqual(problems, [], `on ${page.url()}`)
    },
  }
}

/** A page refused on purpose is told by the browser too; what our pages are made of must be there. */
function isComplaint(message: ConsoleMessage): boolean {
  if (message.type() !== 'error') return false
  const refusedPage = /Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())
  return !refusedPage || message.location().url.includes('/assets/')
}
