import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readContract } from '#contract/reader';
import { createMockServer } from '#endpoint/mock/server';
import { temporaryFolder } from '../run/three-pas.ts';
import { hasJdk } from '#documents/judge/xerces';

const contract = readContract(resolve(import.meta.dirname, '../../contract/2020-01'));
const noJdk = hasJdk() ? '' : ', which takes a JDK: install one (javac)';

test.skipIf(noJdk !== '')(`the example in Java for vendors delivers as it stands${noJdk}`, async () => {
  const folder = temporaryFolder();
  const mock = await createMockServer({ contract, username: 'proefaansluiting' });
  try {
    const [, java = ''] = /```java\n([^]*?)```/.exec(readFileSync('docs/nl/voor-leveranciers.md', 'utf8')) ?? [];
    writeFileSync(join(folder, 'Aanleveren.java'), java.replace('http://localhost:8443/DossierService.svc', mock.url));
    const example = readFileSync(join(contract.directory, 'examples/Melding.xml'), 'utf8');
    const [, zip = ''] = /InhoudZip>([^<]*)</.exec(example) ?? [];
    writeFileSync(join(folder, 'inhoud.xml'), unzipSync(Buffer.from(zip, 'base64'))['inhoud.xml'] ?? '');
    const { stdout } = await promisify(execFile)('java', ['-XX:TieredStopAtLevel=1', 'Aanleveren.java'], {
      cwd: folder,
    });

    expect(stdout).toMatch(/^200 [^]*Dossiernummer>/);
    expect(mock.registry.counts()).toEqual({ received: 1, accepted: 1, refused: 0 });
  } finally {
    await mock.close();
  }
});
