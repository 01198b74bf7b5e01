/** What a process needs of its environment, whatever it does. */
const needed = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR', 'LANG', 'TZ', 'NODE_COMPILE_CACHE'];

/** Nothing of the environment but what a process needs: it may hold credentials of other endpoints. */
export const bareEnvironment = (environment = process.env): NodeJS.ProcessEnv =>
  Object.fromEntries(
    needed.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
