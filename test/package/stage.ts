import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { typeScriptUrls } from './typescript-files.ts';

/** The package has no such errors: "an import of another room is not rewritten", since the staged imports map names JavaScript. */
const crossingIsNotRewritten = 2877;
/** What belongs to the checkout only. */
const ofTheCheckout = ['private', 'scripts', 'devDependencies', 'allowScripts'];
/** Rooms that no command reaches; `tsconfig.build.json` leaves them out too. */
const roomsOfTests = ['defects'];
const notPacked = /\.ts$|\.test\.|^(__snapshots__|fixtures)$/;

interface Manifest extends Readonly<Record<string, unknown>> {
  readonly imports: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string>>;
}

/** Writes the tree of the package (JavaScript, data, manifest) to a folder, replacing it. Throws when the sources do not compile, their types too unless they are not to be checked. */
export const stagePackage = async (project: string, folder: string, { isChecked = true } = {}): Promise<void> => {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const manifest = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as Manifest;
  for (const room of roomsOf(manifest)) await copyData(join(project, room), join(folder, room));
  for (const file of ['README.md', 'LICENSE']) await cp(join(project, file), join(folder, file));
  compile(project, { outDir: folder, noCheck: !isChecked });
  declare(project, folder, modulesOf(manifest));
  await chmod(join(folder, 'cli/bin.js'), 0o755);
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(staged(manifest), null, 2)}\n`);
};

/** Packs a staged folder with npm; the path of the tarball. */
export const packStaged = async (folder: string, destination: string): Promise<string> => {
  await mkdir(destination, { recursive: true });
  const { stdout } = await promisify(execFile)('npm', ['pack', '--json', '--pack-destination', destination], {
    cwd: folder,
  });
  const [packed] = JSON.parse(stdout) as readonly { readonly filename: string }[];
  if (packed === undefined) throw new Error(`npm pack made nothing in ${folder}: ${stdout}`);
  return join(destination, packed.filename);
};

const roomOf = (key: string): string => key.slice(1, -2);
const isPacked = (key: string): boolean => !roomsOfTests.includes(roomOf(key));
const roomsOf = ({ imports }: Manifest): string[] => Object.keys(imports).filter(isPacked).map(roomOf);

const copyData = async (from: string, to: string): Promise<void> => {
  await cp(from, to, { recursive: true, filter: (path) => !notPacked.test(basename(path)) });
};

const staged = (manifest: Manifest): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(manifest).filter(([key]) => !ofTheCheckout.includes(key))),
  imports: Object.fromEntries(
    Object.entries(manifest.imports)
      .filter(([key]) => isPacked(key))
      .map(([key, target]) => [key, target.replace(/\.ts$/, '.js')]),
  ),
  exports: Object.fromEntries(Object.entries(manifest.exports).map(([key, target]) => [key, exported(target)])),
});

/** A module is exported as JavaScript, with its types. */
const exported = (target: string): string | Readonly<Record<string, string>> =>
  target.endsWith(typeScript)
    ? { types: target.replace(/\.ts$/, '.d.ts'), default: target.replace(/\.ts$/, '.js') }
    : target;

const typeScript = extname(import.meta.filename);

const modulesOf = ({ exports }: Manifest): string[] =>
  Object.values(exports).filter((target) => target.endsWith(typeScript));

/** Writes the types of the exported modules, and of what they lead to. */
const declare = (project: string, folder: string, modules: readonly string[]): void => {
  const options = { outDir: folder, declaration: true, emitDeclarationOnly: true };
  const config = configOf(project, options);
  const program = ts.createProgram(
    modules.map((module) => join(project, module)),
    config.options,
  );
  program.emit().diagnostics.forEach(refuse);
};

const compile = (project: string, options: ts.CompilerOptions): void => {
  const config = configOf(project, options);
  const program = ts.createProgram(config.fileNames, config.options);
  const { diagnostics } = program.emit(undefined, undefined, undefined, false, { before: [typeScriptUrls] });
  [...config.errors, ...ts.getPreEmitDiagnostics(program), ...diagnostics]
    .filter((one) => one.code !== crossingIsNotRewritten)
    .forEach(refuse);
};

const configOf = (project: string, options: ts.CompilerOptions): ts.ParsedCommandLine => {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse };
  const config = ts.getParsedCommandLineOfConfigFile(join(project, 'tsconfig.build.json'), options, host);
  if (config === undefined) throw new Error(`no tsconfig.build.json in ${project}`);
  return config;
};

const refuse = (diagnostic: ts.Diagnostic): never => {
  const host = { getCanonicalFileName: (name: string) => name, getCurrentDirectory: () => '', getNewLine: () => '\n' };
  throw new Error(`the package does not compile: ${ts.formatDiagnostic(diagnostic, host)}`);
};
