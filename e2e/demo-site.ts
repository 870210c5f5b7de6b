import { serve } from '@hono/node-server'
import { once } from 'node:events'
import { sql } from 'kysely'
import { loadDemo } from '../src/demo/load-demo.ts'
import { startJobs } from '../src/platform/jobs.ts'
import { jobsOf } from '../src/site.ts'
import { freshSite } from '../test/fresh-database.ts'
import type { FreshSite } from '../test/fresh-database.ts'
import type { Person } from '../test/make.ts'

export interface DemoSite extends FreshSite {
  address: string
}

/** The real site on a port of its own: fresh database, demonstration loaded, jobs running. */
export async function startDemoSite(): Promise<DemoSite> {
  // The port is known once the server listens, and the site must know its address before it answers.
  let site: FreshSite | null = null
  const server = serve({ fetch: (request, env) => site?.app.fetch(request, env) ?? new Response(null, { status: 503 }), port: 0, hostname: '127.0.0.1' })
  if (!server.listening) await once(server, 'listening')
  const bound = server.address()
  const address = `http://localhost:${typeof bound === 'object' && bound ? bound.port : ''}`
  const started = await freshSite({ MODE: 'demo', BASE_URL: address })
  await loadDemo(started.owner, { files: started.services.files, dataDir: started.services.config.dataDir }, new Date())
  const runner = await startJobs(started.ownerUrl, started.pool, jobsOf(started.services.config, started.ownerUrl))
  site = started
  return {
    ...started,
    address,
    stop: async () => {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await runner.stop()
      await started.stop()
    },
  }
}

/** An evaluation of the demonstration by its title, with its questions in order. */
export async function findEvaluation(site: FreshSite, title: string): Promise<{ id: string; items: string[] }> {
  const { rows } = await sql<{ id: string; items: string[] }>`
    select e.id, (select array_agg(i.id order by i.position) from evaluation_items i where i.evaluation_id = e.id) as items from evaluations e where e.title = ${title}`.execute(
    site.owner,
  )
  const [found] = rows
  if (!found) throw new Error(`the demonstration has no evaluation called « ${title} »`)
  return found
}

/** A proof of the demonstration by its title. */
export async function findProof(site: FreshSite, title: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from evidence where title = ${title}`.execute(site.owner)
  const [found] = rows
  if (!found) throw new Error(`the demonstration has no proof called « ${title} »`)
  return found.id
}

export async function findPerson(site: FreshSite, name: string): Promise<Person> {
  const { rows } = await sql<Person>`select id, name, email from persons where name = ${name}`.execute(site.owner)
  const [found] = rows
  if (!found) throw new Error(`the demonstration has nobody called ${name}`)
  return found
}

/** The crosswalk that comes with the product from one framework to another. */
export async function findCrosswalk(site: FreshSite, from: string, to: string): Promise<{ id: string }> {
  const { rows } = await sql<{ id: string }>`select id from crosswalks where from_id = ${from} and to_id = ${to} and owner_id is null`.execute(site.owner)
  const [found] = rows
  if (!found) throw new Error('there is no such crosswalk')
  return found
}

/** Ends the sessions of a person, as time would. */
export async function endSessions(site: FreshSite, person: Person): Promise<void> {
  await sql`delete from sessions where person_id = ${person.id}`.execute(site.owner)
}

/** What stands around an evaluation: its school, one of its actions and findings, the framework of its questions. */
export async function findPlaces(site: FreshSite, evaluation: string): Promise<{ organisation: string; action: string; finding: string; framework: string }> {
  const { rows } = await sql<{ organisation: string; action: string; finding: string; framework: string }>`
    select e.organisation_id as organisation, (select a.id from actions a where a.evaluation_id = e.id limit 1) as action,
      (select f.id from findings f where f.evaluation_id = e.id and f.kind = 'weakness' limit 1) as finding,
      (select i.framework_id from evaluation_items i where i.evaluation_id = e.id limit 1) as framework
    from evaluations e where e.id = ${evaluation}`.execute(site.owner)
  const [found] = rows
  if (!found) throw new Error('there is no such evaluation')
  return found
}
