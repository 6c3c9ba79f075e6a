/** One line of a life cycle: from where to where, who may, and what must hold. Buttons, guards and diagrams read it. */
export interface Transition<Status extends string, Who extends string, Condition extends string> {
  from: Status
  to: Status
  who: readonly Who[]
  holds: readonly Condition[]
}

/** The table does not lead there, or not for this person. */
export type TableBlocker<Status extends string, Who extends string> =
  | { kind: 'not_from_here'; from: Status; to: Status }
  | { kind: 'not_for_you'; who: Who }

interface Step<Status extends string, Who extends string> {
  from: Status
  to: Status
  who: Who
}

/** The line for this step, or what stands in the way. */
export const lineFor = <Status extends string, Who extends string, Condition extends string>(
  table: readonly Transition<Status, Who, Condition>[],
  step: Step<Status, Who>,
): Transition<Status, Who, Condition> | TableBlocker<Status, Who> => {
  const lines = table.filter((line) => line.from === step.from && line.to === step.to)
  if (lines.length === 0) return { kind: 'not_from_here', from: step.from, to: step.to }
  return lines.find((line) => line.who.includes(step.who)) ?? { kind: 'not_for_you', who: step.who }
}

/** Where this person may lead it from here, as far as the table goes. */
export const nextFor = <Status extends string, Who extends string, Condition extends string>(
  table: readonly Transition<Status, Who, Condition>[],
  from: Status,
  who: Who,
): Status[] => table.filter((line) => line.from === from && line.who.includes(who)).map((line) => line.to)

/** The table's own refusal, or each unmet condition as its blocker. */
export const stepBlockers = <Status extends string, Who extends string, Condition extends string, Blocker>(
  table: readonly Transition<Status, Who, Condition>[],
  step: Step<Status, Who>,
  unmet: (condition: Condition) => Blocker | null,
): (TableBlocker<Status, Who> | Blocker)[] => {
  const line = lineFor(table, step)
  if ('kind' in line) return [line]
  return line.holds.map(unmet).filter((blocker): blocker is NonNullable<typeof blocker> => blocker !== null)
}
