import type { CalendarDay } from '#kernel/calendar-day.ts'
import { type AttendanceState, attendanceStates } from './completion.ts'

// What offices write into their tables, and our own lists, without spaces and in one width.
const written: Readonly<Record<AttendanceState, readonly string[]>> = {
  present: ['○', '◯', '〇', '●', '◎', '出', '出席', '参加', '1', 'o', 'present', 'there', '来ました'],
  late: [
    '△',
    '遅',
    '遅刻',
    '遅れて参加',
    '早退',
    'late',
    '途中から出席',
    'there, from later on',
    'とちゅうから来ました',
  ],
  online: [
    'オンライン',
    'リモート',
    'zoom',
    'web',
    'online',
    'オンラインで出席',
    'there, online',
    'オンラインで出ました',
  ],
  absent: ['×', '✕', '✗', '欠', '欠席', 'x', '0', 'absent', 'お休み'],
  not_heard: ['連絡なし', '連絡がまだない', '不明', 'not heard from', 'not heard from yet', 'まだ連絡がありません'],
  made_up: ['補', '補講', '振替', '振り替え', 'made up', '補講で出席', 'あとから勉強しました'],
}

const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

const stateOf = new Map(attendanceStates.flatMap((state) => written[state].map((text) => [bare(text), state] as const)))

/** Whether somebody was there, as an office writes it; null where it cannot be told. */
export const attendanceWritten = (text: string): AttendanceState | null => stateOf.get(bare(text)) ?? null

/** One line: somebody at one meeting of a run that lies behind us. */
export interface ListedAttendance {
  no: number
  day: CalendarDay
  state: AttendanceState
  completedOn: CalendarDay | null
}

/** What is known of the run already, here or in the rows above. */
export interface KnownRun {
  /** Not one that is being prepared or goes on. */
  isOver: boolean
  dayOf: ReadonlyMap<number, CalendarDay>
}

export type ListedBlocker = 'ahead' | 'long_ago' | 'run_goes_on' | 'other_day' | 'completed_before'

// Before this no such courses were held; an older day is a slip of the pen.
const firstDay = '2000-04-01'

/** What stands in the way of keeping a line. */
export const listedBlockers = (line: ListedAttendance, run: KnownRun | null, today: CalendarDay): ListedBlocker[] => {
  if (line.day > today) return ['ahead']
  if (line.day < firstDay) return ['long_ago']
  if (run && !run.isOver) return ['run_goes_on']
  if (line.completedOn !== null && line.completedOn < line.day) return ['completed_before']
  const held = run?.dayOf.get(line.no)
  return held !== undefined && held !== line.day ? ['other_day'] : []
}
