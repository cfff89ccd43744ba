/** Whether this site has a service worker, so that it can be read offline: `publish --no-worker` writes pages that say no. */
export function hasWorker(): boolean {
  return document.querySelector('meta[name="broadsheet-worker"][content="none"]') === null;
}
