import readSheets from 'read-excel-file/node'

export interface ReadSheet {
  name: string
  rows: (string | number | boolean | Date | null)[][]
}

/** What another reader than the one that wrote it finds in a workbook. */
export const readWorkbook = async (bytes: ArrayBuffer | Uint8Array): Promise<ReadSheet[]> => {
  const sheets = await readSheets(Buffer.from(new Uint8Array(bytes)), { trim: false })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data as ReadSheet['rows'] }))
}
