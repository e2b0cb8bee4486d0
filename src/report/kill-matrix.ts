import Handlebars from 'handlebars';

/** What a self-test found, as a value. */
export type KillMatrix = {
  readonly killRate: number;
  readonly liars: readonly {
    readonly id: string;
    readonly breaks: string;
    readonly summary: string;
    readonly caughtBy: readonly string[];
    readonly unexpected: readonly string[];
    readonly errors: readonly string[];
  }[];
  readonly clockMutants: readonly {
    readonly id: string;
    readonly killed: boolean;
    readonly killedBy: readonly string[];
  }[];
  readonly clean: { readonly violations: number; readonly errors: readonly string[] };
};

/** One self-contained page: every liar with what caught it, every clock mutant with what killed it. Pure. */
export function toMatrixHtml(matrix: KillMatrix, template: string, stylesheet: string): string {
  const good = ({ caughtBy, unexpected, errors }: KillMatrix['liars'][number]): boolean =>
    caughtBy.length > 0 && unexpected.length === 0 && errors.length === 0;
  const alive = matrix.clockMutants.filter(({ killed }) => !killed).length;
  const trusted =
    matrix.liars.every(good) &&
    alive === 0 &&
    matrix.clean.violations === 0 &&
    matrix.clean.errors.length === 0;
  return Handlebars.create().compile(template)({
    stylesheet: new Handlebars.SafeString(stylesheet),
    trusted,
    caught: matrix.liars.filter(({ caughtBy }) => caughtBy.length > 0).length,
    alive,
    matrix,
    liars: matrix.liars.map((liar) => ({
      ...liar,
      good: good(liar),
      shown: liar.caughtBy.slice(0, 4),
      more: Math.max(0, liar.caughtBy.length - 4),
    })),
    mutants: matrix.clockMutants.map((mutant) => ({
      ...mutant,
      shown: mutant.killedBy.slice(0, 4),
      more: Math.max(0, mutant.killedBy.length - 4),
    })),
  });
}
