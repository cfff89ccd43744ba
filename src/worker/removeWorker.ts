// The whole worker of a site that wants none: it takes the place of an earlier one, and removes itself and what that kept.
import { isShelfOf } from '#shared/shelves.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) => event.waitUntil(remove()));

/** Other sites of the origin keep what is theirs, and open pages are let be. */
async function remove(): Promise<void> {
  const { scope } = self.registration;
  const own = (await caches.keys()).filter((name) => isShelfOf(name, scope));
  await Promise.all(own.map((name) => caches.delete(name)));
  await self.registration.unregister();
}
