#!/usr/bin/env node
// Imports nothing before the version is known, and is written so that an old Node can read it.
const [major, minor] = process.versions.node.split('.').map(Number);
const fits = (major === 22 && minor >= 19) || major === 24 || major >= 26;

/** Ends with this code whatever a suite that was given up sets or does; what was written goes out first. */
const endWith = (exitCode) => {
  process.exitCode = exitCode;
  process.on('exit', () => {
    process.exitCode = exitCode;
  });
  const leave = () => {
    if (process.stdout.writableLength === 0) process.exit(exitCode);
    setTimeout(leave, 200).unref();
  };
  setTimeout(leave, 1000).unref();
};

let hasEnded = false;

/** An end that is not ours is no verdict: `rules.mjs` of a contract can call `process.exit`. */
const refuseOtherEnds = () => {
  process.on('exit', () => {
    if (hasEnded) return;
    const error = 'the process was ended before its time; see whether rules.mjs of the contract calls process.exit';
    console.error(`3pas: ${error}`);
    if (process.argv.includes('--json')) console.log(JSON.stringify({ outcome: 'error', error }));
    process.exitCode = 3;
  });
};

const run = () =>
  import('./main.ts')
    .then(({ main }) => main(process.argv.slice(2)))
    .then((exitCode) => {
      hasEnded = true;
      endWith(exitCode);
    })
    .catch((error) => {
      hasEnded = true;
      console.error(error);
      console.error('This is a bug of 3pas, not of the system under test.');
      process.exitCode = 3;
    });

if (fits) {
  refuseOtherEnds();
  run();
} else {
  console.error(
    `3pas needs Node 22 from 22.19, 24, or 26 and later, and this is ${process.versions.node}: install one of those.`,
  );
  process.exitCode = 2;
}
