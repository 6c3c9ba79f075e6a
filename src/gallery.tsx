import { page } from '#platform/http/call.ts'
import { publicRoute } from '#platform/http/routes.ts'
import { Gallery } from '#ui/gallery/gallery.tsx'

/** The components of src/ui in all their states: mounted in the demo and in tests only. */
export const galleryRoutes = [
  publicRoute({
    method: 'GET',
    path: '/gallery',
    reach: 'nothing of anybody',
    who: 'anyone',
    handle: async (call) => page('部品の見本', <Gallery locale={call.reader.locale} />),
  }),
]
