import Handlebars from 'handlebars';

/** What a self-test found, as a value. */
export type KillMatrix = {
  readonly killRate: number;
  readonly mutants: readonly {
    readonly id: string;
    readonly breaks: string;
    readonly summary: string;
    readonly caughtBy: readonly string[];
    readonly unexpected: readonly string[];
    readonly errors: readonly string[];
  }[];
  readonly dataMutants: readonly {
    readonly id: string;
    readonly killed: boolean;
    readonly killedBy: readonly string[];
  }[];
  readonly clean: { readonly violations: number; readonly errors: readonly string[] };
};

/** One self-contained page: every mutant with what caught it, every data mutant with what killed it. Pure. */
export function toMatrixHtml(matrix: KillMatrix, template: string, stylesheet: string): string {
  const good = ({ caughtBy, unexpected, errors }: KillMatrix['mutants'][number]): boolean =>
    caughtBy.length > 0 && unexpected.length === 0 && errors.length === 0;
  const alive = matrix.dataMutants.filter(({ killed }) => !killed).length;
  const trusted =
    matrix.mutants.every(good) &&
    alive === 0 &&
    matrix.clean.violations === 0 &&
    matrix.clean.errors.length === 0;
  return Handlebars.create().compile(template)({
    stylesheet: new Handlebars.SafeString(stylesheet),
    trusted,
    caught: matrix.mutants.filter(({ caughtBy }) => caughtBy.length > 0).length,
    alive,
    matrix,
    mutants: matrix.mutants.map((mutant) => ({
      ...mutant,
      good: good(mutant),
      shown: mutant.caughtBy.slice(0, 4),
      more: Math.max(0, mutant.caughtBy.length - 4),
    })),
    dataMutants: matrix.dataMutants.map((mutant) => ({
      ...mutant,
      shown: mutant.killedBy.slice(0, 4),
      more: Math.max(0, mutant.killedBy.length - 4),
    })),
  });
}
