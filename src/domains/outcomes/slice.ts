import type { Slice } from '#platform/http/slice.ts'
import { figurePaths } from './web/paths.ts'
import { figureRoutes } from './web/routes.tsx'
import { outcomesToday } from './web/today.ts'
import { figureWords } from './web/words.ts'

export const slice: Slice = {
  name: 'outcomes',
  routes: figureRoutes,
  nav: [
    {
      who: ['officer', 'coordinator'],
      order: 60,
      label: { ja: figureWords.ja.nav, en: figureWords.en.nav, easy: figureWords.easy.nav },
      href: figurePaths.figures,
    },
  ],
  today: outcomesToday,
}
