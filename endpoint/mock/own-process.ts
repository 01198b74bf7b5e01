import { ConfigurationError } from '../configuration-error.ts';
import type { Defect } from './parts.ts';
import type { ChildMessage, ParentMessage, ProcessOptions, Question } from './process-protocol.ts';
import { createMockServer, type MockServer } from './server.ts';
import { usualExaminers } from './usual-examiners.ts';

const tell = (message: ChildMessage): void => {
  process.send?.(message);
};

const start = async (options: ProcessOptions): Promise<MockServer> => {
  const { defects, contract, ...rest } = options;
  const examiner = usualExaminers(contract, options.carrier ?? 'basic');
  const server = await createMockServer({
    ...rest,
    contract,
    examiner,
    defects: defects === undefined ? [] : await loadDefects(defects),
    onError: (error) => {
      process.stderr.write(`mock: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    },
  });
  // The first message would wait for it, and longer than others do.
  await examiner.warmUp();
  const { url, controlUrl, tls } = server;
  tell({ kind: 'ready', url, controlUrl, tls });
  return server;
};

const loadDefects = async ({ module, names }: { readonly module: string; readonly names: readonly string[] }) => {
  const { defects } = (await import(module)) as { readonly defects: Readonly<Record<string, Defect>> };
  return names.map((name) => {
    const found = defects[name];
    if (found !== undefined) return found;
    throw new ConfigurationError(
      `There is no defect "${name}" in ${module}. Choose from ${Object.keys(defects).join(', ')}.`,
    );
  });
};

const answers: Readonly<Record<Question, (server: MockServer) => unknown>> = {
  counts: ({ registry }) => registry.counts(),
  kept: ({ registry }) => registry.kept(),
  received: ({ registry }) => registry.list(),
  'renew-server-certificate': ({ renewServerCertificate }) => renewServerCertificate(),
};

let server: Promise<MockServer> | undefined;

const obey = async (message: ParentMessage): Promise<void> => {
  if (message.kind === 'start') {
    server = start(message.options);
    await server;
  } else if (message.kind === 'ask') {
    const running = await server;
    tell({ kind: 'answer', id: message.id, value: running && (await answers[message.question](running)) });
  } else {
    await (await server)?.close();
    process.disconnect?.();
  }
};

process.on('message', (message: ParentMessage) => {
  obey(message).catch((error: unknown) => {
    tell({
      kind: 'failed',
      configuration: error instanceof ConfigurationError || (error instanceof Error && error.name === 'ContractError'),
      message: error instanceof Error ? error.message : String(error),
    });
    process.disconnect?.();
  });
});

/** Without a parent there is nobody to serve. */
process.on('disconnect', () => process.exit());

/** Ctrl-C reaches every process of a terminal: the parent decides when the mock ends. */
process.on('SIGINT', () => undefined);
