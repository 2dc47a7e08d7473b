/** How many other times a host can propose at once. */
export const MOST_PROPOSED = 3;
