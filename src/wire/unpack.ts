/**
 * The bytes inside gzip. Bytes that are not gzip come back as they are: some servers unpack a file by themselves.
 * Rejects when gzip is damaged.
 */
export async function unpack(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first !== 0x1f || second !== 0x8b) return bytes;
  const packed = new Response(bytes).body;
  return packed === null ? bytes : new Response(packed.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}
