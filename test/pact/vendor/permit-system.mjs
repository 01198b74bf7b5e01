/**
 * A permit system as a vendor builds one, with npm `soap` and a WSDL, delivering to the stub server of Pact. It uses nothing of this
 * project but the two files that it is given. Prints what came of each delivery as JSON.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { standalone } from '@pact-foundation/pact-cli/src/pact-standalone.js';
import { BasicAuthSecurity, createClientAsync } from 'soap';

const [pactFile = '', wsdl = ''] = process.argv.slice(2);
const pact = JSON.parse(readFileSync(pactFile, 'utf8'));

const stub = spawn(standalone().pactFullPath, ['stub', '--file', pactFile], { stdio: ['ignore', 'pipe', 'inherit'] });
const portOf = async () => {
  for await (const line of createInterface(stub.stdout)) {
    const port = /started on port (\d+)/.exec(line)?.[1];
    if (port !== undefined) return port;
  }
  throw new Error('the stub server did not start');
};

const endpoint = `http://127.0.0.1:${await portOf()}/DossierService.svc`;
const clientOf = async (username, password) => {
  const client = await createClientAsync(wsdl, { endpoint });
  client.setSecurity(new BasicAuthSecurity(username, password));
  return client;
};
const client = await clientOf('leverancier', 'geheim');
/** Refused deliveries are matched as they are, with who delivers. */
const [known, stranger] = [await clientOf('vergunningensysteem', ''), await clientOf('onbekend', '')];

/** The dossier of an interaction, as the objects that the client of a service is called with. */
const dossierOf = (description) => {
  const { request } = pact.interactions.find((one) => one.description === description);
  const [, body] = Object.entries(client.wsdl.xmlToObject(request.body.content).Body)[0];
  return Object.fromEntries(Object.entries(body.Dossier).map(([name, value]) => [name, value ?? {}]));
};

/** A message that the WSDL does not allow is made of no objects. */
const wrong = (description) => {
  const { request } = pact.interactions.find((one) => one.description === description);
  return { _xml: /<soap:Body>(.*)<\/soap:Body>/su.exec(request.body.content)?.[1] };
};

const deliver = async (from, request) => {
  try {
    const [{ Dossiernummer, Status }] = await from.VoegDossierToeEnPubliceerAsync(request);
    return `${Dossiernummer > 0 ? 'a dossier' : 'no dossier'}, ${Status}`;
  } catch (error) {
    const fault = error.root?.Envelope?.Body?.Fault;
    return fault === undefined ? `HTTP ${error.response?.status}` : `Fault ${Object.values(fault.detail)[0].Code}`;
  }
};

/** The vendor's own values in place of those of the example, and one subject more. */
const own = (dossier) => ({
  ...dossier,
  Referentienummer: 'LEV-2026-0001',
  Titel: 'Aanvraag, Dorpsstraat 1 te Ons Dorp',
  Onderwerp: [dossier.Onderwerp, 'Huisvesting | Bouwen en verbouwen'].flat(),
});

const results = {};
for (const { description } of pact.interactions) {
  if (description.includes('IsAlive')) results[description] = (await client.IsAliveAsync({}))[0].IsAliveResult;
  else if (!description.includes('refused'))
    results[description] = await deliver(client, { Dossier: own(dossierOf(description)) });
  else results[description] = await deliver(description.endsWith('credentials') ? stranger : known, wrong(description));
}
results['a dossier with an element that the example lacks'] = await deliver(client, {
  Dossier: { ...own(dossierOf('Melding prepared only, without a medium')), Uitgever: 'Ons Dorp' },
});
process.stdout.write(JSON.stringify(results, null, 1));
stub.kill();
