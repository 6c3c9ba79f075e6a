import type { Locale } from '#platform/i18n/reader.ts'
import { StatusTag, type Tone } from '#ui/index.ts'
import type { PlaceStatus } from '../core/place-status.ts'
import { placeWords } from './words.ts'

const tones: Record<PlaceStatus, Tone> = { listed: 'neutral', proposed: 'waiting', confirmed: 'good', closed: 'ended' }

export const StatusOfPlace = ({ locale, status }: { locale: Locale; status: PlaceStatus }) => (
  <StatusTag tone={tones[status]}>{placeWords[locale].statuses[status]}</StatusTag>
)
