import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The script of the page of the gate: the evaluator of the command with all that it needs, as one module without imports. */
export const bundleScript = async (): Promise<string> => {
  const bundle = await rolldown({
    input: here('in-browser.mjs'),
    platform: 'browser',
    resolve: { alias: { 'node:crypto': here('digest-in-browser.mjs') } },
    logLevel: 'silent',
    onLog: (level, log) => {
      if (level === 'warn' && log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
    },
  });
  const { output } = await bundle.generate({ format: 'es', minify: true, codeSplitting: false });
  await bundle.close();
  return output[0].code.replaceAll('</script', '<\\/script');
};
