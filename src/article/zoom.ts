// How a picture lies on the viewer's stage, and what fingers, wheel and keys make of that. Points are in CSS pixels
// from the middle of the stage.

export type Point = { readonly x: number; readonly y: number };

export type Size = { readonly width: number; readonly height: number };

/** How much larger than fitted the picture is shown, and where its middle lies. */
export type View = Point & { readonly scale: number };

/** The stage, and the picture as it fits there at scale 1. */
export type Room = { readonly stage: Size; readonly picture: Size };

/** The whole picture, in the middle. */
export const WHOLE: View = { scale: 1, x: 0, y: 0 };

/** Zooms by a factor, so that what lies at `at` stays there as far as the stage's edges allow. */
export function zoomAt(view: View, factor: number, at: Point, room: Room): View {
  const scale = clamp(view.scale * factor, 1, 4 * fillScale(room));
  const grown = scale / view.scale;
  return within({ scale, x: at.x + (view.x - at.x) * grown, y: at.y + (view.y - at.y) * grown }, room);
}

/** Moves the picture, never further than its edge to the stage's. */
export function panBy(view: View, by: Point, room: Room): View {
  return within({ ...view, x: view.x + by.x, y: view.y + by.y }, room);
}

/** What a double tap does: from the whole picture to one that fills the stage, twice as large at least, and back. */
export function toggleZoom(view: View, at: Point, room: Room): View {
  return view.scale > 1 ? WHOLE : zoomAt(view, Math.max(2, fillScale(room)), at, room);
}

/** The view after the fingers on a picture have moved. Both lists name the same fingers, at least one. */
export function follow(view: View, fingers: { before: readonly Point[]; after: readonly Point[] }, room: Room): View {
  const [before, after] = [middleOf(fingers.before), middleOf(fingers.after)];
  const [spreadBefore, spreadAfter] = [spreadOf(fingers.before, before), spreadOf(fingers.after, after)];
  const factor = spreadBefore > 0 && spreadAfter > 0 ? spreadAfter / spreadBefore : 1;
  return panBy(zoomAt(view, factor, before, room), { x: after.x - before.x, y: after.y - before.y }, room);
}

/** What one finger meant that came down, moved and left: a tap, a swipe to a neighbour, or nothing. */
export function gestureOf(from: Point, to: Point): 'tap' | 'next' | 'previous' | null {
  const [x, y] = [to.x - from.x, to.y - from.y];
  if (Math.hypot(x, y) < 10) return 'tap';
  if (Math.abs(x) < 40 || Math.abs(x) < 2 * Math.abs(y)) return null;
  return x < 0 ? 'next' : 'previous';
}

// A long strip fits the stage as a thread; it must grow to the stage's width to be read.
function fillScale({ stage, picture }: Room): number {
  if (picture.width <= 0 || picture.height <= 0) return 1;
  return Math.max(1, stage.width / picture.width, stage.height / picture.height);
}

function within({ scale, x, y }: View, { stage, picture }: Room): View {
  const [slackX, slackY] = [slack(picture.width * scale, stage.width), slack(picture.height * scale, stage.height)];
  return { scale, x: clamp(x, -slackX, slackX), y: clamp(y, -slackY, slackY) };
}

function slack(picture: number, stage: number): number {
  return Math.max(0, (picture - stage) / 2);
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((sum, { x, y }) => ({ x: sum.x + x, y: sum.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function spreadOf(points: readonly Point[], middle: Point): number {
  return points.reduce((sum, { x, y }) => sum + Math.hypot(x - middle.x, y - middle.y), 0);
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
