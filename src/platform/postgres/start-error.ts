/** PostgreSQL could not be started; the message is a sentence for the person who started us. */
export class PostgresStartError extends Error {}
