/** Left alone, the C library of Linux keeps what each thread gave back, up to a fifth of all memory, and ever more of what is freed at the top. */
const env = { MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '1048576' } as const;

/** How the processes beside the command are started, so that each stays small and is quick from the start. */
export const leanProcess = {
  /** Left alone, V8 keeps several times the memory that is in use; and most of a short run is code that runs a few times only. */
  execArgv: ['--max-semi-space-size=16', '--always-sparkplug'],
  env,
};

/** How a command starts anew that holds much. */
export const leanCommand = { execArgv: ['--max-semi-space-size=4'], env };
