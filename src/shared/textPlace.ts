/** Where in an article's text a reader is: a paragraph by its number, and by a hash of its words in case others moved. */
export type TextPlace = { readonly index: number; readonly hash: string };
