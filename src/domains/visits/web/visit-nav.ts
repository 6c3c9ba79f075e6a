import type { NavItem } from '#platform/http/slice.ts'
import { calendarReaders } from './calendar-routes.tsx'
import { calendarPaths, visitPaths } from './visit-paths.ts'
import { calendarWords } from './words-calendar.ts'
import { feelingWords } from './words-feelings.ts'
import { visitWords } from './words-visit.ts'

export const visitNav: NavItem[] = [
  {
    who: ['supporter', 'companion', 'host', 'coordinator'],
    order: 20,
    label: { ja: visitWords.ja.nav, en: visitWords.en.nav, easy: visitWords.easy.nav },
    href: visitPaths.list,
  },
  {
    who: calendarReaders,
    order: 25,
    label: { ja: calendarWords.ja.title, en: calendarWords.en.title, easy: calendarWords.easy.title },
    href: calendarPaths.month,
  },
  {
    who: ['supporter'],
    order: 28,
    label: { ja: feelingWords.ja.courseNav, en: feelingWords.en.courseNav, easy: feelingWords.easy.courseNav },
    href: visitPaths.course,
  },
]
