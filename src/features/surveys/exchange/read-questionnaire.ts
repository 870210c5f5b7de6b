import type { ReadOutcome } from './carried.ts'
import { readLimeSurveyTsv } from './read-limesurvey-tsv.ts'
import { readLimeSurveyXml } from './read-limesurvey-xml.ts'
import { readXlsForm } from './read-xlsform.ts'
import { utf16Of } from './read-xml-rows.ts'

/** The largest file that is read. */
export const largestQuestionnaire = 5 * 1024 * 1024

/** A questionnaire of another tool, whatever its name says it is: a workbook, XML, or else a table of text. Never throws because of what a file holds. */
export function readQuestionnaire(bytes: Uint8Array): ReadOutcome {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsForm(bytes)
  return isXml(bytes) ? readLimeSurveyXml(bytes) : readLimeSurveyTsv(bytes)
}

function isXml(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 200)
  return new TextDecoder(utf16Of(bytes) ?? 'utf-8')
    .decode(head)
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('<')
}
