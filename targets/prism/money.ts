/** An amount in hundredths of its currency. */
export type Cents = number;

/** An amount as PayPal writes it: the value is decimal text, e.g. `"10.00"`. */
export interface Money {
  readonly currency_code: string;
  readonly value: string;
}

/** The amount in hundredths. */
export const centsOf = ({ value }: Money): Cents => Math.round(Number(value) * 100);

/** The amount as PayPal writes it. */
export const moneyOf = (cents: Cents, currency: string): Money => ({
  currency_code: currency,
  value: (cents / 100).toFixed(2),
});

/** What the items of an invoice come to; taxes and discounts are not known here. */
export const totalOf = (items: readonly { readonly quantity: string; readonly unit_amount: Money }[]): Cents =>
  items.reduce((total, { quantity, unit_amount }) => total + Math.round(Number(quantity) * centsOf(unit_amount)), 0);
