import { BlockList, isIP } from "node:net";

/** How the server is reached: what is between it and who asks. */
export type Edge = {
  /** The address people open, when it is not this machine's: only its name and this machine's are answered. */
  publicUrl: URL | null;
  /** The address the server listens on. */
  host: string;
  /** Whose X-Forwarded-For and X-Request-Id are believed. */
  proxies: BlockList;
  /** Demo accounts are for who sits at this machine, unless this is asked. */
  demoAnywhere: boolean;
};

export type EdgeOptions = {
  "public-url"?: string | undefined;
  host?: string | undefined;
  "demo-anywhere"?: boolean | undefined;
};

/** Nothing between: this machine asks itself. */
export const AT_HOME: Edge = {
  publicUrl: null,
  host: "127.0.0.1",
  proxies: new BlockList(),
  demoAnywhere: false,
};

/**
 * Options over environment: SGUARDO_PUBLIC_URL, SGUARDO_HOST, SGUARDO_PROXY (addresses or ranges, comma between).
 * @throws RangeError naming the option, what is expected and what to do
 */
export function edgeOptions(options: EdgeOptions, env: NodeJS.ProcessEnv): Edge {
  const asked = options["public-url"] ?? env["SGUARDO_PUBLIC_URL"];
  const publicUrl = asked ? publicUrlOf(asked) : null;
  const host = options.host || env["SGUARDO_HOST"] || AT_HOME.host;
  if (isIP(host) === 0 && host !== "localhost")
    throw new RangeError(`host: "${host}" (expected an address of this machine, like 127.0.0.1 or 0.0.0.0)`);
  if (!isLoopback(host) && !publicUrl) {
    throw new RangeError(
      `host: "${host}" answers other machines too: say the address people will open with --public-url https://….`,
    );
  }
  const proxies = proxiesOf(env["SGUARDO_PROXY"] ?? "");
  return { publicUrl, host, proxies, demoAnywhere: options["demo-anywhere"] ?? false };
}

/**
 * What must not be reached from elsewhere is not.
 * @throws Error when demo accounts would be open to other machines, or passwords would travel readable
 */
export function refuseExposed({ publicUrl, host, demoAnywhere }: Edge, simulated: boolean): void {
  const elsewhere = !isLoopback(host) || (publicUrl !== null && !isThisMachine(publicUrl.hostname));
  if (!elsewhere) return;
  if (simulated && !demoAnywhere) {
    throw new Error(
      "This network is a demo: whoever opens it signs in with any role. It is served to this machine only; " +
        "--demo-anywhere serves it to others all the same.",
    );
  }
  if (!simulated && publicUrl?.protocol !== "https:") {
    throw new Error(
      `--public-url ${publicUrl?.origin ?? ""}: passwords would travel readable. Put a server that speaks https in front ` +
        "(README, Operations) and give its address.",
    );
  }
}

/** Names and addresses by which this machine calls itself. */
export const isThisMachine = (name: string): boolean => ["localhost", "127.0.0.1", "[::1]"].includes(name);

/** An address of this machine that no other reaches. */
export const isLoopback = (address: string): boolean =>
  address === "localhost" || address === "::1" || /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address);

function publicUrlOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const plain = url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (!plain)
    throw new RangeError(
      `public-url: "${text}" (expected like https://sguardo.example.org, without a path or a password)`,
    );
  return url;
}

function proxiesOf(text: string): BlockList {
  const list = new BlockList();
  for (const one of text.split(",").map((part) => part.trim())) if (one) believe(list, one);
  return list;
}

function believe(list: BlockList, one: string): void {
  const [address = "", bits] = one.split("/");
  const kind = isIP(address) === 6 ? "ipv6" : "ipv4";
  const most = kind === "ipv6" ? 128 : 32;
  const known = isIP(address) > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most));
  if (!known)
    throw new RangeError(`SGUARDO_PROXY: "${one}" (expected addresses or ranges like 127.0.0.1, 10.0.0.0/8)`);
  if (bits === undefined) list.addAddress(address, kind);
  else list.addSubnet(address, Number(bits), kind);
}
