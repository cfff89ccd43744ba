/**
 * Whether a picture may have this size, in whole pixels. Room is kept for it before it comes, so a size that no picture
 * has would leave a hole in the text.
 */
export function isTrueSize(width: number, height: number): boolean {
  const isInRange = Math.min(width, height) > 0 && Math.max(width, height) <= 99_999;
  return isInRange && height <= 20 * width && width <= 20 * height;
}
