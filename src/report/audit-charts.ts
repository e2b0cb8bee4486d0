const WIDTH = 460;
const HEIGHT = 96;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

type Turnaround = { readonly rule: string; readonly n: number; readonly shares: readonly number[] };

/** How much of the time allowed was used, against the limit: a bar for each twentieth, the limit as a line. */
export function drawTurnaround({ rule, n, shares }: Turnaround): string {
  const most = Math.max(...shares, 1);
  const step = WIDTH / shares.length;
  const limit = ((shares.length - 1) / 2) * step;
  const bars = shares
    .map((count, index) => {
      const height = count === 0 ? 0 : Math.max(1.5, (count / most) * (HEIGHT - 24));
      const late = index >= (shares.length - 1) / 2;
      return `<rect class="${late ? 'late' : 'kept'}" x="${(index * step + 0.75).toFixed(2)}" y="${(HEIGHT - 18 - height).toFixed(2)}" width="${(step - 1.5).toFixed(2)}" height="${height.toFixed(2)}"/>`;
    })
    .join('');
  const late = shares.slice((shares.length - 1) / 2).reduce((sum, count) => sum + count, 0);
  const says = `${rule}: of ${n} done, ${n - late} in the time allowed and ${late} after it`;
  return `<svg class="turnaround" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(says)}">${bars}<line class="limit" x1="${limit.toFixed(1)}" x2="${limit.toFixed(1)}" y1="0" y2="${HEIGHT - 18}"/><text x="0" y="${HEIGHT - 4}">start</text><text x="${limit.toFixed(1)}" y="${HEIGHT - 4}" text-anchor="middle">limit</text><text x="${WIDTH}" y="${HEIGHT - 4}" text-anchor="end">twice the limit and more</text></svg>`;
}

type Month = { readonly value: string; readonly met100: number };

/** The share met by month, as columns from zero. */
export function drawMonths(months: readonly Month[]): string {
  const step = WIDTH / months.length;
  const columns = months
    .map(({ value, met100 }, index) => {
      const height = met100 * (HEIGHT - 30);
      const x = index * step;
      const label =
        months.length <= 14 || index % 3 === 0
          ? `<text x="${(x + step / 2).toFixed(1)}" y="${HEIGHT - 4}" text-anchor="middle">${escaped(value.slice(5))}</text>`
          : '';
      const rest = HEIGHT - 30 - height;
      return `<rect class="late" x="${(x + 2).toFixed(1)}" y="12" width="${(step - 4).toFixed(1)}" height="${rest.toFixed(1)}"/><rect class="kept" x="${(x + 2).toFixed(1)}" y="${(12 + rest).toFixed(1)}" width="${(step - 4).toFixed(1)}" height="${height.toFixed(1)}"/>${label}`;
    })
    .join('');
  const lowest = Math.min(...months.map(({ met100 }) => met100));
  return `<svg class="turnaround" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Share of duties met in each of ${months.length} months; the lowest is ${(100 * lowest).toFixed(1)} percent">${columns}</svg>`;
}
