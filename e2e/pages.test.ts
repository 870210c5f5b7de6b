import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { frameworkId } from '../src/features/frameworks/load-frameworks.ts'
import { urls } from '../src/urls.ts'
import { makeCrosswalk, makeDraft, smallContent } from '../test/make-draft.ts'
import { openHouse } from './browser.ts'
import type { House, Visit } from './browser.ts'
import { findCrosswalk, findEvaluation, findPlaces, findProof } from './demo-site.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

/** Looks at each page in English, on a dark screen, narrow and very wide: the journeys see them in French, on a light one. */
async function lookAtAll(visit: Visit, paths: readonly string[]): Promise<void> {
  await visit.leavesBy(() => visit.page.getByRole('link', { name: 'English' }).click())
  const wrong: string[] = []
  for (const path of paths) {
    await visit.open(path)
    assert.deepEqual([visit.status(), await visit.page.locator('html').getAttribute('lang')], [200, 'en'], path)
    for (const held of [() => visit.look(), () => visit.fits(320), () => visit.fits(390), () => visit.fits(2560)])
      await held().catch((error: Error) => wrong.push(error.message))
  }
  assert.deepEqual(wrong, [])
}

const metiers = frameworkId('lycee-des-metiers', '2023')

const dark = { colorScheme: 'dark' } as const

test('pages for everybody, in English and dark', async () => {
  const visit = await house.visit(dark)
  await visit.open(urls.signIn())
  await lookAtAll(visit, [urls.signIn(), urls.demo.signIn(), urls.forgotPassword(), urls.help(), urls.privacy(), urls.accessibility(), urls.demo.mails()])
})

test('pages of a school at work, in English and dark', async () => {
  const { id: evaluation, items } = await findEvaluation(house.site, 'Stages : préparer, accompagner, exploiter')
  const { id: validated } = await findEvaluation(house.site, 'Prévenir le décrochage')
  const { organisation, action, finding, framework } = await findPlaces(house.site, validated)
  const here = { evaluation }
  const place = { organisation }
  const proof = await findProof(house.site, 'Convention type de période de formation en milieu professionnel')
  await lookAtAll(await house.openAs('Karim Benali', dark), [
    urls.myPage(),
    urls.school.show(place),
    urls.school.team(place),
    urls.school.invite(place),
    urls.school.references(place),
    urls.school.activity(place),
    urls.school.evidence(place),
    urls.school.evidence(place, { q: 'entreprises' }),
    urls.school.addEvidence(place),
    urls.school.describeEvidence(place, { p: proof }),
    urls.evidence.show({ evidence: proof }),
    urls.evidence.edit({ evidence: proof }),
    urls.evidence.revise({ evidence: proof }),
    urls.evidence.points({ evidence: proof }),
    urls.search({}, { q: 'stage' }),
    urls.school.evaluations(place),
    urls.school.newEvaluation(place),
    urls.evaluation.show(here),
    urls.evaluation.spread(here),
    urls.evaluation.agree({ ...here, item: items[4] ?? '' }),
    urls.evaluation.diagnosis(here),
    urls.evaluation.newFinding(here),
    urls.evaluation.sheet(here),
    urls.evaluation.report(here),
    urls.evaluation.diagnosis({ evaluation: validated }),
    urls.school.actions(place),
    urls.school.actions(place, { vue: 'board' }),
    urls.school.actions(place, { vue: 'calendar' }),
    urls.school.newAction(place),
    urls.action.show({ action }),
    urls.action.edit({ action }),
    urls.action.fromFinding({ finding }),
    urls.label.board(place),
    urls.label.follow(place),
    urls.label.map(place),
    urls.label.bestProofs(place),
    urls.label.show({ ...place, framework: metiers }),
    urls.label.settings({ ...place, framework: metiers }),
    urls.label.nearest({ ...place, framework: metiers }),
    urls.label.point({ ...place, framework: metiers, code: 'LDM7-P2' }),
    urls.frameworks.list(),
    urls.frameworks.show({ framework }),
    urls.frameworks.theme({ framework, theme: 'QF10' }),
    urls.exchange.framework({ framework }),
    urls.exchange.import(place),
    urls.versions.show({ framework: metiers, other: frameworkId('lycee-des-metiers', '2016') }),
    urls.versions.move({ ...place, framework: metiers }),
    urls.account.show(),
    urls.account.password(),
    urls.account.sessions(),
    urls.account.secondFactor(),
  ])
})

test('pages of writing frameworks and correspondences, in English and dark', async () => {
  const { id: evaluation } = await findEvaluation(house.site, 'Stages : préparer, accompagner, exploiter')
  const { organisation, framework } = await findPlaces(house.site, evaluation)
  const draft = await makeDraft(house.site, { organisationId: organisation, basedOnId: framework })
  const missing = await makeDraft(house.site, {
    organisationId: organisation,
    content: smallContent({ licence: '', scale: { kind: 'statements' } }),
    state: 'review',
  })
  const crosswalk = await makeCrosswalk(house.site, { ownerId: organisation, fromId: framework, toId: metiers, links: [{ from: 'QF10-P1', to: 'LDM7-P2' }] })
  const { id: written } = await findCrosswalk(house.site, framework, metiers)
  await lookAtAll(await house.openAs('Karim Benali', dark), [
    urls.drafts.list({ organisation }),
    urls.drafts.start({ organisation }),
    urls.drafts.show({ draft }),
    urls.drafts.about({ draft }),
    urls.drafts.source({ draft }),
    urls.drafts.scale({ draft }),
    urls.drafts.newTheme({ draft }),
    urls.drafts.theme({ draft, theme: 'QF10' }),
    urls.drafts.editTheme({ draft, theme: 'QF10' }),
    urls.drafts.removeTheme({ draft, theme: 'QF10' }),
    urls.drafts.newStatement({ draft, theme: 'QF10' }),
    urls.drafts.statement({ draft, code: 'QF10-P1' }),
    urls.drafts.changes({ draft }),
    urls.drafts.change({ draft, code: 'QF10-P1' }),
    urls.drafts.review({ draft }),
    urls.drafts.delete({ draft }),
    urls.drafts.show({ draft: missing }),
    urls.drafts.review({ draft: missing }),
    urls.crosswalks.list(),
    urls.crosswalks.show({ crosswalk: written }),
    urls.crosswalks.start({ organisation }),
    urls.crosswalks.work({ crosswalk }),
    urls.crosswalks.work({ crosswalk }, { enonce: 'QF10-P1', lien: 'LDM7-P2' }),
    urls.crosswalks.work({ crosswalk }, { cote: 'to', enonce: 'LDM7-P1' }),
    urls.crosswalks.about({ crosswalk }),
    urls.crosswalks.review({ crosswalk }),
    urls.crosswalks.delete({ crosswalk }),
    urls.frameworks.show({ framework: metiers }),
    urls.frameworks.theme({ framework: metiers, theme: 'LDM7' }),
  ])
})

test('pages of composing, answering and comparing, in English and dark', async () => {
  const composed = await findEvaluation(house.site, 'S’ouvrir à l’Europe, pour tous les élèves')
  const answered = await findEvaluation(house.site, 'La vie lycéenne vue par toute l’équipe')
  const compared = await findEvaluation(house.site, 'Les aménagements, deux ans après')
  const here = { evaluation: composed.id }
  await lookAtAll(await house.openAs('Victor Aubry', dark), [
    urls.evaluation.show(here),
    urls.evaluation.settings(here),
    urls.evaluation.compose(here),
    urls.evaluation.editItem({ ...here, item: composed.items[0] ?? '' }),
    urls.evaluation.addOwnItem(here),
    urls.evaluation.members(here),
    urls.evaluation.addReferences(here),
    urls.evaluation.useModel(here),
    urls.evaluation.open(here),
  ])
  await lookAtAll(await house.openAs('Leïla Morel', { ...dark, width: 390 }), [
    urls.myPage(),
    urls.evaluation.show({ evaluation: answered.id }),
    urls.evaluation.answer({ evaluation: answered.id }),
    urls.evaluation.answer({ evaluation: answered.id }, { vue: 'toutes' }),
    urls.evaluation.finish({ evaluation: answered.id }),
  ])
  await lookAtAll(await house.openAs('Mireille Blanc', dark), [
    urls.evaluation.compare({ evaluation: compared.id }),
    urls.evaluation.share({ evaluation: compared.id }),
  ])
})
