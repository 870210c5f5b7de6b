import assert from 'node:assert/strict'
import { test } from 'node:test'
import { button, postButton } from './buttons.ts'
import { checkboxes, radios } from './choices.ts'
import { passwordField, select, textArea, textField } from './fields.ts'
import { errorsBy, errorSummary } from './form.ts'

const errors = [{ field: 'title', id: 'title', message: 'Il manque un titre' }]
const error = errorsBy(errors, 'Erreur :')

test('a hostile value stays a value', async () => {
  const markup = String(await textField({ id: 'a', name: 'a', label: '<b>Titre</b>', value: '"><script>' }))
  assert.ok(markup.includes('value="&quot;&gt;&lt;script&gt;"'))
  assert.ok(markup.includes('&lt;b&gt;Titre&lt;/b&gt;'))
})

test('a text area gives back its first line break and its markup untouched', async () => {
  const markup = String(await textArea({ id: 'a', name: 'a', label: 'Raison', value: '\n</textarea><b>' }))
  assert.match(markup, />\n\n&lt;\/textarea&gt;&lt;b&gt;<\/textarea>/)
})

test('a refused field is tied to its hint, its error and its status', async () => {
  const markup = String(await textField({ id: 'title', name: 'title', label: 'Titre', hint: 'Court', status: 'Enregistré', error: error('title') }))
  assert.ok(markup.includes('aria-describedby="title-hint title-error title-status"'))
  assert.ok(markup.includes('aria-invalid="true"'))
  assert.match(markup, /<p class="govuk-error-message" id="title-error"><span class="govuk-visually-hidden">Erreur : <\/span>Il manque un titre<\/p>/)
  assert.ok(markup.includes('id="title-status" aria-live="polite"'))
})

test('a field without error says nothing of errors', async () => {
  const markup = String(await textField({ id: 'other', name: 'other', label: 'Autre', error: error('other') }))
  assert.doesNotMatch(markup, /error|aria-/)
})

test('the error summary leads to each field, and is absent without errors', async () => {
  assert.match(String(await errorSummary({ title: 'Il manque une chose', errors })), /<a href="#title">Il manque un titre<\/a>/)
  assert.equal(String(await errorSummary({ title: 'Il manque une chose', errors: [] })), '')
})

test('zero is a value, and unknown is none', async () => {
  assert.ok(String(await textField({ id: 'a', name: 'a', label: 'Heures', value: 0 })).includes('value="0"'))
  assert.ok(!String(await textField({ id: 'a', name: 'a', label: 'Heures', value: null })).includes('value='))
})

test('a password is never written back', async () => {
  assert.ok(!String(await passwordField({ id: 'p', name: 'p', label: 'Mot de passe', autocomplete: 'new-password' })).includes('value='))
})

test('only the chosen answer is checked, and the first one carries the id of the group', async () => {
  const choices = [
    { value: '1', text: 'Non' },
    { value: '2', text: 'Oui' },
    { value: '', text: 'Sans avis', apart: true },
  ]
  const markup = String(await radios({ id: 'r', name: 'r', legend: 'Avis', choices, value: '2' }))
  assert.match(markup, /id="r" name="r" value="1">/)
  assert.match(markup, /id="r-2" name="r" value="2" checked>/)
  assert.equal(markup.match(/ checked/g)?.length, 1)
  assert.equal(String(await radios({ id: 'r', name: 'r', legend: 'Avis', choices, value: null })).match(/ checked/g), null)
})

test('several boxes may be checked', async () => {
  const choices = [
    { value: 'a', text: 'A' },
    { value: 'b', text: 'B' },
    { value: 'c', text: 'C' },
  ]
  assert.equal(String(await checkboxes({ id: 'c', name: 'c', legend: 'Qui', choices, values: ['a', 'c'] })).match(/ checked/g)?.length, 2)
})

test('a select marks its value, within a group too', async () => {
  const options = [
    { value: '', text: 'Choisir' },
    { label: 'Groupe', options: [{ value: 'x', text: 'X' }] },
  ]
  assert.match(String(await select({ id: 's', name: 's', label: 'Thème', options, value: 'x' })), /<option value="x" selected>/)
  assert.match(String(await select({ id: 's', name: 's', label: 'Thème', options, value: '' })), /<option value="" selected>/)
})

test('a button says what it is about, and one that changes something is a form', async () => {
  assert.match(
    String(await button({ text: 'Retirer', about: 'la question 3', kind: 'harm' })),
    /Retirer<span class="govuk-visually-hidden"> la question 3<\/span>/,
  )
  assert.match(String(await postButton({ text: 'Clore', action: '/x', hidden: [{ name: 'csrf', value: '"1' }] })), /method="post".*name="csrf" value="&quot;1"/)
})
