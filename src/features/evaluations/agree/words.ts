import { levelLabel, scaleLevels } from '../../frameworks/scale.ts'
import type { Scale } from '../../frameworks/scale.ts'
import type { Language } from '../../../platform/language.ts'
import type { AgreedChoice } from '../tables.ts'
import { findingOf, unknownShare } from './disagreement.ts'
import type { Spread } from './rules.ts'
import { textsIn } from './texts.en.ts'
import type { Texts } from './texts.fr.ts'

/** « 5 sur Pas encore… »: what the answers to one question say, in one sentence. */
export function findingWords(spread: Spread, language: Language): string {
  const t = textsIn(language)
  const sentence = spread.item.scale.kind === 'none' ? t.finding.ownWords(spread.inWords) : positionWords(spread, t)
  const answers = spread.levels.reduce((sum, people) => sum + people, spread.unknown + spread.notApplicable)
  const beside = spread.unknown > 0 && spread.unknown >= answers * unknownShare ? t.finding.unknown(spread.unknown) : null
  return beside ? t.finding.beside(sentence, beside) : sentence
}

function positionWords({ item, levels }: Spread, t: Texts): string {
  const label = (level: number): string => scaleLevels(item.scale)[level]?.label ?? ''
  const statements = item.scale.kind === 'statements'
  const finding = findingOf(levels)
  switch (finding.kind) {
    case 'nobody':
      return t.finding.nobody
    case 'alone':
      return t.finding.alone(label(finding.level))
    case 'same':
      return t.finding.same(finding.people, label(finding.level))
    case 'split':
      return statements ? t.finding.splitStatements(finding.low, finding.high) : t.finding.split(finding.low, label(0), finding.high, label(levels.length - 1))
    case 'leaning':
      return statements
        ? t.finding.leaningStatements(finding.count, finding.people, label(finding.level))
        : t.finding.leaning(finding.count, finding.people, label(finding.level))
    case 'near':
      return t.finding.near(label(finding.low), label(finding.high))
    case 'wide':
      return t.finding.wide(label(finding.low), label(finding.high))
  }
}

/** A position in words, or null when there is none yet. */
export function choiceWords(choice: AgreedChoice | null, value: number | null, scale: Scale, language: Language): string | null {
  const t = textsIn(language)
  switch (choice) {
    case 'rated':
      return value === null ? null : levelLabel(scale, value)
    case 'not_applicable':
      return t.notApplicable
    case 'unknown':
      return t.unknown
    case 'worded':
      return t.worded
    case null:
      return null
  }
}
