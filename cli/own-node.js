// Written so that an old Node can read it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const bin = process.platform === 'win32' ? 'node.exe' : 'node';
const ownNode = fileURLToPath(new URL(`../node_modules/node/bin/${bin}`, import.meta.url));

/** Names the process that waits for this one. */
const waiting = 'CONFORMANCE_3PAS_WAITING';

/** Runs the command on the Node that `npm ci` brings to a checkout, and ends as it ends; false where there is none. */
export const runOnOwnNode = () => {
  if (!existsSync(ownNode)) return false;
  const child = spawn(ownNode, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, [waiting]: String(process.pid) },
  });
  // A terminal sends Ctrl-C to both; what comes to this process alone goes on to the other.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`3pas: ${ownNode} can't be started (${error.message}); run npm ci again\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
  return true;
};

/** Ends this process as soon as the one that started it here is gone: who killed that one meant the command. */
export const endWithWaiting = () => {
  const parent = Number(process.env[waiting]);
  delete process.env[waiting];
  if (!(parent > 0)) return;
  const look = () => {
    if (!isThere(parent)) process.kill(process.pid, 'SIGKILL');
  };
  look();
  setInterval(look, 100).unref();
};

/** Windows leaves a process the number of a parent that is gone; elsewhere another takes its place. */
const isThere = (parent) => {
  if (process.platform !== 'win32') return process.ppid === parent;
  try {
    return process.kill(parent, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};
