import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const project = resolve(import.meta.dirname, '../..');
const pact = join(project, 'pacts/vergunningensysteem-drop-3pas-2020-01.json');
const wsdl = join(project, 'contract/2020-01/dossier-service.wsdl');

const run = promisify(execFile);

/** The stub server listens on every address of its machine, so it gets one of its own where that can be had. */
const alone = async (): Promise<readonly string[]> => {
  const command = ['unshare', '--user', '--map-root-user', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];
  const [unshare = '', ...args] = command;
  return run(unshare, [...args, 'true']).then(
    () => command,
    () => [],
  );
};

test('a client of npm soap gets from the stub server of Pact what the pact says', async () => {
  const [command = '', ...args] = [
    ...(await alone()),
    process.execPath,
    join(import.meta.dirname, 'vendor/permit-system.mjs'),
    ...[pact, wsdl],
  ];

  const { stdout } = await run(command, args);

  expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
    {
      "BeschikkingAanvraag accepted for publication, with a medium": "a dossier, gepubliceerd",
      "BeschikkingAanvraag prepared only, without a medium": "a dossier, klaargezet",
      "BeschikkingAfhandeling accepted for publication, with a medium": "a dossier, gepubliceerd",
      "BeschikkingAfhandeling prepared only, without a medium": "a dossier, klaargezet",
      "GAOverigeAankondigingen accepted for publication, with a medium": "a dossier, gepubliceerd",
      "GAOverigeAankondigingen prepared only, without a medium": "a dossier, klaargezet",
      "Melding accepted for publication, with a medium": "a dossier, gepubliceerd",
      "Melding prepared only, without a medium": "a dossier, klaargezet",
      "OmgevingsvergunningAanvraag accepted for publication, with a medium": "a dossier, gepubliceerd",
      "OmgevingsvergunningAanvraag prepared only, without a medium": "a dossier, klaargezet",
      "OmgevingsvergunningAanvraag refused: content": "Fault inhoud-ongeldig",
      "OmgevingsvergunningAanvraag refused: credentials": "HTTP 401",
      "OmgevingsvergunningAanvraag refused: duplicate": "Fault dossier-dubbel",
      "OmgevingsvergunningAanvraag refused: rule": "Fault regel-overtreden",
      "OmgevingsvergunningAanvraag refused: schema": "Fault bericht-ongeldig",
      "OmgevingsvergunningAfhandeling accepted for publication, with a medium": "a dossier, gepubliceerd",
      "OmgevingsvergunningAfhandeling prepared only, without a medium": "a dossier, klaargezet",
      "OmgevingsvergunningAfhandelingPlanafwijking accepted for publication, with a medium": "a dossier, gepubliceerd",
      "OmgevingsvergunningAfhandelingPlanafwijking prepared only, without a medium": "a dossier, klaargezet",
      "a dossier with an element that the example lacks": "HTTP 404",
      "the connection test IsAlive": true,
    }
  `);
});
