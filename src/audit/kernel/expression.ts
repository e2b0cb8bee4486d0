/** A compiled column, read back from its SQL: whole numbers, truth values, and texts in what conditions look at. */
export type Expression =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'text'; readonly value: string }
  | { readonly is: 'truth'; readonly value: boolean }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'not'; readonly of: Expression }
  | { readonly is: 'two'; readonly sign: Sign; readonly left: Expression; readonly right: Expression }
  | { readonly is: 'extreme'; readonly least: boolean; readonly of: readonly Expression[] }
  | { readonly is: 'case'; readonly when: readonly When[]; readonly otherwise: Expression };
export type When = readonly [test: Expression, value: Expression];
export type Sign = 'OR' | 'AND' | '=' | '<>' | '<' | '<=' | '>' | '>=' | '+' | '-' | '*' | '//';

const TOKEN = /\s*(?:(\d+)|'((?:[^']|'')*)'|([A-Za-z_][A-Za-z0-9_]*)|(\/\/|<>|<=|>=|[-+*<>=(),]))/y;
/** How strongly signs bind; all of them from left to right. */
const STRENGTH: Readonly<Record<string, number>> = {
  OR: 1,
  AND: 2,
  '=': 4,
  '<>': 4,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  IN: 4,
  NOT: 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '//': 6,
};
const NOT_STRENGTH = 3;

type Token = { readonly kind: 'number' | 'text' | 'word' | 'sign'; readonly value: string };

function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < sql.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const [, number, text, word, sign] = TOKEN.exec(sql) ?? [];
    if (number !== undefined) tokens.push({ kind: 'number', value: number });
    else if (text !== undefined) tokens.push({ kind: 'text', value: text.replaceAll("''", "'") });
    else if (word !== undefined) tokens.push({ kind: 'word', value: word });
    else if (sign !== undefined) tokens.push({ kind: 'sign', value: sign });
    else
      throw new SyntaxError(
        `a compiled column holds “${sql.slice(at, at + 20)}”, which is not in its language`,
      );
  }
  return tokens;
}

/**
 * Reads the SQL of a compiled column: numbers, names, texts, AND, OR, NOT, comparisons, IN, + - * //, LEAST,
 * GREATEST and CASE. Throws SyntaxError at anything else, so that nothing is counted by a guess.
 */
export function readExpression(sql: string): Expression {
  const tokens = tokensOf(sql);
  let at = 0;
  const next = (): string => tokens[at]?.value ?? 'the end';
  const take = (value: string): boolean => {
    const token = tokens[at];
    if (token?.value !== value || token.kind === 'text') return false;
    at += 1;
    return true;
  };
  const must = (value: string): void => {
    if (!take(value)) throw new SyntaxError(`a compiled column has ${next()} where ${value} belongs: ${sql}`);
  };
  const list = (): Expression[] => {
    must('(');
    const found = [expression(0)];
    while (take(',')) found.push(expression(0));
    must(')');
    return found;
  };
  const oneOf = (left: Expression, values: readonly Expression[]): Expression =>
    values
      .map((right): Expression => ({ is: 'two', sign: '=', left, right }))
      .reduce((all, one) => ({ is: 'two', sign: 'OR', left: all, right: one }));
  const cases = (): Expression => {
    const operand = tokens[at]?.value === 'WHEN' ? null : expression(0);
    const when: When[] = [];
    while (take('WHEN')) {
      const test = expression(0);
      must('THEN');
      when.push([operand ? { is: 'two', sign: '=', left: operand, right: test } : test, expression(0)]);
    }
    must('ELSE');
    const otherwise = expression(0);
    must('END');
    return { is: 'case', when, otherwise };
  };
  const first = (): Expression => {
    const token = tokens[at];
    at += 1;
    switch (token?.kind) {
      case 'number':
        return { is: 'number', value: Number(token.value) };
      case 'text':
        return { is: 'text', value: token.value };
      case 'sign': {
        if (token.value === '-')
          return { is: 'two', sign: '-', left: { is: 'number', value: 0 }, right: first() };
        at -= 1;
        must('(');
        const inner = expression(0);
        must(')');
        return inner;
      }
      case 'word':
        if (token.value === 'CASE') return cases();
        if (token.value === 'NOT') return { is: 'not', of: expression(NOT_STRENGTH) };
        if (token.value === 'TRUE' || token.value === 'FALSE')
          return { is: 'truth', value: token.value === 'TRUE' };
        if (token.value === 'LEAST' || token.value === 'GREATEST')
          return { is: 'extreme', least: token.value === 'LEAST', of: list() };
        if (/^[a-z]/.test(token.value)) return { is: 'name', name: token.value };
    }
    throw new SyntaxError(`a compiled column has ${token?.value ?? 'its end'} where a value belongs: ${sql}`);
  };
  const expression = (above: number): Expression => {
    let left = first();
    for (;;) {
      const token = tokens[at];
      const strength = token && token.kind !== 'text' ? STRENGTH[token.value] : undefined;
      if (!token || strength === undefined || strength <= above) return left;
      at += 1;
      if (token.value === 'IN') left = oneOf(left, list());
      else if (token.value === 'NOT') {
        must('IN');
        left = { is: 'not', of: oneOf(left, list()) };
      } else left = { is: 'two', sign: token.value as Sign, left, right: expression(strength) };
    }
  };
  const found = expression(0);
  if (at < tokens.length) throw new SyntaxError(`a compiled column goes on with ${next()}: ${sql}`);
  return found;
}

/** Every name in an expression, as often as it stands there. */
export function namesIn(expression: Expression): string[] {
  switch (expression.is) {
    case 'name':
      return [expression.name];
    case 'not':
      return namesIn(expression.of);
    case 'two':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'extreme':
      return expression.of.flatMap(namesIn);
    case 'case':
      return [...expression.when.flat(), expression.otherwise].flatMap(namesIn);
    default:
      return [];
  }
}
