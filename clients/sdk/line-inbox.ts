/** What a client's process wrote, or what became of it. */
export type Heard =
  | { readonly kind: 'line'; readonly text: string }
  | { readonly kind: 'ended'; readonly how: string }
  | { readonly kind: 'flood'; readonly characters: number };

/** Most that a client may write beyond what was asked for, in characters: an answer has a few hundred. Ours. */
const MOST_UNREAD = 1 << 20;

/** Lines that came and were not taken yet, and the end of whoever wrote them. */
export interface LineInbox {
  /** Takes in what came; false where it is too much, which ends the inbox. */
  add(text: string): boolean;
  /** Nothing more comes; the first reason stands. */
  end(why: Heard): void;
  /** The next line, or the end; the same end again once it has come. */
  next(): Promise<Heard>;
  /** A line that has come already. */
  extra(): string | undefined;
  readonly isOver: boolean;
}

/** An empty inbox. */
export function lineInbox(): LineInbox {
  let lines: string[] = [];
  let rest = '';
  let over: Heard | undefined;
  let wake = (): void => {};
  const end = (why: Heard): void => {
    over ??= why;
    wake();
  };
  return {
    end,
    add(text) {
      const pieces = (rest + text).split('\n');
      rest = pieces.pop() ?? '';
      lines.push(...pieces.filter((piece) => piece.trim() !== ''));
      const characters = lines.reduce((sum, line) => sum + line.length, rest.length);
      if (characters > MOST_UNREAD) {
        lines = [];
        end({ kind: 'flood', characters });
      }
      wake();
      return characters <= MOST_UNREAD;
    },
    async next() {
      while (lines.length === 0 && over === undefined) await new Promise<void>((resolve) => (wake = resolve));
      const text = lines.shift();
      return text === undefined ? (over as Heard) : { kind: 'line', text };
    },
    extra: () => lines.shift(),
    get isOver() {
      return over !== undefined;
    },
  };
}
