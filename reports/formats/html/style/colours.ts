/** Colours: each text has a contrast of 4.5 and more on the ground that it stands on, in light and in dark (WCAG 2.2, 1.4.3). */
export const COLOURS = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#ffffff, #12161c);
  --sunken: light-dark(#f5f6f8, #191f27);
  --raised: light-dark(#ffffff, #1a212a);
  --edge: light-dark(#d5dae1, #323c48);
  --text: light-dark(#1b222b, #e4e9ef);
  --quiet: light-dark(#55606d, #a3afbd);
  --link: light-dark(#0b57b7, #84b8ff);
  --focus: light-dark(#0b57b7, #84b8ff);
  --good: light-dark(#126530, #7fdba0);
  --good-ground: light-dark(#e5f4ea, #143023);
  --bad: light-dark(#a81224, #ff9ea3);
  --bad-ground: light-dark(#fdeaec, #3f1a1f);
  --known: light-dark(#7a4a00, #f0c36b);
  --known-ground: light-dark(#fdf1d8, #372a10);
  --doubt: light-dark(#4a3aa8, #c0b7ff);
  --doubt-ground: light-dark(#eeebfd, #282350);
  --staged: light-dark(#0a5c66, #7edbe4);
  --staged-ground: light-dark(#e0f3f5, #0f3137);
  --quiet-ground: light-dark(#edf0f3, #252d37);
  --mark: light-dark(#ffe1a6, #5a4310);
}
:root[data-theme='light'] { color-scheme: light; }
:root[data-theme='dark'] { color-scheme: dark; }
.good { --tone: var(--good); --tone-ground: var(--good-ground); }
.bad { --tone: var(--bad); --tone-ground: var(--bad-ground); }
.known { --tone: var(--known); --tone-ground: var(--known-ground); }
.doubt { --tone: var(--doubt); --tone-ground: var(--doubt-ground); }
.staged { --tone: var(--staged); --tone-ground: var(--staged-ground); }
.quiet { --tone: var(--quiet); --tone-ground: var(--quiet-ground); }
.none { --tone: var(--quiet); --tone-ground: transparent; }
`;
