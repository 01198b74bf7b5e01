import { spawnSync } from 'node:child_process';

/** Whether this machine has openssl; under CI a test that needs it fails where it is missing. */
export const hasOpenssl = process.env['CI'] !== undefined || spawnSync('openssl', ['version']).status === 0;
