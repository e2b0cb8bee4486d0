import type { World } from '../contract/index.ts';
import { submissionTemplates } from '../simulator/index.ts';
import type { Step } from './scenario.ts';

type Value = Record<string, unknown>;

const isObject = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function merge(base: Value, changes: Value): Value {
  const merged: Value = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const before = merged[key];
    merged[key] = isObject(before) && isObject(value) ? merge(before, value) : value;
  }
  return merged;
}

function leaveOut(base: Value, path: readonly string[]): Value {
  const [first, ...rest] = path;
  if (first === undefined) return base;
  const { [first]: inner, ...others } = base;
  if (rest.length === 0 || !isObject(inner)) return others;
  return { ...others, [first]: leaveOut(inner, rest) };
}

/**
 * Fills in what the seed made: `${member.M1000001.lastName}`, or its first three letters with `:3`.
 * Throws RangeError for something that the world does not hold.
 */
export function filled(text: string, world: World): string {
  return text.replaceAll(
    /\$\{(member|provider|site)\.([\w-]+)\.(\w+)(?::(\d+))?\}/g,
    (whole, kind, id, field, length) => {
      const all: readonly { id: string }[] =
        kind === 'member' ? world.members : kind === 'provider' ? world.providers : world.sites;
      const value = (all.find((one) => one.id === id) as Value | undefined)?.[String(field)];
      if (typeof value !== 'string') throw new RangeError(`the world has no ${whole}`);
      return length === undefined ? value : value.slice(0, Number(length));
    },
  );
}

/**
 * The body of a step: a template with changes and omissions, or what the step gives.
 * Throws RangeError for a template that does not exist.
 */
export function bodyOf(step: Step): unknown {
  if (step.use === undefined) return step.with;
  const templates: Record<string, Value> = submissionTemplates(step.at.slice(0, 10));
  const template = templates[step.use];
  if (!template)
    throw new RangeError(`no template ${step.use}; there are ${Object.keys(templates).join(', ')}`);
  const merged = merge(template, step.with ?? {});
  return (step.without ?? []).reduce<Value>((body, path) => leaveOut(body, path.split('.')), merged);
}
