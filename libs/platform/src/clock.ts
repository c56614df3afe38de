/** The one place where the clock is read; everything below is given the time. */
export const now = (): Date => new Date();
