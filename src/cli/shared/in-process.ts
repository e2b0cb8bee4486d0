import { type Adapter, callTransport, httpAdapter } from '../../adapters/index.ts';
import { createApp, PARTS, type Parts, Portal } from '../../reference-impl/index.ts';
import { PACKS, type Pack } from '../../rulebook/index.ts';
import { secretToken } from './ports.ts';

/** An adapter to a reference implementation in this process, with no socket; `parts` may carry the fault of a mutant. */
export function referenceAdapter({
  packs = PACKS,
  parts = PARTS,
}: {
  readonly packs?: readonly Pack[];
  readonly parts?: Parts;
} = {}): Adapter {
  const app = createApp(new Portal({ packs, token: secretToken, parts }));
  return httpAdapter({ name: 'in-process', transport: callTransport(app.call), timeoutMs: 10_000 });
}
