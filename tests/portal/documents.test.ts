import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startReference } from '../../src/cli/shared/reference-server.ts';
import { standardWorld, submissionTemplates } from '../../src/simulator/index.ts';

const world = standardWorld('documents', 'allways-commercial', 'America/New_York');
const LIMIT = 5_242_880;

let server: RunningServer;
let headers: Record<string, string>;
let request: string;

const call = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.url}${path}`, { ...init, headers: { ...headers, ...(init.headers as object) } });

const attach = (body: BodyInit, name: string, description = 'Notes'): Promise<Response> =>
  call(`/requests/${request}/documents`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/octet-stream',
      'document-name': encodeURIComponent(name),
      'document-description': encodeURIComponent(description),
    },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  } as RequestInit);

const pdf = (bytes: number): Uint8Array<ArrayBuffer> => {
  const content = new Uint8Array(bytes).fill(32);
  content.set(new TextEncoder().encode('%PDF-1.7\n'));
  return content;
};

beforeAll(async () => {
  server = await startReference({ port: 0, host: '127.0.0.1' });
  const opened = await fetch(`${server.url}/conformance/worlds`, {
    method: 'POST',
    body: JSON.stringify({ world, at: '2026-02-03T09:00:00-05:00' }),
  });
  headers = { 'conformance-world': ((await opened.json()) as { id: string }).id };
  const password = world.users.find(({ id }) => id === 'pcp')?.password;
  const session = await call('/sessions', {
    method: 'POST',
    body: JSON.stringify({ user: 'pcp', password }),
  });
  headers.authorization = `Bearer ${((await session.json()) as { token: string }).token}`;
  const made = await call('/requests', {
    method: 'POST',
    body: JSON.stringify(submissionTemplates('2026-02-03').referral),
  });
  request = ((await made.json()) as { id: string }).id;
});

afterAll(() => server.close());

describe('a document', () => {
  it('of exactly the limit is taken, and comes back byte for byte', async () => {
    const sent = pdf(LIMIT);
    const made = await attach(sent, 'whole.pdf');
    expect(made.status).toBe(201);
    const { id } = (await made.json()) as { id: string };
    const back = await call(`/requests/${request}/documents/${id}`);
    expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(sent))).toBe(true);
  });

  it('of one byte more is refused', async () => {
    const made = await attach(pdf(LIMIT + 1), 'more.pdf');
    expect(made.status).toBe(413);
  });

  it('without a length and without an end is refused after the limit, and no more of it is asked for', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 65_536;
        if (pulled > 64 * LIMIT) controller.close();
        else controller.enqueue(new Uint8Array(65_536));
      },
    });
    const answered = await attach(endless, 'endless.pdf').then(
      ({ status }) => status,
      () => 'cut',
    );
    expect([413, 'cut']).toContain(answered);
    expect(pulled).toBeLessThan(8 * LIMIT);
  });

  it.each([
    ['a program', 'MZ\u0090\0\u0003\0\0\0\u0004'],
    ['an archive', 'PK\u0003\u0004\0\0\0\0'],
    ['bytes that are nothing', '\u0000\u00ff\u00fe\u0000'],
  ])('that is %s is refused, whatever its name says', async (_what, content) => {
    const made = await attach(Buffer.from(content, 'latin1'), 'notes.pdf');
    expect(made.status).toBe(422);
    expect(((await made.json()) as { errors: { path: string }[] }).errors[0]?.path).toBe('file');
  });

  it('with a script in it is kept as text and never served as a page', async () => {
    const made = await attach('<!doctype html><script>alert(1)</script>', 'page.html');
    const row = (await made.json()) as { id: string; name: string };
    expect(row.name).toBe('page.html.txt');
    const back = await call(`/requests/${request}/documents/${row.id}`);
    expect(back.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(back.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    expect(back.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('has a name without folders, control characters or quotes, whatever it was called', async () => {
    const name = fc.oneof(
      fc.constantFrom(
        '../../etc/passwd',
        '..\\..\\boot.ini',
        'résumé.pdf',
        'a"b;c.pdf',
        '.pdf',
        '   ',
        'a\r\nSet-Cookie: x=1.pdf',
      ),
      fc.string({ minLength: 1, maxLength: 200 }).filter((text) => encodeURIComponent(text).length < 250),
    );
    await fc.assert(
      fc.asyncProperty(name, async (given) => {
        const made = await attach(pdf(64), given);
        if (made.status !== 201) return;
        const { id, name: kept } = (await made.json()) as { id: string; name: string };
        expect(kept).toMatch(/^[^\p{Cc}/\\"<>:|?*;.][^\p{Cc}/\\"<>:|?*;]*\.pdf$/u);
        const back = await call(`/requests/${request}/documents/${id}`);
        expect(back.status).toBe(200);
        expect(back.headers.get('set-cookie')).toBeNull();
      }),
      { numRuns: 200, seed: 17 },
    );
  });
});

describe('a report as a file', () => {
  it('is an attachment in which no cell is a formula', async () => {
    const back = await call('/site-reports/member-roster/file');
    expect(back.headers.get('content-disposition')).toMatch(/^attachment;/);
    const text = await back.text();
    expect(text.split('\r\n').length).toBeGreaterThan(3);
    expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
  });
});
