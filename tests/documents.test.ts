import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'dist/cli/main.js');

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'rules/README.md',
];

/** The code of a document: its blocks line by line, comments left out, and what stands in backticks. */
function codeOf(text: string): string[] {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n'));
  const inline = [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, code = '']) => code,
  );
  return [...blocks, ...inline].map((line) => line.replace(/\s#\s.*$/, '').trim());
}

type Use = { readonly document: string; readonly line: string; readonly args: readonly string[] };

/** Every use of our command line in the documents, as its arguments. A bare `portalproof` or a name of an import is none. */
const uses: readonly Use[] = DOCUMENTS.flatMap((document) =>
  codeOf(read(document)).flatMap((line) => {
    const [, rest] = /(?:npm run (?:portalproof|selftest) --|^portalproof) (\S.*)$/.exec(line) ?? [];
    if (rest === undefined) return [];
    const args = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
    return [{ document, line, args: line.includes('run selftest') ? ['selftest', ...args] : args }];
  }),
);

/** The options and subcommands of each command. */
type Defined = Readonly<
  Record<string, { readonly options: readonly string[]; readonly commands: readonly string[] }>
>;

/** Asked of the built command line in a process of its own, which need not compile it again. */
const ASK = `
  import { readdirSync, existsSync } from 'node:fs';
  import { Command } from 'commander';
  const found = {};
  for (const name of readdirSync('dist/cli')) {
    if (!existsSync(\`dist/cli/\${name}/command.js\`)) continue;
    const command = new Command(name);
    (await import(process.cwd() + \`/dist/cli/\${name}/command.js\`)).define(command);
    const all = [command, ...command.commands];
    found[name] = {
      options: all.flatMap(({ options }) => options.map(({ long }) => long)),
      commands: command.commands.map((one) => one.name()),
    };
  }
  console.log(JSON.stringify(found));
`;

const defined = JSON.parse(
  spawnSync(process.execPath, ['--input-type=module', '-e', ASK], { cwd: ROOT, encoding: 'utf8' }).stdout,
) as Defined;

/** What is wrong with a use of the command line, or null. An option may be named without the arguments of its command. */
function wrongIn([name = '', ...rest]: readonly string[]): string | null {
  if (name === 'help') return rest[0] === undefined ? null : wrongIn([rest[0]]);
  const command = defined[name];
  if (!command) return `there is no command ${name}`;
  const unknown = rest.filter((one) => /^--[a-z]/.test(one) && !command.options.includes(one));
  if (unknown.length > 0) return `${name} has no option ${unknown.join(', ')}`;
  if (command.commands.length === 0 || rest[0] === undefined || command.commands.includes(rest[0]))
    return null;
  return `${name} has no command ${rest[0]}`;
}

describe('the command lines in the documents', () => {
  it('are found', () => {
    expect(new Set(uses.map(({ args }) => args[0]))).toEqual(
      new Set([
        'audit',
        'codes',
        'explore',
        'help',
        'init',
        'judge',
        'pack',
        'rules',
        'run',
        'selftest',
        'serve',
        'simulate',
        'smoke',
      ]),
    );
  });

  it('name commands and options that exist', () => {
    const says = uses.flatMap(({ document, line, args }) => {
      const wrong = wrongIn(args);
      return wrong === null ? [] : [`${document}: ${line}: ${wrong}`];
    });
    expect(says).toEqual([]);
  });

  it('are found wrong where an option does not exist', () => {
    expect(wrongIn(['run', '--reading-glasses'])).toContain('--reading-glasses');
    expect(wrongIn(['simulate', 'moon'])).toContain('moon');
    expect(wrongIn(['prove'])).toContain('prove');
  });

  // The commands that need no portal, no log and no minute. Tests of the command line run the others.
  const quick = uses.filter(
    ({ args: [name, second] }) =>
      (name === 'rules' && second === undefined) ||
      (name === 'pack' && second !== 'check') ||
      name === 'help',
  );
  const lines = [...new Set(quick.map(({ args }) => args.join(' ')))];

  it.each(lines)('run: portalproof %s', (line) => {
    const { status, stderr } = spawnSync(process.execPath, [MAIN, ...line.split(' ')], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('name scripts that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = DOCUMENTS.flatMap((document) =>
      codeOf(read(document)).flatMap((line) =>
        [...line.matchAll(/npm run ([\w:-]+)/g)].map(([, script = '']) => ({ document, script })),
      ),
    );
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });
});

describe('the links in the documents', () => {
  it('lead to files and headings that exist', () => {
    const dead = DOCUMENTS.flatMap((document) =>
      [
        ...read(document)
          .replaceAll(/```[\s\S]*?```/g, '')
          .matchAll(/\]\(([^)\s]+)\)/g),
      ].flatMap(([, link = '']) => {
        if (/^https?:/.test(link)) return [];
        const [file = '', heading] = link.split('#');
        const place = file === '' ? document : join(dirname(document), file);
        if (!existsSync(join(ROOT, place))) return [`${document}: ${link}`];
        if (heading === undefined) return [];
        const headings = [...read(place).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
          title
            .toLowerCase()
            .replaceAll(/[^\w\s-]/g, '')
            .replaceAll(/\s/g, '-'),
        );
        return headings.includes(heading) ? [] : [`${document}: ${link}`];
      }),
    );
    expect(dead).toEqual([]);
  });

  it('name files of the project that exist', () => {
    // Paths in code style, where they are whole: without placeholders and patterns.
    const gone = DOCUMENTS.filter((name) => name !== 'CHANGELOG.md').flatMap((document) =>
      codeOf(read(document))
        .filter((code) => /^(?:src|tests|rules|scenarios|scripts|docs|examples|bench)\/[\w./-]+$/.test(code))
        .filter((code) => !existsSync(join(ROOT, code)) && !existsSync(join(ROOT, `${code}.test.ts`)))
        .map((code) => `${document}: ${code}`),
    );
    expect(gone).toEqual([]);
  });
});
