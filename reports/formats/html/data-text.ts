/** What may not stand in a page as it is: the begin of a tag, and whatever acts where it is shown or edited. */
const UNSAFE = /[<>\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

const unicodeEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as JSON on one line that is inert inside a `script` element: no markup can begin or end in it. */
export const dataText = (value: unknown): string => JSON.stringify(value).replaceAll(UNSAFE, unicodeEscape);
