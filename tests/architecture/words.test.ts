import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/rulebook/index.ts';
import { projectGlossary, readGlossary } from '../words/glossary.ts';
import { heldTexts, proseOf } from '../words/held-texts.ts';
import { stringsOf } from '../words/strings.ts';
import { wrongWordsIn } from '../words/wrong-words.ts';

const glossary = projectGlossary();
const terms = glossary.flatMap((group) => group.terms);
const wrongIn = (text: string, yaml: string): string[] =>
  wrongWordsIn([{ where: 'here', text }], readGlossary(`- title: T\n  terms:\n    - ${yaml}`));

describe('the words', () => {
  it('of documents, pages, messages, mutants, scenarios and rules are those of the glossary', () => {
    const says = wrongWordsIn(heldTexts(), glossary);
    expect(says, says.join('\n')).toEqual([]);
  });
});

describe('a word that the glossary rules out', () => {
  const story = '{use: scenario, meaning: A test case., never: [stories, story]}';

  it('is found as a whole word in any case, and the word to use is named', () => {
    expect(wrongIn('A Story of two requests', story)).toEqual([
      'here: "Story": say scenario (docs/GLOSSARY.md)',
    ]);
  });

  it('is not found inside another word', () => {
    expect(wrongIn('The history of a storyboard', story)).toEqual([]);
  });

  it('is found over a line break where it is a phrase', () => {
    const phrase = '{use: count against, meaning: To blame., never: [held against]}';
    expect(wrongIn('Silence is never held\n  against a portal.', phrase)).toHaveLength(1);
  });

  it('may stand in a phrase that is excepted, and is found beside one', () => {
    const except = '{use: interpretation, meaning: M., never: [{words: reading, except: [reading the]}]}';
    expect(wrongIn('Fails on reading the log', except)).toEqual([]);
    expect(wrongIn('Reading the log under each reading', except)).toHaveLength(1);
  });
});

describe('the texts that are held', () => {
  it('leave out code and the targets of links in documents', () => {
    expect(proseOf('See [decision](docs/story.md) and `story`.\n```\nstory\n```')).not.toContain('story');
  });

  it('are the string literals of a source, without comments and regular expressions', () => {
    const template = '`x $' + "{c('in ner')} y`";
    const source = `// it's a comment\nconst a = 'one two';\nconst b = /'/.test(${template});`;
    expect(stringsOf(source)).toEqual([
      { line: 2, text: 'one two' },
      { line: 3, text: 'in ner' },
      { line: 3, text: 'x … y' },
    ]);
  });

  it('cover every kind', () => {
    const places = heldTexts().map(({ where }) => where);
    const kinds = [
      'README.md',
      'docs/',
      'src/report/templates/',
      'src/cli/',
      'the summary of the mutant',
      'scenarios/',
      'rules/',
      'docs/openapi.json',
    ];
    expect(kinds.filter((kind) => !places.some((place) => place.startsWith(kind)))).toEqual([]);
  });
});

describe('the glossary', () => {
  it('has each word once', () => {
    const words = terms.map(({ use }) => use);
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });

  it('rules out no word that it uses itself', () => {
    const own = terms.map(({ use, meaning }) => ({ where: use, text: `${use}. ${meaning}` }));
    expect(wrongWordsIn(own, glossary)).toEqual([]);
  });

  it('names a document and a heading that a rule cites, wherever it names one', () => {
    const cited = new Set(
      RULES.flatMap(({ sources }) => sources.map(({ document, heading }) => `${document}: ${heading}`)),
    );
    const named = terms.flatMap(({ source }) =>
      source && 'document' in source ? [`${source.document}: ${source.heading}`] : [],
    );
    expect(named.filter((one) => !cited.has(one))).toEqual([]);
  });
});
