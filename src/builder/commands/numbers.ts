// Numbers as a person reads them.

const KB = 1024;
const MINUTE = 60;

/** `100,020`. */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}

/** `1 file`, `20 files`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `430.1 MB`, in the largest unit that leaves a whole number before the point. */
export function sizeOf(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const unit = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(KB)), units.length - 1);
  return `${(bytes / KB ** unit).toFixed(unit === 0 ? 0 : 1)} ${units[unit]}`;
}

/** `0.8 s`, `26 s`, `3 min 5 s`, `1 h 12 min`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < MINUTE) return `${whole} s`;
  const minutes = Math.floor(whole / MINUTE);
  if (minutes < MINUTE) return `${minutes} min ${whole % MINUTE} s`;
  return `${Math.floor(minutes / MINUTE)} h ${minutes % MINUTE} min`;
}
