import { addDays, type CalendarDay } from '#kernel/calendar-day.ts'
import { fiscalYearEnd, fiscalYearOf, fiscalYearStart } from '#kernel/fiscal-year.ts'
import { instantAt } from '#kernel/time.ts'
import { hashToken } from '#platform/auth/token.ts'
import { codeFrom, proofText, sampleRun, type SampleRun, sampleWordings } from '#domains/training/seed.ts'
import type { Vault } from '#platform/vault/vault.ts'
import type { Cast, SamplePerson, SampleSupporter } from './cast.ts'
import type { Chance } from './random.ts'
import type { Rows } from './rows.ts'
import type { PlacedPlace, Setting } from './write-people.ts'

interface Parts {
  rows: Rows
  luck: Chance
  setting: Setting
  cast: Cast
  vault: Vault
  today: CalendarDay
}

/** Courses of former years with their certificates, one who has just completed, and the ceremony to come. */
export const addPapers = async (parts: Parts): Promise<void> => {
  const { rows, setting, cast, today } = parts
  const by = cast.coordinator.membershipId
  const series = numberSeries(parts)
  for (const wording of sampleWordings) {
    const at = instantAt(setting.beganOn, 600, setting.zone)
    const { kind, prefix, title, body, issuer } = wording
    const words = { kind, prefix, title, body, issuer, from_day: setting.beganOn }
    rows.add('training.credential_wording', { programme_id: setting.programmeId, ...words, by_membership: by, at })
  }
  const basic = addCourse(parts, 'basic')
  for (const [day, people] of Map.groupBy(cast.supporters, (one) => one.registeredOn)) {
    const endedOn = addDays(day, -20)
    const run = addRun(parts, basic, sampleRun('basic', fiscalYearOf(endedOn)), endedOn)
    for (const person of byReading(people)) await addCertificate(parts, series, { person, run, endedOn })
  }
  const justNow = addDays(today, -12)
  const run = addRun(parts, basic, sampleRun('basic', fiscalYearOf(justNow)), justNow)
  for (const person of cast.people.filter(({ role }) => role === 'trainee'))
    await addCertificate(parts, series, { person, run, endedOn: justNow })
  const forHosts = addRun(
    parts,
    addCourse(parts, 'host'),
    sampleRun('host', fiscalYearOf(today) - 1),
    addDays(today, -300),
  )
  const hosts = byReading(cast.hosts)
  for (const person of hosts)
    await addCertificate(parts, series, { person, run: forHosts, endedOn: addDays(today, -300) })
  for (const person of byReading(cast.supporters)) await addCard(parts, series, person)
  series.close()
  await addElsewhere(parts)
  addCeremony(parts)
}

const byReading = <T extends SamplePerson>(people: readonly T[]): T[] =>
  people.toSorted((a, b) => (a.kana < b.kana ? -1 : 1))

const rules = {
  completion: '[{"kind":"all"}]',
  make_up: '{"most":1,"within_days":null,"ways":["next_run","video","talk"]}',
}

const addCourse = ({ rows, luck, setting }: Parts, kind: 'basic' | 'host'): string => {
  const id = luck.uuid()
  const { course } = sampleRun(kind, 0)
  rows.add('training.course', { programme_id: setting.programmeId, id, kind, ...course, ...rules, sort: 90 })
  return id
}

const addRun = ({ rows, luck, setting }: Parts, courseId: string, run: SampleRun, endedOn: CalendarDay): string => {
  const id = luck.uuid()
  rows.add('training.run', {
    programme_id: setting.programmeId,
    id,
    course_id: courseId,
    fiscal_year: fiscalYearOf(endedOn),
    name: run.name,
    capacity: 15,
    apply_from: addDays(endedOn, -160),
    apply_until: addDays(endedOn, -130),
    order_of: 'selection',
    status: 'finished',
    created_at: instantAt(addDays(endedOn, -170), 600, setting.zone),
    ...rules,
  })
  return id
}

interface Completed {
  person: SamplePerson
  run: string
  endedOn: CalendarDay
}

const addCertificate = async (
  parts: Parts,
  series: ReturnType<typeof numberSeries>,
  { person, run, endedOn }: Completed,
): Promise<void> => {
  const { rows, luck, setting, cast } = parts
  const programme_id = setting.programmeId
  const enrolmentId = luck.uuid()
  const since = addDays(endedOn, -110)
  const enrolled = { id: enrolmentId, run_id: run, person_id: person.id, status: 'completed', since, ended_on: endedOn }
  rows.add('training.enrolment', { programme_id, ...enrolled })
  const issuedOn = addDays(endedOn, 5)
  rows.add('training.credential', {
    programme_id,
    kind: 'certificate',
    person_id: person.id,
    enrolment_id: enrolmentId,
    ...series.next('certificate', issuedOn),
    ...(await sealedPaper(parts, person)),
    wording_from: setting.beganOn,
    by_membership: cast.coordinator.membershipId,
    at: instantAt(issuedOn, 600, setting.zone),
  })
}

const addCard = async (
  parts: Parts,
  series: ReturnType<typeof numberSeries>,
  person: SampleSupporter,
): Promise<void> => {
  const { rows, setting, cast, today } = parts
  const year = fiscalYearOf(today)
  const issuedOn = person.registeredOn > fiscalYearStart(year) ? person.registeredOn : fiscalYearStart(year)
  rows.add('training.credential', {
    programme_id: setting.programmeId,
    kind: 'card',
    person_id: person.id,
    valid_until: fiscalYearEnd(year),
    ...series.next('card', issuedOn),
    ...(await sealedPaper(parts, person)),
    wording_from: setting.beganOn,
    by_membership: cast.coordinator.membershipId,
    at: instantAt(issuedOn, 620, setting.zone),
  })
}

/** Name and code as a paper keeps them. */
const sealedPaper = async ({ luck, vault }: Pick<Parts, 'luck' | 'vault'>, person: SamplePerson) => {
  const id = luck.uuid()
  const code = codeFrom(Uint8Array.from({ length: 16 }, () => luck.int(0, 255)))
  return {
    id,
    name_sealed: await vault.seal(person.id, 'training.credential.name_sealed', id, person.name),
    code_sealed: await vault.seal(person.id, 'training.credential.code_sealed', id, code),
    proof_hash: hashToken(proofText(code, person.name)),
  }
}

/** Numbers without a gap, as the programme gives them; `close` writes where each series goes on. */
const numberSeries = ({ rows, setting }: Pick<Parts, 'rows' | 'setting'>) => {
  const given = new Map<string, number>()
  return {
    next: (kind: 'certificate' | 'card', issuedOn: CalendarDay) => {
      const fiscal_year = fiscalYearOf(issuedOn)
      const key = `${kind} ${fiscal_year}`
      const no = (given.get(key) ?? 0) + 1
      given.set(key, no)
      return { fiscal_year, no, issued_on: issuedOn }
    },
    close: (): void => {
      for (const [key, no] of given) {
        const [kind = '', year] = key.split(' ')
        const series = { kind, fiscal_year: Number(year), next_no: no + 1 }
        rows.add('training.series', { programme_id: setting.programmeId, ...series })
      }
    },
  }
}

const addElsewhere = async ({ rows, luck, setting, cast, vault, today }: Parts): Promise<void> => {
  for (const [index, person] of cast.supporters.slice(0, 2).entries()) {
    const id = luck.uuid()
    const issuedOn = addDays(fiscalYearStart(fiscalYearOf(today)), -120 - index * 40)
    const at = instantAt(addDays(today, -60), 600, setting.zone)
    rows.add('training.qualification', {
      programme_id: setting.programmeId,
      id,
      person_id: person.id,
      course: index === 0 ? 'basic' : 'advanced',
      issuer: '見本県',
      issued_on: issuedOn,
      number: `第${index + 12}号`,
      role_sealed: await vault.seal(person.id, 'training.qualification.role_sealed', id, 'experience'),
      at,
      confirmed_at: index === 0 ? at : null,
      confirmed_by: index === 0 ? cast.coordinator.membershipId : null,
    })
  }
}

const addCeremony = ({ rows, luck, setting, cast, today }: Parts): void => {
  const id = luck.uuid()
  const on = addDays(today, 24)
  const at = (day: CalendarDay, minute: number): Date => instantAt(day, minute, setting.zone)
  rows.add('training.ceremony', {
    programme_id: setting.programmeId,
    id,
    starts_at: at(on, 840),
    ends_at: at(on, 930),
    place: '区民会館 3階（架空）',
    note: 'お茶を用意します。平服でお越しください。',
    created_at: at(addDays(today, -3), 600),
  })
  for (const person of cast.people.filter(({ role }) => role === 'trainee')) {
    const guest = { ceremony_id: id, person_id: person.id, invited_at: at(addDays(today, -3), 600) }
    rows.add('training.ceremony_guest', { programme_id: setting.programmeId, ...guest })
  }
}

/** For which activities places are ready: until next year, and one that ends soon. */
export const addReadiness = (
  { rows, luck, setting, cast, today }: Parts,
  places: readonly PlacedPlace[],
  activityIds: readonly string[],
): void => {
  for (const [index, place] of places.slice(0, 4).entries()) {
    for (const activity_id of activityIds.slice(index, index + 2)) {
      rows.add('training.place_ready', {
        programme_id: setting.programmeId,
        id: luck.uuid(),
        place_id: place.id,
        activity_id,
        until_day: addDays(today, index === 1 ? 40 : 330),
        by_membership: cast.coordinator.membershipId,
        at: instantAt(addDays(today, -35), 600, setting.zone),
      })
    }
  }
}
