import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { request } from "node:https";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { root } from "../../../server/config.ts";

export const nginx = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx"].find((path) =>
  existsSync(path),
);
export const NAME = "sguardo.example.org";

export type Answered = { status: number; headers: IncomingHttpHeaders; text: string };
type Asking = {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  from?: string;
  name?: string;
};

/** Debian's nginx with the recipe as it is, but for its ports and places, in front of a server's port. */
export async function startNginx(program: string, upstream: number) {
  const folder = await mkdtemp(join(tmpdir(), "sguardo-nginx-"));
  const [plain, tls] = [await freePort(), await freePort()];
  certificate(folder);
  await mkdir(join(folder, "tmp"));
  const recipe = (await readFile(join(root, "tools", "proxy", "nginx.conf"), "utf8"))
    .replaceAll("listen 443", `listen 127.0.0.1:${tls}`)
    .replaceAll("listen 80", `listen 127.0.0.1:${plain}`)
    .replaceAll("/etc/ssl/sguardo", folder)
    .replaceAll("/var/log/nginx", folder)
    .replaceAll("127.0.0.1:8080", `127.0.0.1:${upstream}`);
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/tmp/${name};`)
    .join("\n");
  await writeFile(
    join(folder, "whole.conf"),
    `daemon off; ${process.getuid?.() === 0 ? "user root;" : ""} pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
     events {} http { ${places}\n${recipe} }`,
  );
  const child = spawn(
    program,
    ["-p", folder, "-e", join(folder, "error.log"), "-c", join(folder, "whole.conf")],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  await answering(tls, () => {
    if (child.exitCode !== null) throw new Error(`nginx did not start: ${said}`);
  });
  return {
    plain,
    ask: (path: string, asking: Asking = {}) => ask(tls, path, asking),
    log: () => readFile(join(folder, "sguardo.log"), "utf8"),
    stop: async () => {
      const ended = new Promise((done) => child.once("exit", done));
      child.kill("SIGQUIT");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function ask(
  port: number,
  path: string,
  { name = NAME, from = "127.0.0.2", ...asking }: Asking,
): Promise<Answered> {
  const { method = "GET", headers = {}, body } = asking;
  const where = {
    host: "127.0.0.1",
    port,
    path,
    localAddress: from,
    servername: name,
    rejectUnauthorized: false,
  };
  return new Promise((resolve, reject) => {
    const asked = request({ ...where, method, headers: { host: name, ...headers } }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (chunk) => {
        text += chunk;
      });
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    asked.once("error", reject);
    asked.end(body);
  });
}

function certificate(folder: string): void {
  const [key, made] = [join(folder, "privkey.pem"), join(folder, "fullchain.pem")];
  const subject = ["-subj", `/CN=${NAME}`, "-days", "2"];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  execFileSync("openssl", ["req", "-x509", ...curve, ...subject, "-keyout", key, "-out", made], {
    stdio: "ignore",
  });
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}

async function answering(port: number, check: () => void): Promise<void> {
  for (;;) {
    check();
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, "127.0.0.1", () => done(true)).once("error", () => done(false));
      socket.unref();
      socket.once("connect", () => socket.end());
    });
    if (open) return;
    await wait(50);
  }
}
