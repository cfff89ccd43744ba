import { sha256Of } from './ContentSum.ts';

const HEAD = /^\{"sha256":"([0-9a-f]{64})","value":$/;
const HEAD_LENGTH = '{"sha256":"","value":'.length + 64;

/** A value as JSON that tells by its hash whether it is whole. */
export function seal(value: unknown): Buffer {
  const json = JSON.stringify(value);
  return Buffer.from(`{"sha256":"${sha256Of(Buffer.from(json))}","value":${json}}`);
}

/** The value in what `seal` wrote; null for anything else, and when a byte of it is missing or another. */
export function unseal(bytes: Buffer): unknown {
  const [, sha256] = HEAD.exec(bytes.subarray(0, HEAD_LENGTH).toString('latin1')) ?? [];
  const json = bytes.subarray(HEAD_LENGTH, -1);
  return sha256Of(json) === sha256 ? JSON.parse(json.toString('utf8')) : null;
}
