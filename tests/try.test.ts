import { expect, it } from 'vitest';
import { loadScenarios } from '../src/cli/load-scenarios.ts';
import { scenarioFolder } from '../src/cli/ports.ts';
import { playStories } from './play-story.ts';
it('plays', async () => {
  const only = process.env.ONLY ?? '';
  const all = loadScenarios(scenarioFolder()).filter(({ id }) => /^(cases|post-decision|peer-to-peer)\//.test(id) && id.includes(only));
  const outs = await playStories(all);
  for (const o of outs) {
    const bad = o.findings.filter((f) => f.verdict === 'violated' || f.verdict === 'depends');
    if (o.verdict !== 'pass' || bad.length || o.misfits.length) {
      console.log('##', o.scenario.id, o.verdict);
      for (const n of o.notes) console.log('   note', n);
      for (const m of o.misfits) console.log('   misfit', m);
      for (const f of bad) console.log('   ', f.verdict, f.on, f.rule, f.case, f.because, f.causedBy ?? '');
    }
    if (only) for (const r of o.history?.records ?? []) {
      if (r.kind === 'answered') { const b = r.body as never as Record<string, unknown>; console.log(r.seq, r.at, r.actor, r.op, r.case ?? '', r.status, r.status >= 400 ? JSON.stringify(b) : JSON.stringify({ s: b?.state, m: b?.message, d: b?.status, id: b?.id })); }
      else if (r.kind === 'portal') console.log('   FEED', r.seq, JSON.stringify(r.event).slice(0, 260));
    }
  }
  console.log('stories', outs.length, 'passed', outs.filter((o) => o.verdict === 'pass').length);
  expect(1).toBe(1);
});
