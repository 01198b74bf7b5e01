import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileSystemWriter } from 'allure-js-commons/sdk/reporter';
import AllureReporter, { type AllureVitestReporterConfig } from 'allure-vitest/reporter';

type Result = Parameters<FileSystemWriter['writeResult']>[0];

/** Writes to a folder that is read once and removed: nothing is flushed to the disk, which takes longer than all the rest. */
const scratchWriter = (folder: string): FileSystemWriter =>
  Object.assign(new FileSystemWriter({ resultsDir: folder }), {
    writeAttachment: (name: string, content: Buffer): void => {
      writeFileSync(join(folder, name), content);
    },
    writeResult: (result: Result): void => {
      writeFileSync(join(folder, `${result.uuid}-result.json`), JSON.stringify(result));
    },
  });

/** The reporter of Allure with that writer: it makes one of its own when it begins, and takes none. */
export const scratchReporter = (
  config: AllureVitestReporterConfig & { readonly resultsDir: string },
): AllureReporter => {
  const reporter = new AllureReporter(config);
  const begin = reporter.onInit.bind(reporter);
  return Object.assign(reporter, {
    onInit: (...given: Parameters<AllureReporter['onInit']>): void => {
      begin(...given);
      const runtime: unknown = Reflect.get(reporter, 'allureReporterRuntime');
      if (typeof runtime === 'object' && runtime !== null)
        Reflect.set(runtime, 'writer', scratchWriter(config.resultsDir));
    },
  });
};
