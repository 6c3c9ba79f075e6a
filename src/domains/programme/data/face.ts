import type { ProgrammeFace } from '#platform/http/call.ts'
import { named, type Tx } from '#platform/db/index.ts'

const text = `
  select programme_id as id, name, short_name as "shortName", colour, time_zone as zone, crisis_card as "crisisCard",
    contact_phone as "contactPhone", contact_hours as "contactHours", is_sample as "isSample"
  from programme.programme where programme_id = $1`

/** The programme as the frame of every page shows it. */
export const programmeFace = async (tx: Tx, programmeId: number): Promise<ProgrammeFace> => {
  const [row] = await named<ProgrammeFace>(tx, 'programme_face', text, [programmeId])
  if (!row) throw new Error(`no programme ${programmeId}`)
  return row
}
