import pc from 'picocolors';

/** How a text is marked for a person: coloured on a terminal, plain elsewhere. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly doubt: (text: string) => string;
  readonly title: (text: string) => string;
  readonly quiet: (text: string) => string;
}

/** Colours for a terminal, unless `NO_COLOR` is set. */
export function paintFor(isTerminal: boolean, env: NodeJS.ProcessEnv = process.env): Paint {
  const { green, red, yellow, bold, dim } = pc.createColors(isTerminal && !env.NO_COLOR);
  return { good: green, bad: red, doubt: yellow, title: bold, quiet: dim };
}

/** No marks at all. */
export const PLAIN: Paint = paintFor(false);
