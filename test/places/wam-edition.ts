import { wamColumns } from '#domains/places/core/wam-columns.ts'

/** An invented office in the shape of the national list. */
export interface SyntheticOffice {
  no: number
  name?: string
  municipality?: string
  service?: string
  phone?: string
  organisation?: string
}

const towns = ['見本県ひばり市', '見本県みなも市', '見本県ひばり市東区', '見本県あおぞら町']
const services = ['計画相談支援', '地域相談支援（地域移行支援）', '就労継続支援Ｂ型']

export const officeCells = (office: SyntheticOffice): string[] => {
  const { no } = office
  const cells: Partial<Record<(typeof wamColumns)[number], string>> = {
    都道府県コード又は市区町村コード: '99000',
    'NO（※システム内の固有の番号、連番）': `A${String(no).padStart(10, '0')}`,
    指定機関名: '見本県',
    法人の名称: office.organisation ?? `社会福祉法人　見本会${no % 40}`,
    法人の名称_かな: 'しゃかいふくしほうじんみほんかい',
    法人番号: String(9_000_000_000_000 + (no % 40)),
    '法人住所（市区町村）': towns[0] ?? '',
    '法人住所（番地以降）': '１丁目１−１',
    サービス種別: office.service ?? services[no % services.length] ?? '',
    事業所の名称: office.name ?? `見本相談室　${no}`,
    事業所の名称_かな: 'みほんそうだんしつ',
    事業所番号: String(9_900_000_000 + no),
    '事業所住所（市区町村）': office.municipality ?? towns[no % towns.length] ?? '',
    '事業所住所（番地以降）': `${no % 30}丁目${no % 9}番地`,
    事業所電話番号: office.phone ?? `000-000-${String(no % 10_000).padStart(4, '0')}`,
    事業所URL: no % 3 === 0 ? `https://example.jp/${no}` : '',
    事業所緯度: '35.65',
    事業所経度: '139.6',
    '利用可能な時間帯（平日）': '09:00-17:00',
    定休日: '土曜日、日曜日、"祝日"、年末年始',
  }
  return wamColumns.map((column) => cells[column] ?? '')
}

/** A file as WAM NET publishes it: UTF-8 with a mark, LF, text in quotes. */
export const editionFile = (rows: readonly (readonly string[])[]): Uint8Array => {
  const quoted = (cells: readonly string[]) =>
    cells.map((cell) => (cell === '' ? '' : `"${cell.replaceAll('"', '""')}"`)).join(',')
  return new TextEncoder().encode(`\ufeff${[wamColumns, ...rows].map(quoted).join('\n')}\n`)
}
