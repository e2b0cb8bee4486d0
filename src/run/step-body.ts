import type { World } from '../contract/index.ts';
import { DELEGATE_TEMPLATES, submissionTemplates } from '../simulator/index.ts';
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
    /\$\{(member|provider|site|practitioner|treatment)\.([\w-]+)\.(\w+)(?::(\d+))?\}/g,
    (whole, kind, id, field, length) => {
      const all: Readonly<Record<string, readonly { id: string }[] | undefined>> = {
        member: world.members,
        provider: world.providers,
        site: world.sites,
        practitioner: world.delegation?.practitioners,
        treatment: world.delegation?.sites,
      };
      const value = (all[String(kind)]?.find((one) => one.id === id) as Value | undefined)?.[String(field)];
      if (typeof value !== 'string') throw new RangeError(`the world has no ${whole}`);
      return length === undefined ? value : value.slice(0, Number(length));
    },
  );
}

/** The same, at any depth. */
export function filledAll(value: unknown, world: World): unknown {
  if (typeof value === 'string') return filled(value, world);
  if (Array.isArray(value)) return value.map((inner) => filledAll(inner, world));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filledAll(inner, world)]));
}

/** Puts numbers and what else was learnt in place of `${case.A}`, at any depth. What is unknown stays as it stands. */
export function withNumbers(value: unknown, requests: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(/\$\{case\.([\w@:.-]+)\}/g, (whole, name) => requests.get(String(name)) ?? whole);
  }
  if (Array.isArray(value)) return value.map((inner) => withNumbers(inner, requests));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withNumbers(inner, requests)]));
}

/** An injection: what the step gives, with a draft made from a template where it names one. */
export function injectionOf(step: Step): unknown {
  if (step.use === undefined) return step.with;
  const { draft, ...others } = step.with ?? {};
  const { with: _all, ...rest } = step;
  return { ...others, draft: bodyOf({ ...rest, ...(isObject(draft) ? { with: draft } : {}) }) };
}

/**
 * The body of a step: a template with changes and omissions, or what the step gives.
 * Throws RangeError for a template that does not exist.
 */
export function bodyOf(step: Step): unknown {
  if (step.use === undefined) return step.with;
  const templates: Record<string, Value> = {
    ...submissionTemplates(step.at.slice(0, 10)),
    ...(DELEGATE_TEMPLATES as Record<string, Value>),
  };
  const template = templates[step.use];
  if (!template)
    throw new RangeError(`no template ${step.use}; there are ${Object.keys(templates).join(', ')}`);
  const merged = merge(template, step.with ?? {});
  return (step.without ?? []).reduce<Value>((body, path) => leaveOut(body, path.split('.')), merged);
}
