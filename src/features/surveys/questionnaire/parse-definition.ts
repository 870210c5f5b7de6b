import { Ajv } from 'ajv'
import type { ErrorObject } from 'ajv'
import schema from '../../../../surveys/schema.json' with { type: 'json' }
import { sayShape } from '../../frameworks/problem.ts'
import { checkDefinition } from './check-definition.ts'
import type { DefinitionProblem } from './check-definition.ts'
import type { Definition } from './definition.ts'

const ajv = new Ajv({ allErrors: true, discriminator: true, verbose: true, strictRequired: false, strictTypes: false })
ajv.addSchema(schema)
const isDefinition = ajv.compile<Definition>({ $ref: 'surveys#/definitions/definition' })

/** So many that nobody would read further. */
const mostTold = 20

/** What came from a file, an import or a column, as a questionnaire that can be asked; or everything that stands in the way. Never throws because of it. */
export function parseDefinition(value: unknown): { definition: Definition } | { problems: DefinitionProblem[] } {
  if (!isDefinition(value))
    return {
      problems: (isDefinition.errors ?? [])
        .filter((error) => error.keyword !== 'oneOf')
        .slice(0, mostTold)
        .map(problemOf),
    }
  const problems = checkDefinition(value)
  return problems.length > 0 ? { problems } : { definition: value }
}

function problemOf(error: ErrorObject): DefinitionProblem {
  const index = /^\/questions\/(\d+)/.exec(error.instancePath)?.[1]
  const about = error.keyword === 'discriminator' ? 'cette sorte de question n’existe pas.' : sayShape(error, error.data).problem
  return { question: null, place: index === undefined ? null : Number(index) + 1, why: 'shape', fault: 'shape', about, most: 0 }
}
