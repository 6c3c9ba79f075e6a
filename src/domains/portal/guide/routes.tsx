import { isRole } from '#kernel/role.ts'
import { notFound, type PublicCall, page, type Reply } from '#platform/http/call.ts'
import { publicRoute } from '#platform/http/routes.ts'
import { AllGuidesPage, GuidePage } from './guide-page.tsx'
import { guideWords } from './guide-words.ts'
import { guides } from './guides.ts'
import { guidePaths } from './paths.ts'

const showAll = async (call: PublicCall): Promise<Reply> =>
  page(guideWords[call.reader.locale].all, <AllGuidesPage locale={call.reader.locale} />)

const show = async (call: PublicCall): Promise<Reply> => {
  const role = call.param('role')
  const { locale } = call.reader
  return isRole(role) ? page(guides[role][locale].title, <GuidePage role={role} locale={locale} />) : notFound()
}

const open = { method: 'GET', who: 'anyone', reach: 'nothing of anybody', readersFrame: true } as const

export const guideRoutes = [
  publicRoute({ ...open, path: guidePaths.all, handle: showAll }),
  publicRoute({ ...open, path: guidePaths.pattern, handle: show }),
]
