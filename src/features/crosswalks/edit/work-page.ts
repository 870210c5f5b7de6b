import { page, redirect } from '../../../platform/web/answer.ts'
import type { Answer, Page } from '../../../platform/web/answer.ts'
import type { SignedIn } from '../../../platform/web/route.ts'
import { button, buttonGroup, linkButton } from '../../../ui/buttons.ts'
import { select } from '../../../ui/fields.ts'
import { form } from '../../../ui/form.ts'
import { attributes, html } from '../../../ui/html.ts'
import type { Html } from '../../../ui/html.ts'
import { columns, progress } from '../../../ui/lists.ts'
import { heading, inset } from '../../../ui/messages.ts'
import { urls } from '../../../urls.ts'
import { inFrench } from '../../frameworks/content-words.ts'
import type { Item } from '../../frameworks/store.ts'
import { stateTag } from '../read/list-page.ts'
import type { Crosswalk } from '../read/crosswalks-store.ts'
import { textsIn as readTexts } from '../read/texts.en.ts'
import { chosenPanel } from './chosen-panel.ts'
import type { LinkForm } from './chosen-panel.ts'
import { pageOf } from './refusals.ts'
import { textsIn } from './texts.en.ts'
import { loadWork, readSide, workHref } from './work-data.ts'
import type { Work } from './work-data.ts'

/** Two columns: the statements of a theme at left; the one picked, its links and what it is like at right. */
export async function showWork(ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> {
  const work = await loadWork(ask, crosswalk, {
    side: readSide(ask.query.get('cote') ?? ''),
    theme: ask.query.get('theme') ?? '',
    code: ask.query.get('enonce') ?? '',
  })
  return page(await workPage(ask, work, { editing: ask.query.get('lien') ?? '' }))
}

export async function workPage(ask: SignedIn, work: Work, linkForm: LinkForm): Promise<Page> {
  const t = textsIn(ask.language)
  const { crosswalk } = work
  const title = readTexts(ask.language).name(crosswalk.from.title, crosswalk.to.title)
  const place = { crosswalk: crosswalk.id }
  const right = work.chosen ? await chosenPanel(ask, work, work.chosen, linkForm) : inset(t.work.choose)
  const body = html`${heading(1, inFrench(title, ask.language), 'l')}<p class="govuk-body">${stateTag(ask, crosswalk)}</p>
${progress({
  done: work.settled.size,
  total: work.nearItems.length,
  text: t.work.progress(work.settled.size, work.nearItems.length),
  label: t.work.progressLabel,
})}<p class="govuk-body">${t.work.progressText(work.settled.size, work.nearItems.length, work.near.title)}</p>
${columns(leftColumn(ask, work), html`<div id="chosen">${right}</div>`, 'equal')}
${buttonGroup([
  linkButton({ text: t.work.review, href: urls.crosswalks.review(place), kind: 'secondary' }),
  linkButton({ text: t.work.read, href: urls.crosswalks.show(place), kind: 'quiet' }),
  linkButton({ text: t.work.about, href: urls.crosswalks.about(place), kind: 'quiet' }),
  linkButton({ text: t.work.delete, href: urls.crosswalks.delete(place), kind: 'quiet' }),
])}`
  const { breadcrumbs = [], ...shown } = pageOf(ask, crosswalk, title, body)
  return { ...shown, wide: true, breadcrumbs: breadcrumbs.slice(0, 1) }
}

function leftColumn(ask: SignedIn, work: Work): Html {
  const t = textsIn(ask.language).work
  const remaining = (code: string): number => work.nearItems.filter((item) => item.themeCode === code && !work.settled.has(item.code)).length
  const sides = [
    { value: 'from', text: work.crosswalk.from.title },
    { value: 'to', text: work.crosswalk.to.title },
  ]
  const themes = work.themes.map((theme) => ({ value: theme.code, text: t.remaining(`${theme.code} ${theme.title}`, remaining(theme.code)) }))
  const action = urls.crosswalks.work({ crosswalk: work.crosswalk.id })
  const sideForm = form({
    action,
    method: 'get',
    inline: true,
    content: html`${select({ id: 'cote', name: 'cote', label: t.side, value: work.side, options: sides })}${button({ text: t.show, kind: 'secondary', about: t.side })}`,
  })
  const themeForm = form({
    action,
    method: 'get',
    inline: true,
    hidden: [{ name: 'cote', value: work.side }],
    content: html`${select({ id: 'theme', name: 'theme', label: t.themes, value: work.theme?.code ?? '', options: themes })}${button({ text: t.show, kind: 'secondary', about: t.themes })}`,
  })
  const items = work.nearItems.filter((item) => item.themeCode === work.theme?.code)
  return html`<div class="q-way">${sideForm}</div><div class="q-way">${themeForm}</div>${heading(2, t.statements, 's')}<ul class="govuk-list q-picks">${items.map((item) => pick(ask, work, item))}</ul>`
}

function pick(ask: SignedIn, work: Work, item: Item): Html {
  const current = item.code === work.chosen?.code
  return html`<li${attributes({ class: current && 'q-picks__current' })}><a class="govuk-link" href="${workHref(work, { enonce: item.code })}#chosen"${attributes({ 'aria-current': current && 'true' })}>${inFrench(item.statement, ask.language)}</a>
<span class="q-missing">${item.code} · ${stateOf(ask, work, item)}</span></li>`
}

function stateOf(ask: SignedIn, work: Work, item: Item): string {
  const t = textsIn(ask.language).work
  const links = work.links.filter((link) => link[work.side] === item.code).length
  if (links > 0) return t.linked(links)
  return work.gaps.some((gap) => gap.side === work.side && gap.code === item.code) ? t.gap : t.todo
}

/** Where a form refused by the page of work was sent: reloading it leads back. */
export const showStatement = (ask: SignedIn, crosswalk: Crosswalk): Promise<Answer> =>
  Promise.resolve(redirect(workHref({ crosswalk, side: 'from' }, { enonce: ask.params['code'] ?? '' })))
