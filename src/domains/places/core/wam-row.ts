import { no, ok, type Result } from '#kernel/result.ts'
import type { PlaceKind } from './kinds.ts'
import { type WamColumn, wamColumns } from './wam-columns.ts'

/** What the list says of one office, cleaned. */
export interface WamFacts {
  name: string
  kana: string
  organisation: string
  organisationKana: string
  corporateNumber: string
  organisationMunicipality: string
  organisationAddress: string
  organisationPhone: string
  organisationFax: string
  organisationUrl: string
  address: string
  phone: string
  fax: string
  url: string
  lat: number | null
  lng: number | null
}

export interface WamRow {
  no: string
  municipality: string
  service: string
  facts: WamFacts
}

/** Why a row cannot be taken over. */
export type WamTrouble =
  | { kind: 'columns'; found: number }
  | { kind: 'missing'; column: WamColumn }
  | { kind: 'number'; text: string }
  | { kind: 'lost_letters'; column: WamColumn }
  | { kind: 'twice'; firstLine: number }

/** Reads one row. A row that is not whole is refused with its reason, never guessed. */
export const readWamRow = (cells: readonly string[]): Result<WamRow, WamTrouble> => {
  if (cells.length !== wamColumns.length) return no({ kind: 'columns', found: cells.length })
  const of = (column: WamColumn): string => tidy(cells[wamColumns.indexOf(column)] ?? '')
  for (const column of needed) {
    if (of(column) === '') return no({ kind: 'missing', column })
    if (of(column).includes('\ufffd')) return no({ kind: 'lost_letters', column })
  }
  const no_ = of('NO（※システム内の固有の番号、連番）')
  if (!/^[A-Z]?\d{4,12}$/.test(no_)) return no({ kind: 'number', text: no_ })
  return ok({
    no: no_,
    municipality: of('事業所住所（市区町村）'),
    service: of('サービス種別'),
    facts: factsOf(of),
  })
}

const needed = [
  'NO（※システム内の固有の番号、連番）',
  '法人の名称',
  'サービス種別',
  '事業所の名称',
  '事業所住所（市区町村）',
] as const satisfies readonly WamColumn[]

const factsOf = (of: (column: WamColumn) => string): WamFacts => ({
  name: of('事業所の名称'),
  kana: of('事業所の名称_かな'),
  organisation: of('法人の名称'),
  organisationKana: of('法人の名称_かな'),
  corporateNumber: of('法人番号'),
  organisationMunicipality: of('法人住所（市区町村）'),
  organisationAddress: of('法人住所（番地以降）'),
  organisationPhone: of('法人電話番号'),
  organisationFax: of('法人FAX番号'),
  organisationUrl: webAddress(of('法人URL')),
  address: of('事業所住所（番地以降）'),
  phone: of('事業所電話番号'),
  fax: of('事業所FAX番号'),
  url: webAddress(of('事業所URL')),
  lat: degrees(of('事業所緯度'), 20, 46),
  lng: degrees(of('事業所経度'), 122, 154),
})

/** One kind of space, none at the ends. Full-width figures are kept as the office writes its own address. */
export const tidy = (text: string): string => text.replace(/[\s\u3000]+/g, ' ').trim()

const webAddress = (text: string): string => (/^https?:\/\/[^\s]+$/i.test(text) ? text : '')

// Japan lies between these; a nought or swapped figures are no position.
const degrees = (text: string, least: number, most: number): number | null => {
  const value = Number(text)
  return text !== '' && value >= least && value <= most ? value : null
}

const kindByService: readonly (readonly [RegExp, PlaceKind])[] = [
  [/相談支援/, 'consultation'],
  [/^療養介護/, 'hospital'],
  [/共同生活援助|宿泊型自立訓練|施設入所|短期入所|自立生活援助/, 'home'],
  [/就労|生活介護|自立訓練|地域活動支援/, 'day_activity'],
]

/** The kind of place that offers this service, as a first guess that staff may change. */
export const kindOfService = (service: string): PlaceKind =>
  kindByService.find(([pattern]) => pattern.test(service))?.[1] ?? 'other'

export const fieldOfService = (service: string): 'community' | 'hospital' | 'employment' => {
  if (service.startsWith('就労')) return 'employment'
  return /地域移行|地域定着/.test(service) ? 'hospital' : 'community'
}
