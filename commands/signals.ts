/** The signals that end a command in order. */
export type Signal = 'SIGINT' | 'SIGTERM';

const SIGNALS: readonly Signal[] = ['SIGINT', 'SIGTERM'];

/** Calls `heard` for each signal from now on; returns how to stop listening. */
export function onSignal(heard: (signal: Signal) => void): () => void {
  for (const signal of SIGNALS) process.on(signal, heard);
  return () => {
    for (const signal of SIGNALS) process.off(signal, heard);
  };
}

/** The next signal. */
export const nextSignal = (): Promise<Signal> =>
  new Promise((resolve) => {
    const stop = onSignal((signal) => {
      stop();
      resolve(signal);
    });
  });
