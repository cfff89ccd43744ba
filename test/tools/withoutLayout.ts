// jsdom lays nothing out. What asks for layout finds nothing to be told of; a test that needs more says it itself.
class NothingToObserve {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

Object.assign(globalThis, { ResizeObserver: NothingToObserve, IntersectionObserver: NothingToObserve });
Element.prototype.scrollIntoView = () => {};
