/** A machine as a test sees it: a model worked by hand, and the real thing that is driven beside it. */
export type Machine<M, A extends string> = {
  readonly first: M;
  readonly actions: readonly A[];
  /** What the model becomes, or null where the action is illegal. */
  readonly step: (model: M, action: A) => M | null;
  /** Drives a fresh real machine along a path; answers for its last action whether it was taken, and its state in words. */
  readonly drive: (path: readonly A[]) => { readonly taken: boolean; readonly state: string };
  readonly stateOf: (model: M) => string;
};

export type Explored = {
  readonly states: ReadonlySet<string>;
  readonly legal: number;
  readonly illegal: number;
  readonly depth: number;
  readonly faults: readonly string[];
};

/** Walks every state of the model breadth first, and tries every action in each, legal or not, until nothing new comes. */
export function explore<M, A extends string>(
  { first, actions, step, drive, stateOf }: Machine<M, A>,
  atFirstFault: 'stop' | 'go on' = 'go on',
): Explored {
  const seen = new Map<string, readonly A[]>([[JSON.stringify(first), []]]);
  const queue: { model: M; path: readonly A[] }[] = [{ model: first, path: [] }];
  const states = new Set([stateOf(first)]);
  const faults: string[] = [];
  let [legal, illegal, depth] = [0, 0, 0];
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { model, path } = next;
    for (const action of actions) {
      const after = step(model, action);
      const way = [...path, action];
      const real = drive(way);
      const expected = stateOf(after ?? model);
      if (after) legal += 1;
      else illegal += 1;
      if (real.taken !== (after !== null) || real.state !== expected)
        faults.push(
          `${way.join(' > ')}: expected ${after ? 'taken' : 'refused'}, ${expected}; was ${real.taken ? 'taken' : 'refused'}, ${real.state}`,
        );
      if (faults.length > 0 && atFirstFault === 'stop') return { states, legal, illegal, depth, faults };
      const key = after ? JSON.stringify(after) : '';
      if (!after || seen.has(key)) continue;
      seen.set(key, way);
      states.add(expected);
      depth = Math.max(depth, way.length);
      queue.push({ model: after, path: way });
    }
  }
  return { states, legal, illegal, depth, faults };
}
