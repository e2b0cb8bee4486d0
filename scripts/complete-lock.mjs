/**
 * Completes package-lock.json with the optional platform packages that a registry does not offer. Some
 * mirrors hide packages for other systems; npm then writes a lock file without them, and `npm ci` refuses it.
 * Run after `npm install` when `npm ci` says that optional packages are missing from the lock file.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['android', 'darwin', 'win32', 'freebsd', 'openharmony', 'netbsd', 'openbsd', 'linux'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'riscv64', 'ppc64', 's390x', 'loong64', 'arm'];

const path = 'package-lock.json';
const lock = JSON.parse(readFileSync(path, 'utf8'));
const known = new Set(Object.keys(lock.packages).map((place) => place.split('node_modules/').at(-1)));
let added = 0;
for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, range] of Object.entries(optionalDependencies)) {
    if (known.has(name)) continue;
    const system = SYSTEMS.find((one) => name.includes(one)) ?? (name === 'fsevents' ? 'darwin' : undefined);
    const processor = PROCESSORS.find((one) => name.includes(one));
    lock.packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~>=v ]+/, ''),
      ...(dev ? { dev } : {}),
      optional: true,
      ...(processor ? { cpu: [processor] } : {}),
      ...(system ? { os: [system] } : {}),
      ...(name.includes('musl') ? { libc: ['musl'] } : {}),
    };
    known.add(name);
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} optional packages added to ${path}\n`);
