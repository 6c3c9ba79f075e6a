import { sql } from 'kysely'
import type { Services } from '#src/open-services.ts'
import { cloneProgramme } from '#src/sample/clone.ts'
import { writeLarge } from '#src/sample/index.ts'
import { onServer, urlOf } from '#test/engines-setup.ts'

const prefix = 'hitoba_bench_'

/** A database of one's own on the server; whatever an earlier run left under the name goes first. */
export const freshDatabase = async (server: string, name: string): Promise<string> => {
  await dropDatabase(server, name)
  await onServer(server, (client) => client.query(`create database ${prefix}${name}`))
  return urlOf(server, `${prefix}${name}`)
}

export const dropDatabase = (server: string, name: string): Promise<unknown> =>
  onServer(server, (client) => client.query(`drop database if exists ${prefix}${name} with (force)`))

export interface Size {
  programmes: number
  years: number
  supporters: number
}

/** Fills it with made-up programmes of about 360 visits a year each, and lets the planner look at them. Gives the first one's number. */
export const fill = async ({ db, vault }: Services, { programmes, years, supporters }: Size): Promise<number> => {
  const first = await db.asPlatform((tx) => writeLarge(tx, vault, { seed: 1, now: new Date(), years, supporters }))
  const others = Array.from({ length: programmes - 1 }, (_, n) => first + 1 + n)
  for (let from = 0; from < others.length; from += 20) {
    await db.asPlatform((tx) => cloneProgramme(tx, first, others.slice(from, from + 20)))
  }
  await db.script('vacuum analyze')
  return first
}

/** The first member of a programme with this role, with an account of no other programme: copies share theirs. */
export const memberOf = ({ db, newId, clock }: Services, programmeId: number, role: string) =>
  db.asPlatform(async (tx) => {
    const { id, person_id } = await tx
      .selectFrom('platform.membership')
      .select(['id', 'person_id'])
      .where('programme_id', '=', programmeId)
      .where('role', '=', role)
      .orderBy('starts_at')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const accountId = newId()
    await sql`insert into platform.account (id, email, created_at) values (${accountId}, ${`${accountId}@bench.example`}, ${clock()})`.execute(
      tx,
    )
    await tx
      .updateTable('platform.membership')
      .set({ account_id: accountId })
      .where('programme_id', '=', programmeId)
      .where('id', '=', id)
      .execute()
    return { membershipId: id, accountId, personId: person_id }
  })
