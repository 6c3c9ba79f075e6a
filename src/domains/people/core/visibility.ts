import type { CalendarDay } from '#kernel/calendar-day.ts'
import type { Role } from '#kernel/role.ts'
import type { ConsentKey } from './consents.ts'

/** The classes of platform/policy that say something of a person; core may not import it, a test compares the two. */
export type SeenClass =
  | 'card'
  | 'contact'
  | 'logistics'
  | 'experience'
  | 'considerations'
  | 'lived'
  | 'care'
  | 'staff'
  | 'money'
  | 'figures'

/** A visit that the person agreed to, seen from somebody who has to do with it. */
export interface SharedVisit {
  as: 'place' | 'companion' | 'fellow'
  agreedAt: Date
  /** The last day: the programme's number of days after the visit. */
  seenUntil: CalendarDay
}

/** All that decides what an actor sees of a person. Facts are loaded for this request; nothing is remembered. */
export interface VisibilityFacts {
  role: Role
  self: boolean
  following: boolean
  visits: readonly SharedVisit[]
  given: ReadonlySet<ConsentKey>
  /** A coordinator gave a reason to see what was not shown to them; the person is told. */
  reasonGiven: boolean
  now: Date
  today: CalendarDay
}

type Seen = ReadonlySet<SeenClass>

/** Which classes of a person's record an actor sees. Whatever is not allowed here is not seen. */
export const classesSeen = (facts: VisibilityFacts): Seen =>
  // About oneself everything but what staff wrote for themselves, in every role: nobody reads the notes on themselves by the way of a second role.
  facts.self ? ownRecord : new Set(seenBy[facts.role](facts))

const ownRecord: Seen = new Set<SeenClass>([
  'card',
  'contact',
  'logistics',
  'experience',
  'considerations',
  'lived',
  'care',
  'money',
])

const nothing = (): SeenClass[] => []

const seenBy: Record<Role, (facts: VisibilityFacts) => SeenClass[]> = {
  coordinator: (facts) => [...programmeStaff, ...shownToStaff(facts), ...when(facts.reasonGiven, ...care), 'figures'],
  companion: (facts) => [
    ...otherStaff,
    ...(facts.following ? [...following, ...shownToStaff(facts)] : []),
    ...(sharesVisit(facts, 'companion') ? shownToCompanion(facts) : []),
  ],
  supervisor: () => otherStaff,
  host: (facts) => (sharesVisit(facts, 'place') ? shownToPlace(facts) : []),
  supporter: (facts) => when(sharesVisit(facts, 'fellow'), 'card'),
  officer: () => ['figures'],
  admin: nothing,
  seeker: nothing,
  trainee: nothing,
  group: nothing,
}

const programmeStaff: SeenClass[] = ['card', 'contact', 'logistics', 'experience', 'staff', 'money']
const otherStaff: SeenClass[] = ['card', 'logistics', 'experience']
const following: SeenClass[] = ['contact', 'staff']
/** Whoever sees how somebody is sees what to consider, too; a place sees that alone. */
const care: SeenClass[] = ['considerations', 'care']

const shownToStaff = ({ given }: VisibilityFacts): SeenClass[] => [
  ...when(given.has('staff.experience'), 'lived'),
  ...when(given.has('staff.care'), ...care),
]

const shownToCompanion = ({ given }: VisibilityFacts): SeenClass[] => [
  ...when(given.has('companion.contact'), 'contact'),
  ...when(given.has('companion.experience'), 'lived'),
  ...when(given.has('companion.care'), ...care),
]

const shownToPlace = ({ given }: VisibilityFacts): SeenClass[] => [
  'card',
  ...when(given.has('place.considerations'), 'considerations'),
  ...when(given.has('place.first_time'), 'experience'),
]

/** From the person's agreement to the last day. */
const sharesVisit = ({ visits, now, today }: VisibilityFacts, as: SharedVisit['as']): boolean =>
  visits.some((visit) => visit.as === as && visit.agreedAt <= now && today <= visit.seenUntil)

const when = (condition: boolean, ...seen: SeenClass[]): SeenClass[] => (condition ? seen : [])
