import { type Adapter, callTransport, httpAdapter } from '../../adapters/index.ts';
import { createApp, PARTS, Portal, type PortalOptions } from '../../reference-impl/index.ts';
import { PACKS } from '../../rulebook/index.ts';
import { secretToken } from './ports.ts';

/** An adapter to a reference implementation in this process, with no socket; `parts` may carry the fault of a mutant. */
export function referenceAdapter({
  packs = PACKS,
  parts = PARTS,
  openings,
}: Pick<Partial<PortalOptions>, 'packs' | 'parts' | 'openings'> = {}): Adapter {
  const app = createApp(new Portal({ packs, token: secretToken, parts, ...(openings ? { openings } : {}) }));
  return httpAdapter({ name: 'in-process', transport: callTransport(app.call), timeoutMs: 10_000 });
}
