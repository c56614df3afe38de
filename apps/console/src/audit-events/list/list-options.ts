/** For lists whose page shows a problem where the rows would be: no second telling in a corner. */
export const toldOnPage = { onError: () => undefined };
