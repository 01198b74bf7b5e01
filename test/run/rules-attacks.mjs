/** What the code of a contract tries before it does its work; each line that it prints says whether it could. */
const trying = async (what, act) => {
  try {
    await act();
    console.log(`did ${what}`);
  } catch {
    console.log(`could not ${what}`);
  }
};
const connected = (socket) =>
  new Promise((done, fail) => {
    socket.onopen = done;
    socket.onerror = fail;
  });
const { readFileSync, symlinkSync, writeFileSync, writeSync } = await import('node:fs');
await trying('read its folder', () => readFileSync(new URL('contract.yaml', import.meta.url)));
await trying('read /etc/passwd', () => readFileSync('/etc/passwd'));
await trying('read the environment of the command', () => readFileSync(`/proc/${process.ppid}/environ`));
await trying('find a secret', () => process.env.GEHEIM.length);
await trying('write beside itself', () => writeFileSync(new URL('written', import.meta.url), ''));
await trying('link', () => symlinkSync('/etc', new URL('link', import.meta.url)));
await trying('speak as the command', () => console.log('contract.yaml:1: warning: all is well.'));
await trying('say nonsense to the command', () => writeSync(3, '{"kind":"coverage"}\nnonsense\n'));
await trying('fetch', () => fetch('ADDRESS'));
await trying('open a socket', () => connected(new WebSocket('ADDRESS')));
for (const name of [
  'net',
  'child_process',
  'worker_threads',
  'sqlite',
  'module',
  'vm',
  'v8',
  'inspector',
  'os',
  'process',
])
  await trying(`import ${name}`, () => import(`node:${name}`));
await trying('import what another function imports', () => Function('return import("node:sqlite")')());
await trying('import by eval', () => (0, eval)('import("node:sqlite")'));
await trying('import text', () => import(`data:${'text/javascript,export default 1'}`));
await trying('get a module', () => process.getBuiltinModule('node:sqlite').DatabaseSync);
await trying('bind', () => process.binding('fs'));
await trying('signal', () => process.kill(process.ppid, 0));
await trying('signal otherwise', () => process._kill(process.ppid, 0));
await trying('become another program', () => process.execve('/bin/true', ['true'], {}));
