import { base } from './base.ts';

const PATIENCE_MS = 8000;

/** Whether the host answers with pages of this site, and not with a failure or with somebody else's page. Never rejects. */
export async function isSiteBack(): Promise<boolean> {
  return isOwnPage((await textAt(base, isOwnPage)) ?? '');
}

function isOwnPage(html: string): boolean {
  return html.includes('broadsheet-base');
}

/** Whether a script or style is there, by its URL, and no page in its place. Never rejects. */
export async function isCodeThere(url: string): Promise<boolean> {
  const text = await textAt(url);
  return text !== null && !/^\s*</.test(text);
}

/**
 * The text at a URL, as far as it `isEnough`; null when that is not found or does not come. A slow line may take its time,
 * as long as something comes.
 */
async function textAt(url: string, isEnough: (text: string) => boolean = () => false): Promise<string | null> {
  const limit = new AbortController();
  const end = () => limit.abort();
  let timer = setTimeout(end, PATIENCE_MS);
  try {
    const answer = await fetch(url, { cache: 'no-store', signal: limit.signal });
    const reader = answer.ok ? answer.body?.getReader() : undefined;
    const decoder = new TextDecoder();
    let text = '';
    for (let part = await reader?.read(); part?.value && !isEnough(text); part = await reader?.read()) {
      text += decoder.decode(part.value, { stream: true });
      clearTimeout(timer);
      timer = setTimeout(end, PATIENCE_MS);
    }
    return answer.ok ? text : null;
  } catch {
    return null; // No network, no host, no end of waiting.
  } finally {
    clearTimeout(timer);
    end(); // What is enough needs no more.
  }
}
