// What is noticed by the way of a host that may be out of reach. A browser only knows of the device's own connection.
let tell: (() => void) | null = null;
let isUnheard = false;

/** Says whom to tell that a file did not come, or that a kept one came in its place; at once where that was before. */
export function onSilence(listener: () => void): void {
  tell = listener;
  if (isUnheard) tell();
  isUnheard = false;
}

/** Tells of it. */
export function noteSilence(): void {
  if (tell) tell();
  else isUnheard = true;
}
