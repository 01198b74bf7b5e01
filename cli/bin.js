#!/usr/bin/env node
// Imports nothing before the version is known, and is written so that an old Node can read it.
const [major, minor] = process.versions.node.split('.').map(Number);
const fits = (major === 22 && minor >= 19) || major === 24 || major >= 26;

const run = () =>
  import('./main.ts')
    .then(({ main }) => main(process.argv.slice(2)))
    .then((exitCode) => {
      process.exitCode = exitCode;
    })
    .catch((error) => {
      console.error(error);
      console.error('This is a bug of 3pas, not of the system under test.');
      process.exitCode = 3;
    });

if (fits) {
  run();
} else {
  console.error(
    `3pas needs Node 22 from 22.19, 24, or 26 and later, and this is ${process.versions.node}: install one of those.`,
  );
  process.exitCode = 2;
}
