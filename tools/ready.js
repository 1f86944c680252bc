#!/usr/bin/env node
// Makes ready what a script needs, and only what is missing: `node tools/ready.js [install] [build] [chromium] [nginx]`.
// Plain JavaScript without dependencies: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const wanted = process.argv.slice(2);
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  stop(
    `Sguardo needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org.`,
  );
}
install();
if (wanted.includes("build")) build();
if (wanted.includes("chromium")) chromium();
if (wanted.includes("nginx")) nginx();

function install() {
  const mark = join(root, "node_modules", ".sguardo-lock");
  const lock = hash([join(root, "package-lock.json")]);
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  say("Installing the libraries …");
  // Not `npm ci`: it refuses a lock file without the binaries of every other platform, which a partial registry cannot give.
  run("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(mark, lock);
}

function build() {
  const mark = join(root, "dist", ".built-from");
  const sources = hash([
    ...["client", "server", "domain"].flatMap((folder) => files(join(root, folder))),
    ...["package-lock.json", "vite.config.ts", "tsconfig.json"].map((file) => join(root, file)),
  ]);
  if (existsSync(mark) && readFileSync(mark, "utf8") === sources) return;
  say("Building the page and the server …");
  rmSync(mark, { force: true });
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  run(process.execPath, [vite, "build", "--logLevel", "warn"]);
  run(process.execPath, [vite, "build", "--logLevel", "warn", "--ssr"]);
  compress(join(root, "dist", "client"));
  writeFileSync(mark, sources);
}

/** Text the page loads is compressed once, here, and not at every request. */
function compress(folder) {
  for (const path of files(folder).filter((file) => /\.(js|mjs|css|svg)$/.test(file))) {
    const text = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(text));
  }
}

function chromium() {
  const places = [
    process.env.CHROME_PATH,
    ...onPath(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]),
  ];
  if (places.some((place) => place && existsSync(place))) return;
  if (process.env.CHROME_PATH)
    stop(`CHROME_PATH is "${process.env.CHROME_PATH}", and there is no such file.`);
  if (debian("chromium", "the browser tests")) return;
  stop(
    "The browser tests need Chromium: install it (Debian: apt-get install chromium), or set CHROME_PATH to a Chromium or Chrome.",
  );
}

/** Without it the recipe for a proxy is not tested, and the test says so. */
function nginx() {
  if (["/usr/sbin/nginx", ...onPath(["nginx"])].some((place) => existsSync(place))) return;
  debian("nginx", "the test of the proxy's recipe");
}

/** Installs a package where that needs nobody's leave: as root on Debian. */
function debian(name, purpose) {
  if (process.getuid?.() !== 0 || onPath(["apt-get"]).length === 0) return false;
  say(`Installing Debian's ${name} for ${purpose} …`);
  const quiet = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  spawnSync("apt-get", ["update", "-qq"], quiet);
  return spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], quiet).status === 0;
}

function files(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });
}

function hash(paths) {
  const sum = createHash("sha256");
  for (const path of paths) sum.update(path.slice(root.length)).update("\0").update(readFileSync(path));
  return sum.update(process.versions.node).digest("hex");
}

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(":");
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .filter((path) => existsSync(path));
}

function run(command, args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0)
    stop(`"${command} ${args.join(" ")}" failed (exit code ${status}); the message above says why.`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

function stop(text) {
  say(text);
  process.exit(1);
}
