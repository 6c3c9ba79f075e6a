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

export const guideRoutes = [
  publicRoute({ method: 'GET', path: guidePaths.all, reach: 'nothing of anybody', who: 'anyone', handle: showAll }),
  publicRoute({ method: 'GET', path: guidePaths.pattern, reach: 'nothing of anybody', who: 'anyone', handle: show }),
]
