const SIGNALS = { SIGINT: 130, SIGTERM: 143 } as const;

/** While work is under way: what is to be done first when the process is told to end. */
export function onInterruption(): { first: (cleanUp: () => void) => void; over: () => void } {
  let cleanUp = () => undefined as void;
  const end = (signal: keyof typeof SIGNALS) => {
    cleanUp();
    process.exit(SIGNALS[signal]);
  };
  for (const signal of Object.keys(SIGNALS)) process.once(signal, end);
  return {
    first: (work) => (cleanUp = work),
    over: () => {
      for (const signal of Object.keys(SIGNALS)) process.off(signal, end);
    },
  };
}
