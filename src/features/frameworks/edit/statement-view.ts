import { html, when } from '../../../ui/html.ts'
import type { Content, Html } from '../../../ui/html.ts'
import { details } from '../../../ui/messages.ts'
import { phases } from '../../../ui/phases.ts'
import { phaseTag } from '../../../ui/wheel.ts'
import { audiences } from '../content.ts'
import type { FrameworkHeader } from '../content.ts'
import { indicatorNames } from '../indicator-codes.ts'
import { textsIn as frameworkTexts } from '../texts.en.ts'
import { fieldsOf } from './fields-view.ts'
import type { Drawn } from './fields-view.ts'
import { formTextsIn } from './form-texts.en.ts'
import { linesOf } from './typed-rules.ts'

const indicatorChoices = Object.entries(indicatorNames).map(([value, text]) => ({ value, text, hint: value }))

/** The fields of one statement: what it says first, what goes with it behind one click. */
export function statementView(drawn: Drawn, content: FrameworkHeader, isNew: boolean): Html {
  const f = fieldsOf(drawn)
  const t = formTextsIn(drawn.language)
  const words = frameworkTexts(drawn.language)
  const phaseChoices = [...phases.map((phase) => ({ value: phase, text: phaseTag(phase, words.phases[phase]) })), { value: '', text: t.noPhase, apart: true }]
  const contrasts = content.scale.kind === 'statements' || drawn.typed['contrast_low'] || drawn.typed['contrast_high']
  return html`${f.area('statement', { rows: 3, maxLength: 400, labelSize: 'm' })}
${when(contrasts, () => html`${f.area('contrast_low', { rows: 2, maxLength: 400 })}${f.area('contrast_high', { rows: 2, maxLength: 400 })}`)}
${f.choice('phase', phaseChoices)}
${f.boxes(
  'audiences',
  audiences.map((audience) => ({ value: audience, text: words.audiences[audience] })),
)}
${f.area('evidence', { rows: 4 })}
${f.area('help', { rows: 3, maxLength: 1200 })}
${reach(drawn, content)}
${indicators(drawn)}
${details({ summary: t.moreSummary, quiet: true, open: opensMore(drawn), content: more(drawn, content, isNew) })}`
}

/** To whom it is asked: only where the label has levels or the framework asks questions. */
function reach(drawn: Drawn, { grades = [], conditions = [] }: FrameworkHeader): Content {
  const f = fieldsOf(drawn)
  const t = formTextsIn(drawn.language)
  return html`${when(grades.length > 0, () => f.pick('grade', [{ value: '', text: t.noGrade }, ...grades.map((grade) => ({ value: String(grade.value), text: grade.label }))]))}
${when(conditions.length > 0, () =>
  f.boxes(
    'conditions',
    conditions.map((condition) => ({ value: condition.code, text: condition.question })),
  ),
)}`
}

function indicators(drawn: Drawn): Html {
  const f = fieldsOf(drawn)
  const t = formTextsIn(drawn.language)
  const list = html`<filter-list class="q-choice-columns" data-label="${t.indicatorSearch}" data-shown="${t.indicatorsShown}">${f.boxes('indicators', indicatorChoices, true)}</filter-list>`
  const chosen = linesOf(drawn.typed['indicators'] ?? '').length
  return details({ summary: t.indicators(chosen), content: list, quiet: true, open: drawn.meanwhile !== undefined })
}

function more(drawn: Drawn, content: FrameworkHeader, isNew: boolean): Html {
  const f = fieldsOf(drawn)
  const t = formTextsIn(drawn.language)
  const gravities = (['none', 'minor', 'major'] as const).map((value) => ({ value, text: t.gravities[value] }))
  return html`${f.line('title', { maxLength: 100 })}${f.choice('gravity', gravities)}${f.box('unconfirmed')}
${when(
  !isNew,
  () =>
    html`${f.pick(
      'theme',
      content.themes.map((theme) => ({ value: theme.code, text: `${theme.code} ${theme.title}` })),
    )}${f.line('code', { width: 20, maxLength: 31 })}`,
)}`
}

const opensMore = (drawn: Drawn): boolean =>
  ['title', 'gravity', 'theme', 'code'].some((name) => drawn.errors?.some((error) => error.field === name)) || drawn.meanwhile !== undefined
