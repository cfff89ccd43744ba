/** XML as a strict parser reads it. Throws for what is not well-formed. Needs a DOM. */
export function readXml(bytes: Buffer | string): Document {
  const page = new DOMParser().parseFromString(bytes.toString(), 'application/xml');
  const fault = page.getElementsByTagName('parsererror')[0];
  if (fault) throw new Error(fault.textContent ?? 'no XML');
  return page;
}

/** The texts of the elements of a name below another, in order. */
export function textsOf(root: Document | Element, name: string): string[] {
  return [...root.getElementsByTagName(name)].map(({ textContent }) => textContent ?? '');
}

/** An attribute of each element of a name below another, in order; null where it is not there. */
export function attributesOf(root: Document | Element, name: string, attribute: string): (string | null)[] {
  return [...root.getElementsByTagName(name)].map((element) => element.getAttribute(attribute));
}
