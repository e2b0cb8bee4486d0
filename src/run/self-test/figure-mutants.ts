import { type Figure, PACKS, type Pack, type RuleId } from '../../rulebook/index.ts';
import { wrongValuesOf } from './wrong-values.ts';

/** A pack with one wrong figure. */
export type FigureMutant = { readonly id: string; readonly pack: Pack; readonly rules: readonly RuleId[] };

type Figures = Readonly<Record<string, Figure | null>>;

/** The figure of that name which another pack gives where one gives none. */
const foreign = (name: string): Figure | null =>
  PACKS.map(({ delegate }) => (delegate as Figures | undefined)?.[name] ?? null).find(
    (figure) => figure !== null,
  ) ?? null;

/** Whether a figure of that name may be missing: another pack has none. */
const mayLack = (name: string): boolean =>
  PACKS.some(({ delegate }) => delegate !== undefined && (delegate as Figures)[name] === null);

type Wrong = { readonly name: string; readonly figure: Figure | null; readonly rules: readonly RuleId[] };

function wrongFiguresOf(name: string, figure: Figure | null): Wrong[] {
  if (figure === null) {
    const given = foreign(name);
    return given ? [{ name: 'given', figure: given, rules: [] }] : [];
  }
  const off = wrongValuesOf(figure.value).map((wrong) => ({
    name: wrong.name,
    figure: { ...figure, value: wrong.value },
    rules: figure.rules,
  }));
  return mayLack(name) ? [...off, { name: 'dropped', figure: null, rules: figure.rules }] : off;
}

/** Every figure of a plan or of its delegate, each a step off, in the pack that gives it. */
export function figureMutants(prefix: string, figures: Figures, pack: Pack): readonly FigureMutant[] {
  const of = pack.delegate === figures ? 'delegate' : 'figures';
  return Object.entries(figures).flatMap(([name, right]) =>
    wrongFiguresOf(name, right).map((wrong) => ({
      id: `${prefix}/${name}/${wrong.name}`,
      pack: { ...pack, [of]: { ...figures, [name]: wrong.figure } },
      rules: wrong.rules,
    })),
  );
}
