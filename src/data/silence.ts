// What is noticed by the way of a host that may be out of reach. A browser only knows of the device's own connection.
let tell = () => {};

/** Says whom to tell that a file did not come, or that a kept one came in its place. */
export function onSilence(listener: () => void): void {
  tell = listener;
}

/** Tells of it. */
export function noteSilence(): void {
  tell();
}
