import fc from 'fast-check';
import { readContract } from '#contract/reader';
import { createOracle } from '#judgement/oracle';
import { loadFaces } from '#generators/faces';
import { createGeneration } from '#generators/generation';
import { violation, violable } from '#generators/violation';
const contract = readContract('contract/2020-01');
const oracle = createOracle(contract);
const faces = await loadFaces(contract);
const [kind = 'rule', only, media] = process.argv.slice(2);
const generation = createGeneration({ contract, oracle, faces, runId: 'r1', authorities: undefined, media: media === undefined ? undefined : media === 'none' ? [] : media.split(','),
  context: { today: '2026-11-24', oin: undefined, mandates: undefined } });
let ok = 0, bad = 0; const t0 = performance.now();
const reasons = new Map<string, number>();
for (const t of contract.documentTypes) {
  if (only && only !== 'all' && t.name !== only) continue;
  for (const v of violable(generation, t.name)) {
    if (v.constraint.kind !== kind) continue;
    if (!v.violable) { const k = v.reason + (kind === 'rule' ? ' ' + v.constraint.id : ''); reasons.set(k, (reasons.get(k) ?? 0) + 1); continue; }
    try { ok += fc.sample(violation(generation, t.name, v.constraint.id), { seed: 11, numRuns: 20 }).length; }
    catch (e) { bad += 1; if (bad < 40) console.log('BAD', t.name, v.constraint.id, String(e).slice(0, 500)); }
  }
}
console.log({ ok, bad, s: ((performance.now() - t0) / 1000).toFixed(1), mb: Math.round(process.memoryUsage().rss / 1e6) });
for (const [k, v] of reasons) console.log(v, k);
