/** Seals and opens sensitive text, a key for each person. `field` is 'schema.table.column'; a sealed text moved to another row or field does not open. */
export interface Vault {
  seal(personId: string, field: string, rowId: string, text: string): Promise<string>
  open(personId: string, field: string, rowId: string, sealed: string): Promise<string>
  /** Loads the keys of many people at once, before a list is opened. */
  warm(personIds: readonly string[]): Promise<void>
  /** Stands for a person where a note belongs to the programme and to nobody. */
  programmeSubject: string
}
