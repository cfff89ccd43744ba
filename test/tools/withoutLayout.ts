// jsdom lays nothing out. What asks for layout finds nothing to be told of; a test that needs more says it itself.
class NothingToObserve {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.assign(globalThis, { ResizeObserver: NothingToObserve, IntersectionObserver: NothingToObserve });
// Nothing is wide enough for anything: what a screen shows is what a phone shows.
window.matchMedia = (media) => Object.assign(new EventTarget(), { matches: false, media }) as MediaQueryList;
Element.prototype.scrollIntoView = () => {};
