// Judges a portal from a program and writes its report: results.json, junit.xml and index.html.
// Run it with: node examples/run-a-suite.mjs [address of a portal that speaks the contract]
import * as portalproof from 'portalproof';

const [url, folder = 'reports/from-a-program'] = process.argv.slice(2);
const adapter = url
  ? portalproof.httpAdapter({ name: url, transport: portalproof.socketTransport(url, 4), timeoutMs: 10_000 })
  : portalproof.referenceAdapter();
const scenarios = portalproof.selectScenarios(portalproof.loadScenarios(), { suite: 'claims' });
const { results, outcomes } = await portalproof.runConformance({ adapter, scenarios, scope: 'claims' });
console.log(portalproof.answerOf(results).line, portalproof.writeReport(folder, results, outcomes));
await adapter.dispose();
process.exitCode = results.exitCode;
