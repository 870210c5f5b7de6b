import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  /** For SMTP_URL. */
  url: string
  /** Mails taken, whole, in order. */
  taken: string[]
  stop(): Promise<void>
}

/** A real SMTP server that takes every mail, save those to addresses that begin with « refuse ». */
export async function startMailServer(): Promise<MailServer> {
  const taken: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      if (!address.startsWith('refuse')) return done()
      done(Object.assign(new Error(`5.1.1 <${address}>: Recipient address rejected`), { responseCode: 550 }))
    },
    onData: (stream, _session, done) => {
      let mail = ''
      stream.on('data', (part: Buffer) => (mail += part.toString('utf8')))
      stream.on('end', () => {
        taken.push(mail)
        done()
      })
    },
  })
  // What a client breaks off is the client's affair.
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `smtp://127.0.0.1:${port}`, taken, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}
