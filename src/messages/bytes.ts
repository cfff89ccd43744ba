import type { Messages } from './messages.ts';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes in the unit that suits it, with as many digits as matter: `8.2 MB`. What is little is never nothing. */
export function bytes(count: number, m: Messages): string {
  let [amount, unit] = [count / 1000, 0];
  while (amount >= 1000 && unit < UNITS.length - 1) [amount, unit] = [amount / 1000, unit + 1];
  const maximumFractionDigits = amount < 10 && unit > 0 ? 1 : 0;
  return new Intl.NumberFormat(m.locale, { style: 'unit', unit: UNITS[unit], maximumFractionDigits }).format(
    unit === 0 ? Math.ceil(amount) : amount,
  );
}
