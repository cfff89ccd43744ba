import { base } from './base.ts';

const PATIENCE_MS = 8000;

/** Whether the host answers with pages of this site, and not with a failure or with somebody else's page. Never rejects. */
export async function isSiteBack(): Promise<boolean> {
  return (await textAt(base))?.includes('broadsheet-base') ?? false;
}

/** Whether a script or style is there, by its URL, and no page in its place. Never rejects. */
export async function isCodeThere(url: string): Promise<boolean> {
  const text = await textAt(url);
  return text !== null && !/^\s*</.test(text);
}

async function textAt(url: string): Promise<string | null> {
  try {
    const answer = await fetch(url, { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    return answer.ok ? await answer.text() : null;
  } catch {
    return null; // No network, no host, no end of waiting.
  }
}
