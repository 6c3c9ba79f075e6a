/** Whole yen. */
export type Yen = number & { readonly yen: unique symbol }

export const yen = (amount: number): Yen => {
  if (!Number.isSafeInteger(amount)) throw new Error(`not whole yen: ${amount}`)
  return amount as Yen
}
