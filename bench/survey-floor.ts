import { createServer } from 'node:http'
import postgres from 'postgres'

// The bare floor of bench/survey.ts: nothing is checked, nothing is drawn; one row is durable before the answer.
const sql = postgres(process.env['FLOOR_DATABASE'] ?? '', { max: 12, onnotice: () => {} })
createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-length': 2 }).end('ok')
    return
  }
  const parts: Buffer[] = []
  request.on('data', (part: Buffer) => parts.push(part))
  request.on('end', () => {
    sql`insert into bench_floor (answer) values (${Buffer.concat(parts)})`.then(
      () => response.writeHead(303, { 'content-length': 0 }).end(),
      () => response.writeHead(500, { 'content-length': 0 }).end(),
    )
  })
}).listen(Number(process.env['FLOOR_PORT']), '127.0.0.1')
