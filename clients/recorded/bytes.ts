/** The bytes that JSON is made of. */
export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN_ARRAY = 0x5b;
export const CLOSE_ARRAY = 0x5d;
export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;

/** Whitespace as JSON has it (RFC 8259 §2). */
export const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** What a byte means outside of a text: 0 nothing, 1 a text begins, 2 one level deeper, 3 one level back. */
export const OUTSIDE = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === QUOTE) return 1;
  if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) return 2;
  return byte === CLOSE_OBJECT || byte === CLOSE_ARRAY ? 3 : 0;
});

/** 1 for the bytes at which a text ends or escapes. */
export const IN_TEXT = Uint8Array.from({ length: 256 }, (_, byte) => Number(byte === QUOTE || byte === BACKSLASH));
