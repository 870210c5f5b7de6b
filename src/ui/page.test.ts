import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { linkButton } from './buttons.ts'
import { html } from './html.ts'
import { card, cardList, progress, stepper, summaryList, tabs } from './lists.ts'
import { details, emptyPage, heading } from './messages.ts'
import { agenda, board } from './planner.ts'
import { errorPage, layout, plainLayout, type Page } from './page.ts'
import { table } from './table.ts'
import { quadrants, wheel, wheelWithWords, type Quarters } from './wheel.ts'

const words = {
  skip: 'Aller au contenu',
  product: 'Qualéduc',
  navigation: 'Navigation',
  account: 'Votre compte :',
  languages: 'Langue',
  breadcrumbs: 'Vous êtes ici',
  menu: 'Menu',
}
const quarters: Quarters = { plan: 'full', do: 'partial', check: 'empty', act: 'empty' }
const names = { plan: 'Projeter', do: 'Mettre en œuvre', check: 'Évaluer', act: 'Ajuster' }

const page: Page = {
  language: 'fr',
  title: 'Fiche <10>',
  assets: { css: '/app.css', scripts: ['/a.js'], fontPreload: '/a.woff2', favicon: '/wheel.svg' },
  words,
  home: '/',
  languages: [{ href: '/?langue=en', text: 'English', language: 'en' }],
  navigation: [
    { href: '/', text: 'Ma page', current: true },
    { href: '/actions', text: 'Actions' },
  ],
  account: {
    name: 'Claire Fontaine',
    role: 'Pilote',
    links: [{ href: '/compte', text: 'Mon compte' }],
    signOut: { action: '/sortie', hidden: [{ name: 'csrf', value: 'x' }], text: 'Se déconnecter' },
  },
  search: { action: '/recherche', label: 'Rechercher une fiche', name: 'q', button: 'Rechercher' },
  breadcrumbs: [{ href: '/e', text: 'Mon établissement' }],
  notice: 'Enregistré',
  footer: { links: [{ href: '/aide', text: 'Aide' }], text: 'Qualéduc' },
  demo: html`<a href="/courriels">Courriels</a>`,
  main: html`${heading(1, 'Fiche')}${everything()}`,
}

function everything() {
  return [
    wheelWithWords({ quarters, title: 'Projeter est complet', words: names, details: { plan: '4 sur 4' } }),
    quadrants({
      plan: { title: names.plan, content: 'a' },
      do: { title: names.do, content: 'b' },
      check: { title: names.check, content: 'c' },
      act: { title: names.act, content: 'd' },
    }),
    stepper('Étapes', [
      { text: 'Composer', state: 'done', href: '/1', stateText: 'fait' },
      { text: 'Répondre', state: 'current', stateText: 'en cours' },
    ]),
    tabs('Vues', [{ href: '/2', text: 'Fiche', current: true, count: 0 }]),
    table({
      caption: 'Actions',
      columns: [{ header: 'Action' }, { header: 'Heures', numeric: true }],
      rows: [
        ['Parrains', 0],
        ['Livret', null],
      ],
      missing: 'pas encore dit',
    }),
    cardList([{ title: 'PFMP', href: '/3', sign: wheel({ quarters, size: 48 }), level: 2 }]),
    summaryList([{ key: 'Équipe', value: null, missing: 'pas encore composée', action: { href: '/4', text: 'Changer', about: 'l’équipe' } }]),
    board([
      { title: 'En cours', cards: [{ title: 'Parrains', href: '/6' }], empty: 'Rien' },
      { title: 'Terminées', cards: [], empty: 'Aucune' },
    ]),
    agenda([{ title: 'Octobre', entries: [{ day: 'mardi 13', content: 'Étape' }] }], { title: 'Sans date', content: html`<p>Livret</p>` }),
    progress({ done: 3, total: 12, text: '3 sur 12', label: 'Réponses' }),
    details({ summary: 'Pourquoi ?', content: html`<p>Parce que.</p>` }),
    emptyPage({
      title: 'Vos actions viendront ici',
      purpose: 'Elles répondent au diagnostic.',
      example: { label: 'Par exemple :', text: 'un parrain.' },
      step: linkButton({ text: 'Décider', href: '/5' }),
    }),
  ]
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'submit'] }] },
})

async function complaints(markup: string): Promise<string[]> {
  const report = await validator.validateString(markup)
  return report.results.flatMap((result) => result.messages.map((message) => `${message.line}: ${message.ruleId} ${message.message}`))
}

test('a whole page is valid HTML', async () => {
  assert.deepEqual(await complaints(String(await layout(page))), [])
})

test('a page for someone not signed in is valid HTML, and has no navigation', async () => {
  const { navigation: _, account: __, ...common } = page
  const main = errorPage({ title: 'Cette page n’existe pas', sentences: ['Rien n’est perdu.'], wayOut: linkButton({ text: 'Revenir', href: '/' }) })
  const markup = String(await plainLayout({ ...common, main }))
  assert.deepEqual(await complaints(markup), [])
  assert.ok(!markup.includes('q-navigation'))
})

test('nothing on a page needs a style or a script written in it', async () => {
  const markup = String(await layout(page))
  assert.doesNotMatch(markup, /\sstyle=|<style|\son[a-z]+=|<script(?![^>]*src=)|javascript:/)
})

test('the title is escaped and ends with the name of the product', async () => {
  const markup = String(await layout({ ...page, titlePrefix: 'Erreur :' }))
  assert.ok(markup.includes('<title>Erreur : Fiche &lt;10&gt; – Qualéduc</title>'))
})

test('the current place is marked once in the navigation', async () => {
  const [, navigation = ''] = String(await layout(page)).split('class="q-navigation"')
  assert.equal(navigation.split('</nav>')[0]?.match(/aria-current="page"/g)?.length, 1)
})

test('in a table zero is zero, and unknown is said', async () => {
  const markup = String(
    await table({
      caption: 'Actions',
      columns: [{ header: 'Action' }, { header: 'Heures' }],
      rows: [
        ['a', 0],
        ['b', null],
      ],
      missing: 'pas encore dit',
    }),
  )
  assert.match(markup, /<td data-label="Heures"><div>0<\/div>/)
  assert.match(markup, /<td data-label="Heures"><div><span class="q-missing">pas encore dit/)
})

test('a wheel with a title is an image that says it, without one it is silent', async () => {
  assert.match(String(await wheel({ quarters, size: 16, title: 'Projeter est complet' })), /role="img" aria-label="Projeter est complet"/)
  assert.match(String(await wheel({ quarters, size: 16 })), /aria-hidden="true"/)
})

test('empty, partly full and full quarters are three different drawings', async () => {
  const drawing = async (state: 'empty' | 'partial' | 'full') => String(await wheel({ quarters: { ...quarters, plan: state }, size: 16 })).split('</g>')[0]
  const drawings = new Set([await drawing('empty'), await drawing('partial'), await drawing('full')])
  assert.equal(drawings.size, 3)
})

test('the sheet is read in the order of the cycle', async () => {
  const text = String(
    await quadrants({
      plan: { title: 'P', content: '' },
      do: { title: 'D', content: '' },
      check: { title: 'C', content: '' },
      act: { title: 'A', content: '' },
    }),
  )
  assert.deepEqual(
    [...text.matchAll(/q-quadrant q-(\w+)/g)].map((found) => found[1]),
    ['plan', 'do', 'check', 'act'],
  )
})

test('a card leads where its title leads', async () => {
  assert.match(String(await card({ title: 'PFMP', href: '/3' })), /<h3 class="q-card__title"><a class="q-card__link" href="\/3">PFMP<\/a><\/h3>/)
})
