import type { Format } from './formats/format.ts';

/** Every format of a run record, by the name that the command line takes; each is loaded when it is asked for. */
export const formats = {
  ctrf: async () => (await import('./formats/ctrf.ts')).ctrf,
  github: async () => (await import('./formats/github.ts')).github,
  html: async () => (await import('./formats/html.ts')).html,
  json: async () => (await import('./formats/json.ts')).json,
  junit: async () => (await import('./formats/junit.ts')).junit,
  markdown: async () => (await import('./formats/markdown.ts')).markdown,
  parity: async () => (await import('./formats/parity.ts')).parity,
  sarif: async () => (await import('./formats/sarif.ts')).sarif,
  text: async () => (await import('./formats/text.ts')).text,
} as const satisfies Readonly<Record<string, () => Promise<Format>>>;

/** The name of a format. */
export type FormatName = keyof typeof formats;

/** The names of all formats, in alphabetical order. */
export const FORMAT_NAMES = Object.keys(formats) as readonly FormatName[];
