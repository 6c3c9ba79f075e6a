/**
 * Records that nobody of the sample could be asked for, written by hand: kind, who asks, how it stands to them. Routes to them
 * are not asked by these. Lines only go away, with a record that was added to the sample.
 */
export const withoutRecord: readonly string[] = [
  'rest_offer: stranger, own',
  'rest_offer: seeker, own',
  'rest_offer: trainee, own',
  'rest_offer: companion, own',
  'rest_offer: coordinator, own',
  'rest_offer: supervisor, own',
  'rest_offer: host, own',
  'rest_offer: group, own',
  'rest_offer: officer, own',
  'rest_offer: admin, own',
  'kind_call: companion, other',
  'kind_call: supervisor, other',
  'practicum: companion, other',
  'practicum_day: companion, other',
  'open_practicum: companion, other',
  'ceremony_to_answer: stranger, own',
  'ceremony_to_answer: seeker, own',
  'ceremony_to_answer: companion, own',
  'ceremony_to_answer: coordinator, own',
  'ceremony_to_answer: supervisor, own',
  'ceremony_to_answer: group, own',
  'ceremony_to_answer: officer, own',
  'ceremony_to_answer: admin, own',
  'registration_leaving: companion, other',
]

/** How many cells of the matrix that leaves out: it only falls. */
export const cellsWithoutRecord = 32
