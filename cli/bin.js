#!/usr/bin/env node
// Imports nothing before the version is known, and is written so that an old Node can read it.
const [major, minor] = process.versions.node.split('.').map(Number);
const fits = (major === 22 && minor >= 19) || major === 24 || major >= 26;

/** Ends with this code whatever a suite that was given up sets or does; what was written goes out first. */
const endWith = (exitCode) => {
  const code = () => (exitCode === 0 ? unheard : exitCode);
  process.exitCode = code();
  process.on('exit', () => {
    process.exitCode = code();
  });
  const leave = () => {
    if (process.stdout.writableLength === 0) process.exit(code());
    setTimeout(leave, 200).unref();
  };
  setTimeout(leave, 1000).unref();
};

let hasEnded = false;

/** Commands that do more than tell, and so go on and keep their own exit code when nobody reads on. */
const acting = ['run', 'replay', 'report', 'import', 'deliver', 'compare', 'mock', 'generate'];

/** What `head` does to those before it: 128 and the number of SIGPIPE. */
const unread = 141;

const closed = ['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED'];

/** The exit code that follows from output that could not be told, if anything does: a reader that has enough is no error. */
let unheard = 0;

const listenToOutput = () => {
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', ({ code, message }) => {
    if (!closed.includes(code)) {
      console.error(`3pas: the output can't be written (${message}); give it another place`);
      unheard = 3;
    } else if (!acting.includes(process.argv[2])) unheard = unread;
  });
};

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

/** Commands that hold much, or take whatever others send. */
const large = ['run', 'report', 'import', 'replay', 'verify', 'gate', 'seal', 'rejudge', 'pact', 'listen', 'mock'];

/** Starts anew in its place as a process that stays small: how memory is kept counts from the start of a process alone. */
const startLean = (lean) => {
  const { platform, env, execPath, execArgv, argv } = process;
  const isLean = platform !== 'linux' || env.MALLOC_ARENA_MAX !== undefined || process.execve === undefined;
  if (isLean || !large.includes(argv[2])) return;
  process.execve(execPath, [execPath, ...execArgv, ...lean.execArgv, ...argv.slice(1)], {
    ...env,
    ...lean.env,
  });
};

/** Nothing listens to signals here: they end what only computes at once, which a listener could not be told of. */
const load = async () => {
  const { leanCommand } = await import('#endpoint/lean-process');
  startLean(leanCommand);
  const { endWithWaiting } = await import('./own-node.js');
  endWithWaiting();
  const { keepCompiled } = await import('./compile-cache.js');
  keepCompiled();
  const { main } = await import('./main.ts');
  return main(process.argv.slice(2));
};

const run = () =>
  load()
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

const refuse = () => {
  console.error(
    `3pas needs Node 22 from 22.19, 24, or 26 and later, and this is ${process.versions.node}: install one of those.`,
  );
  process.exitCode = 2;
};

if (fits) {
  listenToOutput();
  refuseOtherEnds();
  run();
} else import('./own-node.js').then(({ runOnOwnNode }) => runOnOwnNode() || refuse());
