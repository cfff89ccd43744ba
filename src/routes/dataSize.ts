import type { Messages } from '#messages/messages.ts';

/** A number of bytes as people write it: in MB with one decimal, below one in KB. */
export function dataSize(bytes: number, { locale }: Messages): string {
  const isSmall = bytes < 1_000_000;
  const format = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: isSmall ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: isSmall ? 0 : 1,
  });
  return format.format(isSmall ? Math.ceil(bytes / 1000) : bytes / 1_000_000);
}
