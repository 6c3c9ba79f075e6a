import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { monthStart } from '#kernel/calendar-day.ts'
import { dayIn, instantAt } from '#kernel/time.ts'
import type { Services } from '#src/open-services.ts'
import { dropDatabase, fill, freshDatabase } from './databases.ts'
import { type Figure, median, percentile } from './report.ts'
import { openStage } from './stage.ts'

/** A city: as many people as the planner's size L, and a month of their requests. */
const city = { supporters: 1_500, companions: 300, requests: 6_000 }
const zone = 'Asia/Tokyo'
const rounds = 15

/** (i): the board of a city's month, with everything loaded anew at each press. */
export const benchBoard = async (server: string): Promise<Figure[]> => {
  const stage = await openStage(await freshDatabase(server, 'board'), () => new Date())
  try {
    const programmeId = await fill(stage.services, { programmes: 1, years: 1, supporters: 15 })
    const month = monthStart(dayIn(new Date(), zone), 1)
    await addCity(stage.services, programmeId, instantAt(month, 0, zone))
    const { cookie } = await stage.signedIn(programmeId, 'coordinator')
    const origin = await stage.open()
    const ask = asking(origin, cookie)
    const { path } = await ask('/board', { month: month.slice(0, 7) })
    const meanwhile: number[] = []
    const another = async (): Promise<number> => (await ask('/visits')).ms
    const planningMs = await untilPlanned(stage.services, async () => void meanwhile.push(await another()))
    await stage.services.db.script('vacuum analyze')
    const afterwards = []
    for (let i = 0; i < 2 * rounds; i += 1) afterwards.push(await another())
    return [waiting(meanwhile, afterwards), ...(await measured(stage.services, ask, path, planningMs))]
  } finally {
    await stage.close()
    await dropDatabase(server, 'board')
  }
}

/** The server plans by itself as soon as it was asked. */
const untilPlanned = async ({ db }: Services, meanwhile: () => Promise<void>): Promise<number> => {
  const begun = performance.now()
  const planned = () =>
    db.asPlatform((tx) =>
      tx.selectFrom('visits.draft').select('id').where('planned_at', 'is not', null).limit(1).executeTakeFirst(),
    )
  const failed = () =>
    db.asPlatform((tx) =>
      tx.selectFrom('platform.work').select('id').where('status', '=', 'failed').limit(1).executeTakeFirst(),
    )
  while (!(await planned())) {
    if (await failed()) throw new Error('the planning of the month broke off')
    if (performance.now() - begun > 300_000) throw new Error('the month was not planned within five minutes')
    await meanwhile()
    await setTimeout(100)
  }
  return performance.now() - begun
}

/** What planning adds to the time that another page takes. */
const waiting = (meanwhile: readonly number[], afterwards: readonly number[]): Figure => ({
  part: 'i',
  what: "while a city's month is planned, another page takes so much longer",
  value: Math.max(0, median(meanwhile) - median(afterwards)),
  unit: 'ms',
  limit: 100,
  detail: `${median(meanwhile).toFixed(0)} ms of ${meanwhile.length} pages, ${median(afterwards).toFixed(0)} ms afterwards; 95 in a hundred ${percentile(meanwhile, 0.95).toFixed(0)} and ${percentile(afterwards, 0.95).toFixed(0)} ms`,
})

interface Answered {
  ms: number
  kB: number
  /** Where a form led. */
  path: string
  body: string
}

type Ask = (path: string, form?: Record<string, string | string[]>) => Promise<Answered>

/** As a browser: a form is pressed, and the page that it leads to is shown. */
const asking = (origin: string, cookie: string): Ask => {
  const ask: Ask = async (path, form) => {
    const begun = performance.now()
    const fields = new URLSearchParams(
      Object.entries({ _token: randomUUID(), ...form }).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      ),
    )
    const reply = await fetch(`${origin}${path}`, {
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
      ...(form ? { method: 'POST', body: fields } : {}),
    })
    const body = await reply.text()
    if (reply.status === 303) {
      const to = reply.headers.get('location') ?? ''
      const shown = await ask(to)
      return { ...shown, ms: performance.now() - begun, path: to }
    }
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`)
    return { ms: performance.now() - begun, kB: body.length / 1000, path, body }
  }
  return ask
}

const measured = async (services: Services, ask: Ask, path: string, planningMs: number): Promise<Figure[]> => {
  const visits = await services.db.asPlatform(
    async (tx) =>
      (
        await sql<{ id: string; slot: string; version: string; people: string[]; companion: string | null }>`
          select v.request_id as id, v.slot_id as slot, v.version::text as version,
            array_agg(s.person_id::text) filter (where s.part = 'supporter') as people,
            (array_agg(s.person_id::text) filter (where s.part = 'companion'))[1] as companion
          from visits.draft_visit v join visits.draft_seat s on s.draft_visit_id = v.id
          where v.ended_at is null group by v.id, v.request_id, v.slot_id, v.version order by v.request_id limit ${2 * rounds}`.execute(
          tx,
        )
      ).rows,
  )
  const held = await services.db.asPlatform(
    async (tx) =>
      (await sql<{ n: number }>`select count(*)::int as n from visits.draft_visit where ended_at is null`.execute(tx))
        .rows[0]?.n,
  )
  const about = `${held} visits of ${city.requests} requests, planned in ${(planningMs / 1000).toFixed(1)} s`
  const of = (visit: (typeof visits)[number]) => `${path}/requests/${visit.id}`
  const fields = ({ slot, people, companion }: (typeof visits)[number]) => ({
    slot,
    people,
    companion: companion ?? '',
  })
  const each = async (press: (visit: (typeof visits)[number]) => Promise<Answered>): Promise<Answered[]> => {
    const all: Answered[] = []
    // The first ones warm the engine up and are not counted.
    for (const [round, visit] of visits.entries()) {
      const answered = await press(visit)
      if (round >= rounds) all.push(answered)
    }
    return all
  }
  const queryOf = (visit: (typeof visits)[number]): string =>
    new URLSearchParams(
      Object.entries(fields(visit)).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
    ).toString()
  return [
    figure(
      'what another choice would do, asked by the script',
      200,
      about,
      await each((one) => ask(`${of(one)}/judged?${queryOf(one)}`)),
    ),
    figure(
      'one visit changed by hand, and the board after it',
      200,
      about,
      await each((one) => ask(of(one), { ...fields(one), _version: one.version })),
    ),
    figure(
      'one visit left as it is, and the board after it',
      200,
      about,
      await each((one) => ask(`${of(one)}/frozen`, { frozen: 'yes' })),
    ),
    figure('the board by day', 1000, about, await each(() => ask(path))),
    figure('the board by supporter', 1000, about, await each(() => ask(`${path}?by=supporter&from=4000`))),
    figure('the page of one visit, with who could come instead', 1000, about, await each((one) => ask(of(one)))),
    figure('a look at each before the invitations go out', 1000, about, await each(() => ask(`${path}/send`))),
  ]
}

const figure = (what: string, limit: number, about: string, answers: readonly Answered[]): Figure => {
  const times = answers.map((one) => one.ms)
  return {
    part: 'i',
    what: `a city's month: ${what}`,
    value: median(times),
    unit: 'ms',
    limit,
    detail: `95 % within ${percentile(times, 0.95).toFixed(0)} ms; ${median(answers.map((one) => one.kB)).toFixed(0)} kB; ${about}`,
  }
}

/** People with some of the week's days and most of the menu, and requests all over the month. */
const addCity = async ({ db }: Services, programmeId: number, from: Date): Promise<void> => {
  const people = async (role: 'supporter' | 'companion', count: number) =>
    db.asPlatform(async (tx) => {
      await sql`insert into people.person (programme_id, id, name, kana, created_at)
        select ${programmeId}, md5(${role}::text || n)::uuid, '見本 ' || n, 'みほん' || n, now() from generate_series(1, ${count}::int) n`.execute(
        tx,
      )
      await sql`insert into platform.membership (programme_id, id, person_id, role, starts_at)
        select ${programmeId}, md5('role' || ${role}::text || n)::uuid, md5(${role}::text || n)::uuid, ${role}, now() - interval '1 year'
        from generate_series(1, ${count}::int) n`.execute(tx)
    })
  await people('companion', city.companions)
  await people('supporter', city.supporters)
  await db.asPlatform(async (tx) => {
    await sql`insert into registration.supporter (programme_id, person_id, registered_on, experience, wished_per_month, max_per_week,
        max_per_month, rest_days)
      select ${programmeId}, md5('supporter' || n)::uuid, current_date - 400, case when n % 3 = 0 then 'much' else 'some' end, 4, 2, 8, 1
      from generate_series(1, ${city.supporters}::int) n`.execute(tx)
    await sql`insert into registration.wish (programme_id, person_id, activity_id, level)
      select ${programmeId}, md5('supporter' || n)::uuid, a.id, case when n % 2 = 0 then 'want' else 'can' end
      from generate_series(1, ${city.supporters}::int) n
      join lateral (select id, row_number() over (order by id) as k from programme.activity where programme_id = ${programmeId}) a
        on (a.k + n) % 3 > 0`.execute(tx)
    await sql`insert into registration.weekly_hours (programme_id, person_id, weekday, from_minute, to_minute)
      select ${programmeId}, md5('supporter' || n)::uuid, weekday, 540, 1140
      from generate_series(1, ${city.supporters}::int) n, generate_series(1, 7) weekday where (n + weekday) % 3 > 0`.execute(
      tx,
    )
    await sql`
      with places as (select id, row_number() over (order by id) - 1 as n, count(*) over () as of from places.place
          where programme_id = ${programmeId} and status = 'confirmed'),
        menu as (select id, row_number() over (order by id) - 1 as n, count(*) over () as of from programme.activity
          where programme_id = ${programmeId}),
        asked as (select md5('request' || n)::uuid as id, n from generate_series(1, ${city.requests}::int) n)
      insert into visits.request (programme_id, id, place_id, activity_id, status, field, supporters_wanted, created_by, created_at)
      select ${programmeId}, a.id, p.id, m.id, 'matching', 'community', 1 + a.n % 3, md5('maker')::uuid, now()
      from asked a join places p on p.n = a.n % p.of join menu m on m.n = (a.n / 7) % m.of`.execute(tx)
    await sql`insert into visits.request_slot (programme_id, id, request_id, starts_at, ends_at)
      select ${programmeId}, md5('slot' || n)::uuid, md5('request' || n)::uuid, t.at, t.at + interval '90 minutes'
      from generate_series(1, ${city.requests}::int) n
      cross join lateral (select ${from}::timestamptz + make_interval(days => n % 28, hours => 9 + (n / 28) % 8) as at) t`.execute(
      tx,
    )
  })
}
