import { ConfigError, parseConfig } from './config.ts'
import { backup } from './cli/backup.ts'
import { CommandError } from './cli/command.ts'
import type { Command } from './cli/command.ts'
import { createAccountCommand } from './cli/create-account.ts'
import { demoReset } from './cli/demo.ts'
import { frameworksConvert, frameworksExport } from './cli/exchange.ts'
import { frameworksCheck } from './cli/frameworks.ts'
import { importSchoolsCommand } from './cli/import-schools.ts'
import { mailResume } from './cli/mail.ts'
import { migrateCommand } from './cli/migrate.ts'
import { restore } from './cli/restore.ts'
import { indicatorsCheck } from './cli/indicators.ts'
import { surveysCheck } from './cli/surveys.ts'

const commands: readonly Command[] = [
  migrateCommand,
  importSchoolsCommand,
  createAccountCommand,
  frameworksCheck,
  frameworksExport,
  frameworksConvert,
  surveysCheck,
  indicatorsCheck,
  backup,
  restore,
  mailResume,
  demoReset,
]

function help(): string {
  const lines = commands.map((command) => `  ${command.usage}\n      ${command.summary}`)
  return [
    'qualeduc : les commandes de la personne qui exploite le site',
    '',
    'npm run qualeduc -- COMMANDE [options]',
    '',
    ...lines,
    '',
    'Chaque commande accepte --json (le résultat sur une ligne, pour un programme) et --help.',
    'Elle agit sur le dossier DATA_DIR (./data), ou sur la base que nomme DATABASE_URL ; le site peut rester ouvert.',
    '',
  ].join('\n')
}

async function run(words: string[]): Promise<number> {
  const command = commands.find((one) => one.words.every((word, index) => words[index] === word))
  if (!command) {
    const asked = words.length === 0 || words.includes('--help') || words[0] === 'help'
    process[asked ? 'stdout' : 'stderr'].write(asked ? help() : `La commande « ${words[0]} » n’existe pas.\n\n${help()}`)
    return asked ? 0 : 2
  }
  const rest = words.slice(command.words.length)
  if (rest.includes('--help')) {
    process.stdout.write(`npm run qualeduc -- ${command.usage}\n\n${command.summary}\n${command.details}\n`)
    return 0
  }
  const json = rest.includes('--json')
  const result = await command.run(
    rest.filter((word) => word !== '--json'),
    {
      config: parseConfig({ ...process.env, MODE: process.env['MODE'] === 'production' ? 'production' : 'demo' }),
      progress: (text) => showProgress(text, json),
    },
  )
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  process.stdout.write(json ? `${JSON.stringify(result.data)}\n` : `${result.sentences.join('\n')}\n`)
  return result.ok ? 0 : 1
}

// Progress goes to the error stream, on one line of a terminal, so that the result can be piped.
function showProgress(text: string, json: boolean): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
  else if (!json) process.stderr.write(`${text}\n`)
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  const expected =
    error instanceof CommandError || error instanceof ConfigError || (error instanceof Error && error.name.endsWith('Error') && error.constructor !== Error)
  process.stderr.write(
    expected && error instanceof Error ? `${error.message}\n` : `Une erreur inattendue : ${error instanceof Error ? error.stack : String(error)}\n`,
  )
  process.exitCode = 1
}
