import pc from 'picocolors';

/** How a text is marked for a person: coloured on a terminal, plain elsewhere. */
export interface Paint {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly doubt: (text: string) => string;
  readonly title: (text: string) => string;
  readonly quiet: (text: string) => string;
}

/** `NO_COLOR` wins, then `FORCE_COLOR`, then whether there is a terminal that is able to. */
function isColoured(isTerminal: boolean, { NO_COLOR, FORCE_COLOR, TERM }: NodeJS.ProcessEnv): boolean {
  if (NO_COLOR) return false;
  return FORCE_COLOR ? FORCE_COLOR !== '0' : isTerminal && TERM !== 'dumb';
}

/** Colours for a terminal; `NO_COLOR` and `FORCE_COLOR` are honoured. */
export function paintFor(isTerminal: boolean, env: NodeJS.ProcessEnv = process.env): Paint {
  const { green, red, yellow, bold, dim } = pc.createColors(isColoured(isTerminal, env));
  return { good: green, bad: red, doubt: yellow, title: bold, quiet: dim };
}

/** No marks at all. */
export const PLAIN: Paint = paintFor(false);
