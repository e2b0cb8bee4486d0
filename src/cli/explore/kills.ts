import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Adapter } from '../../adapters/index.ts';
import type { Capability } from '../../contract/index.ts';
import { type Ground, scenarioAt, tokenOf, tryScenario, violatedIn } from '../../run/fuzz/index.ts';
import { drawsFor } from '../../simulator/index.ts';
import { print } from '../shared/ports.ts';
import { KillablePortal, type Moment } from './killable-portal.ts';

const ACTS =
  /^(submit|revise|decide|call|send|attach|reconsider|supply|start|set|answer|schedule|cancel|approve|change|request|open|confirm|record)/;

/** The numbers that a portal gave in answer to what was asked, world by world, held against its feed at the end. */
function watch(adapter: Adapter): { adapter: Adapter; lost: () => readonly string[] } {
  const acknowledged = new Map<string, Set<string>>();
  const lost: string[] = [];
  return {
    lost: () => lost,
    adapter: {
      ...adapter,
      perform: async (world, ask) => {
        const reply = await adapter.perform(world, ask);
        const id = (reply.body as { id?: unknown } | null)?.id;
        if (ask.op === 'submit-request' && reply.status === 201 && typeof id === 'string')
          acknowledged.set(world, (acknowledged.get(world) ?? new Set()).add(id));
        return reply;
      },
      close: async (world) => {
        const known = new Set((await adapter.events(world, 0)).map(({ request }) => request));
        for (const id of acknowledged.get(world) ?? []) if (!known.has(id)) lost.push(`${world} ${id}`);
        await adapter.close(world);
      },
    },
  };
}

/**
 * Plays random scenarios over HTTP on a portal that is killed again and again, until it was killed so many times.
 * What it acknowledged must be there afterwards, and no rule may be broken.
 */
export async function playWithKills(wanted: number, seed: string): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'portalproof-kills-'));
  const portal = new KillablePortal(data);
  await portal.start();
  const broken: string[] = [];
  const lost: string[] = [];
  let scenarios = 0;
  let stopped = false;
  process.once('SIGINT', () => {
    stopped = true;
  });
  try {
    const { product, version, capabilities } = await portal.inner.describe();
    for (let index = 0; portal.kills < wanted && !stopped; index += 1) {
      const draws = drawsFor(seed, 'kills', index);
      const moment = (op: string): Moment | null => {
        if (portal.kills >= wanted || !ACTS.test(op) || !draws.chance(0.3)) return null;
        return draws.pick(['before', 'during', 'after'] as const);
      };
      const watched = watch(portal.interfaceFor(moment));
      const ground: Ground = {
        adapter: watched.adapter,
        implementation: `${product} ${version}`,
        capabilities: capabilities as readonly Capability[],
      };
      const tried = await tryScenario(scenarioAt({ seed: `${seed}/kills`, index }), ground);
      scenarios += 1;
      const wrong = [...violatedIn(tried), ...(tried.error === null ? [] : [tried.error])];
      for (const rule of wrong) broken.push(`${rule} (${tokenOf({ seed: `${seed}/kills`, index })})`);
      lost.push(...watched.lost());
      if (process.stderr.isTTY) process.stderr.write(`\r${portal.kills} kills, ${scenarios} scenarios `);
    }
  } finally {
    await portal.stop();
    rmSync(data, { recursive: true, force: true });
  }
  for (const one of broken) print(`VIOLATED ${one}`);
  for (const one of lost) print(`LOST ${one}`);
  print(
    `${portal.kills} kills (${portal.killed.before} before a call, ${portal.killed.during} during, ${portal.killed.after} after) in ${scenarios} scenarios over HTTP: ${lost.length} acknowledged requests lost, ${broken.length} rules broken.`,
  );
  process.exitCode = lost.length + broken.length > 0 ? 1 : portal.kills < wanted ? 4 : 0;
}
