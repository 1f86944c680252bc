export type Lang = "it" | "en";

/**
 * The language of what is printed for people: the one asked for, English where the environment speaks it, else the network's.
 * @throws RangeError when the one asked for is neither
 */
export function langOf(asked: string | undefined, env: NodeJS.ProcessEnv, locale: Lang): Lang {
  if (asked === "it" || asked === "en") return asked;
  if (asked !== undefined) throw new RangeError(`--lang: "${asked}" (expected it or en)`);
  const spoken = env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "";
  return /^en\b|^en_/i.test(spoken) ? "en" : locale;
}

/** What a start says on the terminal. */
export const startWords = {
  it: {
    filling: "Primo avvio: simulo due anni di una rete …",
    importing: "Importo",
    closing: "Chiudo",
    bytes: "byte",
    periods: "periodi",
    reading: "Leggo che cosa emerge",
    beside: "Leggo che cosa emerge nelle chiusure, a pagina già aperta; da leggere:",
    closes: "chiusure",
    simulated: "Dati simulati: nessuna osservazione è vera.",
    edition: "Rete in vigore: edizione",
    seedChanged:
      "La cartella della rete è cambiata dopo l’ultima edizione, e non è ciò che si serve. Per pubblicarla com’è ora: npm run sguardo -- editions adopt. Per riscriverla com’è in vigore: npm run sguardo -- editions export CARTELLA --overwrite (con gli stessi --network e --data).",
    warnings: "Da controllare nella cartella della rete (si parte lo stesso):",
    demoUsers: "Si entra senza password, con un utente dimostrativo per ruolo. Ctrl-C per fermare.",
    users: "Si entra con il proprio utente. Ctrl-C per fermare.",
    firstLink: "Primo accesso: con questo link, valido 48 ore e una volta sola, entra chi coordina la rete:",
  },
  en: {
    filling: "First start: simulating two years of a network …",
    importing: "Importing",
    closing: "Closing",
    bytes: "bytes",
    periods: "periods",
    reading: "Reading what emerges",
    beside: "Reading what emerges in the closes, while the page is open; to read:",
    closes: "closes",
    simulated: "Simulated data: no observation is real.",
    edition: "Network in force: edition",
    seedChanged:
      "The network folder changed after the last edition, and is not what is served. To publish it as it is now: npm run sguardo -- editions adopt. To write it again as it is in force: npm run sguardo -- editions export FOLDER --overwrite (with the same --network and --data).",
    warnings: "Worth checking in the network folder (it starts all the same):",
    demoUsers: "Sign in without a password, as a demo user of any role. Stop with Ctrl-C.",
    users: "Sign in with your own user. Stop with Ctrl-C.",
    firstLink: "First sign-in: by this link, valid 48 hours and once, comes in who coordinates the network:",
  },
} as const satisfies Record<Lang, object>;

/** Which edition of the network is in force, when one is, and what to do about a network folder changed by hand. */
export const editionLines = (
  { number, seedChanged }: { number: number; seedChanged: boolean },
  words: (typeof startWords)[Lang],
): string[] => [
  ...(number > 0 ? [`${words.edition} ${number}`] : []),
  ...(seedChanged ? [words.seedChanged] : []),
];
