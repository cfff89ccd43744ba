/** Long enough for the browser to have begun reading it. */
const KEPT_MS = 60_000;

/** Hands the reader a file, as a download. */
export function saveFile(name: string, content: Blob): void {
  const href = URL.createObjectURL(content);
  Object.assign(document.createElement('a'), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS);
}
