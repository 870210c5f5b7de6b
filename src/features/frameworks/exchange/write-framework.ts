import type { FrameworkHeader } from '../content.ts'
import type { CaseOptions } from './case-package.ts'
import type { ExchangeFormat, Written } from './formats.ts'
import { writeOwnYaml } from './own-yaml.ts'
import { writeCase } from './write-case.ts'
import { writeCiso } from './write-ciso.ts'
import { writeFrameworkWorkbook } from './write-workbook.ts'

/** A framework as a file of a format, with what that format could not carry. */
export function writeFramework(content: FrameworkHeader, format: ExchangeFormat, options: CaseOptions): Written {
  switch (format) {
    case 'yaml':
      return writeOwnYaml(content)
    case 'case':
      return writeCase(content, options)
    case 'ciso':
      return writeCiso(content)
    case 'xlsx':
    case 'ods':
      return writeFrameworkWorkbook(content, format)
  }
}
