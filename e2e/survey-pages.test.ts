import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { loadBank } from '../src/features/surveys/bank/load-bank.ts'
import { newReply } from '../src/features/surveys/replies/reply-form.ts'
import { urls } from '../src/urls.ts'
import { openHouse } from './browser.ts'
import type { House } from './browser.ts'
import { lookAt } from './look-at.ts'

let house: House
before(async () => {
  house = await openHouse()
})
after(() => house.stop())

interface Place {
  survey: string
  organisation: string
  part: string
}

async function findSurvey(title: string): Promise<Place> {
  const { rows } = await sql<Place>`
    select s.id as survey, s.organisation_id as organisation, p.id as part from surveys s join survey_parts p on p.survey_id = s.id
    where s.title = ${title} order by p.position limit 1`.execute(house.site.owner)
  assert.ok(rows[0], `the demonstration has no survey « ${title} »`)
  return rows[0]
}

async function makeQuestionnaire(organisation: string): Promise<string> {
  const ready = (await loadBank()).find(({ code }) => code === 'climat-eleves')
  const id = randomUUID()
  const lost = JSON.stringify([{ place: 'Question Q3', what: 'Le classement de réponses', why: 'n’existe pas ici.' }])
  await sql`insert into questionnaires (id, organisation_id, title, audience, definition, updated_by, imported_from, not_carried)
    values (${id}, ${organisation}, 'Climat', 'pupil', ${JSON.stringify(ready?.definition)}::text::jsonb, ${id}, 'climat.lss', ${lost}::text::jsonb)`.execute(
    house.site.owner,
  )
  return id
}

test('pages of writing a questionnaire and of reading a survey', async () => {
  const released = await findSurvey('Comment va le lycée ?')
  const open = await findSurvey('L’accueil des nouveaux')
  const questionnaire = await makeQuestionnaire(released.organisation)
  const here = { survey: released.survey, organisation: released.organisation }
  const { rows } = await sql<{ reply: string }>`select id as reply from survey_replies where survey_id = ${released.survey} limit 1`.execute(house.site.owner)
  await lookAt(await house.openAs('Karim Benali'), [
    urls.questionnaire.list({ organisation: released.organisation }),
    urls.questionnaire.bank({ organisation: released.organisation }),
    urls.questionnaire.import({ organisation: released.organisation }),
    urls.questionnaire.show({ questionnaire }),
    urls.questionnaire.about({ questionnaire }),
    urls.questionnaire.newQuestion({ questionnaire }),
    urls.questionnaire.question({ questionnaire, code: 'securite' }),
    urls.questionnaire.removeQuestion({ questionnaire, code: 'securite' }),
    urls.questionnaire.fromItems({ questionnaire }),
    urls.questionnaire.fromItems({ questionnaire }, { q: 'partenaires' }),
    urls.questionnaire.export({ questionnaire }),
    urls.questionnaire.languages({ questionnaire }),
    urls.questionnaire.language({ questionnaire, tag: 'ar' }),
    urls.questionnaire.delete({ questionnaire }),
    urls.survey.list({ organisation: released.organisation }),
    urls.survey.show({ survey: open.survey }),
    urls.survey.place({ survey: open.survey, organisation: open.organisation }),
    urls.survey.sessions({ survey: open.survey, organisation: open.organisation }),
    urls.survey.results(here),
    urls.survey.result({ ...here, part: released.part }),
    urls.survey.views(here),
    urls.survey.replies(here),
    urls.survey.reply({ ...here, reply: rows[0]?.reply ?? '' }),
    urls.survey.reply({ ...here, reply: newReply }),
    urls.survey.texts(here),
    urls.survey.anonymity({ part: released.part }),
  ])
})

test('a questionnaire is seen as on a telephone, from the first question to the thanks', async () => {
  const { organisation } = await findSurvey('Comment va le lycée ?')
  const questionnaire = await makeQuestionnaire(organisation)
  const visit = await house.openAs('Karim Benali', { javascript: false })
  await visit.open(urls.questionnaire.preview({ questionnaire }))
  await visit.look()
  const box = await visit.page.locator('main').boundingBox()
  assert.ok((box?.width ?? 0) <= 390, `${box?.width} pixels wide`)
})
