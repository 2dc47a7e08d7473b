/** Says something to whoever started the product, before there is a logger. */
export const startNotice = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};
