import Handlebars from 'handlebars';
import { instantWords } from './dates.ts';
import type { Violation } from './results.ts';

const WIDTH = 900;
const LEFT = 230;
const ROW = 26;

const escaped = (text: string): string => Handlebars.escapeExpression(text);

/** A drawing of one case: what happened (dots) against its limits (bars), in order of time. SVG text. */
export function drawTimeline(timeline: Violation['timeline'], zone: string): string {
  const points = timeline.filter(({ at }) => !Number.isNaN(Date.parse(at)));
  if (points.length < 2) return '';
  const times = points.map(({ at }) => Date.parse(at));
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const span = Math.max(to - from, 1);
  const x = (at: string): number => LEFT + ((Date.parse(at) - from) / span) * (WIDTH - LEFT - 235);
  const height = points.length * ROW + 14;
  const rows = points.map(({ what, at, kind, late }, index) => {
    const y = 20 + index * ROW;
    const mark =
      kind === 'limit'
        ? `<line class="limit" x1="${x(at).toFixed(1)}" x2="${x(at).toFixed(1)}" y1="${y - 9}" y2="${y + 9}"/>`
        : `<circle class="${late ? 'late' : 'event'}" cx="${x(at).toFixed(1)}" cy="${y}" r="6"/>`;
    return (
      `<text class="what" x="${LEFT - 14}" y="${y + 4}" text-anchor="end">${escaped(what)}</text>` +
      `<line class="rail" x1="${LEFT}" x2="${x(at).toFixed(1)}" y1="${y}" y2="${y}"/>${mark}` +
      `<text class="when" x="${(x(at) + 12).toFixed(1)}" y="${y + 4}">${escaped(instantWords(Date.parse(at), zone))}</text>`
    );
  });
  const label = points.map(({ what, at }) => `${what} ${instantWords(Date.parse(at), zone)}`).join('; ');
  return `<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(label)}">${rows.join('')}</svg>`;
}
