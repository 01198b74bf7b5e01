import { hostname, networkInterfaces } from 'node:os';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import type { Contract } from '#contract/contract';
import { readContract } from '#contract/reader';
import { bareHost, isLoopback } from '#contract/wire/host';
import type { Carrier } from '#endpoint/credentials';
import { findProfile } from '#profiles/find';
import type { Profile } from '#profiles/profile';
import { readProfile } from '#profiles/reader';
import { contractFolder } from '../contract-folder.ts';
import { momentOf, newRunId } from '../run/clock.ts';
import { UsageError } from '../usage-error.ts';
import type { ListenOptions } from './options.ts';

/** What a receiver is started with, checked. */
export interface ListenSettings {
  readonly contract: Contract;
  readonly phase: 1 | 2 | 3;
  /** As they were asked for. */
  readonly asked: { readonly profile: string; readonly contract: string | undefined };
  readonly recording: string;
  readonly out: string;
  /** Addresses that are listened on. */
  readonly addresses: readonly string[];
  /** Whether other machines can reach it. */
  readonly isOpen: boolean;
  /** Names and addresses that requests may be for, besides those of this machine, in lower case. */
  readonly hostNames: readonly string[];
  readonly publicUrl: string | undefined;
  readonly access: Access;
  /** YYYY-MM-DD; undefined for the day that it is. */
  readonly today: string | undefined;
}

/** Who is let in, in phase 1; a certificate lets in elsewhere. */
interface Access {
  readonly carrier: Carrier;
  readonly usernames: readonly string[];
  /** Undefined lets any password in. */
  readonly password: string | undefined;
}

/** Checks all that can be checked before anything is opened; throws errors that end with exit code 2. */
export const settingsOf = (options: ListenOptions): ListenSettings => {
  const profile = readProfile(findProfile(options.profile), process.env);
  const phase = phaseOf(profile);
  demandFor(phase, options);
  const recording = namedAs(options.recording ?? newRunId(momentOf(undefined).clock).replace(/^r/, 'listen-'));
  const publicHost = options.publicUrl === undefined ? [] : [new URL(options.publicUrl).hostname];
  const { addresses, own } = addressesOf(options.host);
  return {
    contract: readContract(contractFolder(options.contract, profile.contract)),
    phase,
    asked: { profile: options.profile, contract: options.contract },
    recording,
    out: resolve(options.out ?? `3pas-out/${recording}`),
    addresses,
    isOpen: own.length > 0,
    hostNames: [...new Set([...(options.name ?? []), ...publicHost, ...own].map(bareHost))],
    publicUrl: options.publicUrl,
    access: accessOf(profile, options),
    today: options.clock === undefined ? undefined : momentOf(options.clock).today,
  };
};

const namedAs = (name: string): string => {
  if (/^[A-Za-z0-9][\w.-]{0,59}$/.test(name)) return name;
  throw new UsageError({
    nl: `--recording "${name}" is de naam van een map; geef een tot zestig letters, cijfers, punten, streepjes of onderstrepingen`,
    en: `--recording "${name}" is the name of a folder; give one to sixty letters, digits, dots, hyphens or underscores`,
  });
};

const phaseOf = ({ name, phase }: Profile): 1 | 2 | 3 => {
  if (phase !== 4) return phase;
  throw new UsageError({
    nl: `profiel ${name} is van fase 4, en in productie komt er niets van ons tussen; kies een profiel van fase 1, 2 of 3`,
    en: `profile ${name} is of phase 4, and nothing of ours stands between in production; choose a profile of phase 1, 2 or 3`,
  });
};

/** Options of the other way in say nothing. */
const demandFor = (phase: number, options: ListenOptions): void => {
  const { serverCert, serverKey, clientCa, username, carrier, passwordEnv } = options;
  const given = (named: Readonly<Record<string, unknown>>): string | undefined =>
    Object.entries(named).find(([, value]) => value !== undefined)?.[0];
  const wrong =
    phase === 1
      ? given({ '--server-cert': serverCert, '--server-key': serverKey, '--client-ca': clientCa })
      : given({ '--username': username, '--carrier': carrier, '--password-env': passwordEnv });
  if (wrong !== undefined)
    throw new UsageError({
      nl: `${wrong} hoort niet bij fase ${String(phase)}; ${phase === 1 ? 'daar komt men binnen met een gebruikersnaam: kies een profiel van fase 2 of 3' : 'daar komt men binnen met een certificaat: laat het weg, of kies een profiel van fase 1'}`,
      en: `${wrong} does not go with phase ${String(phase)}; ${phase === 1 ? 'a username gives access there: choose a profile of phase 2 or 3' : 'a certificate gives access there: leave it out, or choose a profile of phase 1'}`,
    });
  if ((serverCert === undefined) !== (serverKey === undefined))
    throw new UsageError({
      nl: '--server-cert en --server-key horen bij elkaar; geef ze allebei, of geen van beide',
      en: '--server-cert and --server-key belong together; give both, or neither',
    });
};

const accessOf = ({ endpoint, credentials }: Profile, options: ListenOptions): Access => ({
  carrier: options.carrier ?? credentials?.carrier ?? 'basic',
  // The username of a profile for KOOP's endpoint is a secret, and names of senders are recorded.
  usernames: options.username ?? [(endpoint.kind === 'mock' ? credentials?.username : undefined) ?? 'proefaansluiting'],
  password: passwordIn(options.passwordEnv),
});

const passwordIn = (variable: string | undefined): string | undefined => {
  const value = variable === undefined ? undefined : process.env[variable];
  if (variable === undefined || (value ?? '') !== '') return value;
  throw new UsageError({
    nl: `--password-env ${variable}: die omgevingsvariabele heeft geen waarde; geef haar een, of laat de optie weg`,
    en: `--password-env ${variable}: that environment variable is not set; set it, or leave the option out`,
  });
};

const loopback = ['127.0.0.1', '::1'] as const;

/** The addresses to listen on, and those of them by which other machines call this one. */
const addressesOf = (host: string | undefined): Readonly<Record<'addresses' | 'own', readonly string[]>> => {
  if (host === undefined || isLoopback(host)) return { addresses: loopback, own: [] };
  const address = bareHost(host);
  if (isIP(address) === 0)
    throw new UsageError({
      nl: `--host ${host} is geen IP-adres; geef een adres van deze machine, of 0.0.0.0 voor alle (namen gaan met --name)`,
      en: `--host ${host} is no IP address; give an address of this machine, or 0.0.0.0 for all (names go with --name)`,
    });
  if (address === '0.0.0.0') return { addresses: [address, '::1'], own: [hostname(), ...ownAddresses()] };
  if (address === '::') return { addresses: [address], own: [hostname(), ...ownAddresses()] };
  return { addresses: [...loopback, address], own: [address] };
};

const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((all = []) =>
    all.filter(({ internal }) => !internal).map(({ address }) => address),
  );
