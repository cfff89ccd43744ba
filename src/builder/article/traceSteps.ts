import { type Document, Element, isTag, isText } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import type { Site } from '#builder/site.ts';
import { type Draft, STEPS } from './article.ts';

/**
 * What a step did: the fields it took out, and the tags and texts that its tree lost and gained, in order. A moved
 * piece is neither. Lists and texts are cut short.
 */
export type StepTrace = {
  readonly took?: Readonly<Record<string, unknown>>;
  readonly lost?: readonly string[];
  readonly gained?: readonly string[];
};

/** Runs a draft through all steps and tells, by name, what each did. A step that changed nothing is not named. */
export function traceSteps(start: Draft, site: Site): { draft: Draft; steps: Readonly<Record<string, StepTrace>> } {
  const steps: Record<string, StepTrace> = {};
  let draft = start;
  let before = piecesOf(draft.body);
  for (const [name, step] of Object.entries(STEPS)) {
    const next = step(draft, site);
    const after = piecesOf(next.body);
    const trace = { ...fieldsTaken(draft, next), ...listed('lost', before, after), ...listed('gained', after, before) };
    if (Object.keys(trace).length > 0) steps[name] = trace;
    [draft, before] = [next, after];
  }
  return { draft, steps };
}

const MAX_PIECES = 12;
const MAX_LENGTH = 120;

function fieldsTaken(before: Draft, after: Draft): Pick<StepTrace, 'took'> {
  const earlier = new Map<string, unknown>(Object.entries(before));
  const changed = Object.entries(after).filter(([name, value]) => name !== 'body' && earlier.get(name) !== value);
  return changed.length === 0 ? {} : { took: Object.fromEntries(changed.map(([name, value]) => [name, brief(value)])) };
}

/** The same value as short as one line can bear. A tree, as the lead is one, shows its tag. */
function brief(value: unknown): unknown {
  if (typeof value === 'string') return shortened(value);
  if (Array.isArray(value)) return [...value.slice(0, MAX_PIECES).map(brief), ...andMore(value.length)];
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Element) return shortened(tagOf(value));
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, brief(part)]));
}

/** Every start tag and every text below a node, in document order. */
function piecesOf(body: Document): readonly string[] {
  const nodes = DomUtils.filter((node) => isTag(node) || isText(node), body.children, true, Number.POSITIVE_INFINITY);
  return nodes.flatMap((node) => {
    if (isTag(node)) return tagOf(node);
    const text = isText(node) ? node.data.replace(/\s+/g, ' ').trim() : '';
    return text === '' ? [] : text;
  });
}

function tagOf({ name, attribs }: Element): string {
  const attributes = Object.entries(attribs).map(([attribute, value]) => ` ${attribute}=${JSON.stringify(value)}`);
  return `<${name}${attributes.join('')}>`;
}

/** Those pieces that are not among the others, each as often as it is missing there. */
function listed(name: 'lost' | 'gained', pieces: readonly string[], others: readonly string[]): StepTrace {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(other, (counts.get(other) ?? 0) + 1);
  const missing = pieces.filter((piece) => {
    const count = counts.get(piece) ?? 0;
    counts.set(piece, count - 1);
    return count <= 0;
  });
  return missing.length === 0
    ? {}
    : { [name]: [...missing.slice(0, MAX_PIECES).map(shortened), ...andMore(missing.length)] };
}

function andMore(count: number): readonly string[] {
  return count > MAX_PIECES ? [`… and ${count - MAX_PIECES} more`] : [];
}

function shortened(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
