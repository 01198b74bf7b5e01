/** Whether everything is tried that tests take a share of: the long proof does, `npm test` does not. */
const isInFull = process.env['IN_FULL'] === '1';

/** All of something in the long proof, else a share of it. */
export const inFull = <Amount>(all: Amount, share: Amount): Amount => (isInFull ? all : share);
