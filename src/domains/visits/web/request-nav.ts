import type { NavItem } from '#platform/http/slice.ts'
import { boardPaths } from './board-paths.ts'
import { proposalPaths, requestPaths } from './paths.ts'
import { boardWords } from './words-board.ts'
import { requestTodayWords } from './words-request-today.ts'

const label = (key: 'navRequests' | 'navIdeas' | 'navProposals') => ({
  ja: requestTodayWords.ja[key],
  en: requestTodayWords.en[key],
  easy: requestTodayWords.easy[key],
})

export const requestNav: readonly NavItem[] = [
  { who: ['supporter'], order: 10, label: label('navProposals'), href: proposalPaths.list },
  { who: ['supporter'], order: 40, label: label('navIdeas'), href: requestPaths.list },
  {
    who: ['coordinator'],
    order: 11,
    label: { ja: boardWords.ja.nav, en: boardWords.en.nav, easy: boardWords.easy.nav },
    href: boardPaths.board,
  },
  { who: ['coordinator', 'host'], order: 10, label: label('navRequests'), href: requestPaths.list },
]
