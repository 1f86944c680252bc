// A process of its own for an import, so that it can be killed and its memory watched.
// argv: the network's folder, ImportOptions without the network, as JSON. Says "rows <n>" while it works.
import { join } from "node:path";
import { runnerImport } from "vite";

const root = join(import.meta.dirname, "..", "..", "..");
const load = async (path) => (await runnerImport(join(root, path), { root, configFile: false })).module;
const { loadNetwork } = await load("server/network/loadNetwork.ts");
const { importObservations } = await load("server/ingest/importObservations.ts");
const network = await loadNetwork(process.argv[2]);

const before = process.memoryUsage().rss;
let most = before;
const watch = setInterval(() => {
  most = Math.max(most, process.memoryUsage().rss);
}, 10);
const onProgress = ({ rows }) => process.stdout.write(`rows ${rows}\n`);
try {
  const report = await importObservations({ ...JSON.parse(process.argv[3]), network, onProgress });
  process.stdout.write(`accepted ${report.accepted}\n`);
} catch (error) {
  process.stdout.write(`refused ${error.message}\n`);
}
clearInterval(watch);
process.stdout.write(`grew ${Math.round((most - before) / 2 ** 20)} MB\n`);
