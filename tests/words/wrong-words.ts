import type { Glossary } from './glossary.ts';
import type { HeldText } from './held-texts.ts';

/** A phrase as a pattern: whole words, in any case, over line breaks, with a plural s. */
const pattern = (phrase: string, plural: string): string =>
  `(?<![\\w-])${phrase
    .split(' ')
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+')}${plural}(?![\\w-])`;

/** What a test says of each wrong word in some texts: where, the word, and the one to use. */
export function wrongWordsIn(texts: readonly HeldText[], glossary: Glossary): string[] {
  const bans = glossary.flatMap(({ terms }) =>
    terms.flatMap(({ use, never }) =>
      never.map(({ words, except }) => ({
        use,
        except: except.map((phrase) => new RegExp(pattern(phrase, ''), 'gi')),
        wrong: new RegExp(pattern(words, 's?'), 'i'),
      })),
    ),
  );
  // Most texts hold no wrong word: one look by one pattern spares them the many.
  const any = new RegExp(bans.map(({ wrong }) => wrong.source).join('|'), 'i');
  return texts
    .filter(({ text }) => any.test(text))
    .flatMap(({ where, text }) =>
      bans.flatMap(({ use, wrong, except }) => {
        const rest = except.reduce((left, phrase) => left.replaceAll(phrase, ''), text);
        const [found] = wrong.exec(rest) ?? [];
        return found === undefined
          ? []
          : [`${where}: "${found.replaceAll(/\s+/g, ' ')}": say ${use} (docs/GLOSSARY.md)`];
      }),
    );
}
