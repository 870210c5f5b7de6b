import { resolve } from 'node:path'

export interface Config {
  mode: 'demo' | 'production'
  port: number
  host: string
  dataDir: string
  /** PostgreSQL 15 or later; null means the embedded one, under dataDir. */
  databaseUrl: string | null
  /** S3-compatible storage for the schools' files; null keeps them under dataDir. */
  objects: ObjectStorage | null
  /** Address by which people reach the site, without a slash at the end. */
  baseUrl: string
  smtpUrl: string | null
  mailFrom: string
  /** Read the visitor's address from X-Forwarded-For: only behind a proxy that sets it. */
  trustProxy: boolean
}

export interface ObjectStorage {
  /** Address of the bucket, without a slash at the end: https://s3.exemple.fr/qualeduc */
  bucketUrl: string
  region: string
  key: string
  secret: string
}

export class ConfigError extends Error {}

/** Reads the environment once; an impossible value is a ConfigError whose message is a sentence for the operator. */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const mode = env['MODE'] ?? 'demo'
  if (mode !== 'demo' && mode !== 'production') {
    throw new ConfigError(`MODE vaut « ${mode} » ; les valeurs possibles sont demo et production.`)
  }
  const port = parsePort(env['PORT'] ?? '3000')
  const host = env['HOST'] ?? '127.0.0.1'
  const baseUrl = (env['BASE_URL'] ?? `http://localhost:${port}`).replace(/\/+$/, '')
  if (!URL.canParse(baseUrl)) throw new ConfigError(`BASE_URL vaut « ${baseUrl} » ; il faut une adresse complète, comme https://qualeduc.exemple.fr.`)
  if (mode === 'production' && !env['BASE_URL']) {
    throw new ConfigError('En production, BASE_URL est nécessaire : c’est l’adresse que portent les courriels d’invitation.')
  }
  const smtpUrl = env['SMTP_URL'] ?? null
  if (mode === 'production' && !smtpUrl) throw new ConfigError('En production, SMTP_URL est nécessaire : sans elle, aucune invitation ne part.')
  return {
    mode,
    port,
    host,
    dataDir: resolve(env['DATA_DIR'] ?? 'data'),
    databaseUrl: env['DATABASE_URL'] ?? null,
    objects: parseObjects(env),
    baseUrl,
    smtpUrl,
    mailFrom: env['MAIL_FROM'] ?? `Qualéduc <qualeduc@${new URL(baseUrl).hostname}>`,
    trustProxy: env['TRUST_PROXY'] === '1',
  }
}

function parseObjects(env: Record<string, string | undefined>): ObjectStorage | null {
  const bucketUrl = env['FILES_URL']?.replace(/\/+$/, '')
  if (!bucketUrl) return null
  const url = URL.parse(bucketUrl)
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname.length < 2 || url.search) {
    throw new ConfigError(`FILES_URL vaut « ${bucketUrl} » ; il faut l’adresse complète du compartiment, comme https://s3.exemple.fr/qualeduc.`)
  }
  if (url.username || url.password) throw new ConfigError('FILES_URL ne porte pas de secret : donnez-les par FILES_KEY et FILES_SECRET.')
  const [key, secret] = [env['FILES_KEY'], env['FILES_SECRET']]
  if (!key || !secret) throw new ConfigError('Avec FILES_URL, il faut aussi FILES_KEY et FILES_SECRET : la clé d’accès au stockage et son secret.')
  return { bucketUrl, region: env['FILES_REGION'] ?? 'us-east-1', key, secret }
}

function parsePort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new ConfigError(`PORT vaut « ${text} » ; il faut un nombre entre 0 et 65535.`)
  return port
}
