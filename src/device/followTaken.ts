// What the device does with days by itself, once a page has loaded and is calm.
import { followHere } from './followHere.ts';
import { keepNewest } from './keepNewest.ts';
import { ownWorker } from './ownWorker.ts';
import { isSavingData } from './saveData.ts';
import { chosenSetting } from './settings.ts';
import { startTaking } from './takeAlong.ts';

const CALM_MS = 5_000;

/**
 * From now on marks what is here when the network is gone, and goes on with what is to be taken along. The newest days
 * come to who has been here before, not to who reads one article and leaves.
 */
export function followTaken(): void {
  if (!('caches' in globalThis)) return;
  followHere();
  // The types say that it is always there; outside secure contexts, and in some private windows, it is not.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers?.controller) return;
  setTimeout(() => void goOn(), CALM_MS);
  addEventListener('online', () => void goOn());
}

let going: Promise<void> | undefined;

/** Once at a time: a network that comes and goes would begin it again and again. */
function goOn(): Promise<void> {
  going ??= keepUp().finally(() => (going = undefined));
  return going;
}

async function keepUp(): Promise<void> {
  if (!navigator.onLine || isSavingData()) return;
  // Where that fails there is no network, or the host is out of order: what is noted is tried again, and says so.
  await keepNewest(Number(chosenSetting('along'))).catch(startTaking);
}

/** Whether this site and this browser can keep anything: a publish may have left the worker out. */
export async function canTakeAlong(): Promise<boolean> {
  // The types say that both are always there; outside secure contexts they are not.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers || !('caches' in globalThis)) return false;
  if (workers.controller) return true;
  const registered = ownWorker().then(() => true);
  const impatience = new Promise<false>((resolve) => setTimeout(() => resolve(false), CALM_MS));
  return Promise.race([registered, impatience]);
}
