/** The addresses of the figures. */
export const figurePaths = {
  figures: '/figures',
  ofYear: (year: number) => `/figures?year=${year}`,
  csv: (year: number | string) => `/figures/${year}/csv`,
  xlsx: (year: number | string) => `/figures/${year}/xlsx`,
  rows: (year: number | string) => `/figures/${year}/rows`,
  allRows: (year: number) => `/figures/${year}/rows`,
  rowsOf: (year: number, by: string, key: string, page = 1) =>
    `/figures/${year}/rows?${new URLSearchParams({ by, key, ...(page > 1 ? { page: String(page) } : {}) })}`,
}
