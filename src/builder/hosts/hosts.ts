import { cloudflare } from './cloudflare.ts';
import { github } from './github.ts';
import type { Host } from './Host.ts';
import { netlify } from './netlify.ts';
import { nginx } from './nginx.ts';
import { plain } from './plain.ts';
import { s3 } from './s3.ts';
import { vercel } from './vercel.ts';

/** Every kind of host that a site can be published for, by its name. */
export const HOSTS = { plain, github, cloudflare, netlify, vercel, s3, nginx } as const satisfies Record<string, Host>;

/** The name of a kind of host. */
export type HostName = keyof typeof HOSTS;

/** Whether there is a kind of host of that name. */
export function isHostName(name: string): name is HostName {
  return Object.hasOwn(HOSTS, name);
}
