import type { Parts } from '../../reference-impl/index.ts';
import { type Fault, type Mutant, replacingParts } from '../mutant.ts';

type Gates = Parts['gates'];
type DelegateGates = Parts['delegate'];

/** A portal in which one gate lets the wrong people through, or keeps the right ones out. */
export const changingGate = <K extends keyof Gates>({
  gate,
  change,
  ...fault
}: Fault & { readonly gate: K; readonly change: (gate: Gates[K]) => Gates[K] }): Mutant =>
  replacingParts({
    ...fault,
    replace: ({ gates }) => ({ gates: { ...gates, [gate]: change(gates[gate]) } }),
  });

/** A delegate in which one check, window or calendar rule is another. */
export const changingDelegateGate = <K extends keyof DelegateGates>({
  gate,
  change,
  ...fault
}: Fault & {
  readonly gate: K;
  readonly change: (gate: DelegateGates[K]) => DelegateGates[K];
}): Mutant =>
  replacingParts({
    ...fault,
    replace: ({ delegate }) => ({ delegate: { ...delegate, [gate]: change(delegate[gate]) } }),
  });
