import type { Found } from "./found.ts";
import { everywhere } from "./found.ts";
import { givenNames } from "./givenNames.ts";

const title =
  /(?<![\p{L}\p{N}])(?:[Ss]ig(?:\.(?:\s?r?na|\s?ra)?|ra|nora|norina|nore|nor)?|[Dd]ott(?:\.(?:\s?ssa)?|ssa|or|oressa|oressa)?|[Dd]r(?:\.(?:\s?ssa)?|ssa)?|[Pp]rof(?:\.(?:\s?ssa)?|essore|essoressa|ssa)?|[Aa]vv(?:\.|ocat[oa])|[Ss]uor|Mrs?\.?|Ms\.?|Miss|SIG(?:\.(?:RA)?|NORA|NOR)|DOTT(?:\.(?:SSA)?|SSA)?)\s{1,2}\p{Lu}[\p{L}'’]{1,30}/gu;
/** A title and a full stop, with or without a space; what also stands for an entrance, a company or an archive not before those. */
const dotted =
  /(?<![\p{L}\p{N}])(?:(?:[Ss]ig|SIG|[Dd]ott|DOTT|[Dd]r|[Pp]rof|PROF|[Aa]vv|AVV)\.|(?:[Ii]ng|ING|[Gg]eom|GEOM|[Rr]ag|RAG|[Aa]rch|ARCH)\.\s{0,2}(?!(?:Soc|Via|Viale|Piazz|Corso|Larg|Princ|Nord|Sud|Est|Ovest|Later|Second|Stor|Com|Civ|Cap|Not|Parr|Dioc|Prov|Reg|Stat)\p{L}*|(?:SOC|VIA|PIAZZ|PRINC|NORD|SUD|EST|OVEST|STOR|COM)\p{L}*))\p{Lu}[\p{L}'’]{1,30}/gu;
const called =
  /(?<![\p{L}])(?:si chiama|di nome|detto|detta|named|called|soprannominat[oa])\s(?:["“«]\s?)?\p{Lu}[\p{L}'’]{1,30}/giu;
const kin =
  /(?:fratello|sorella|figli[oa]|marito|moglie|madre|padre|mamma|papà|amic[oa]|compagn[oa]|zi[oa]|nonn[oa]|cugin[oa]|nipote|brother|sister|son|daughter|wife|husband|mother|father|friend)\s(?:di|of)\s$/i;
const age = /(?<![\d-])\d{1,3}\s?(?:anni|enne|years? old|y\.?o\.?)(?![\p{L}])/giu;
const telling =
  /(?<![\p{L}])(?:incinta|pregnant|disabile|sieropositiv[oa]|invalid[oa]|ved(?:ov[oa])|marocchin[oa]|tunisin[oa]|rumen[oa]|romen[oa]|albanes[ei]|nigerian[oa]|senegalese|ucrain[oa]|pakistan[oa]|bangladese|egizian[oa]|italian[oa]|moldav[oa]|cinese|ghanese|gambian[oa]|malian[oa]|sirian[oa]|afghan[oa]|somal[oa]|eritre[oa]|polacc[oa]|bulgar[oa]|ser[bv][oa]|peruvian[oa]|brasilian[oa])(?![\p{L}])/giu;

/** Before a name these make it a place's or an institution's. */
const ofPlaces = new Set(
  (
    "via viale piazza piazzale corso largo vicolo strada ponte parco rotonda rotatoria sobborgo subborgo salita corte viottolo galleria piazzetta sottopasso viadotto mura " +
    "passerella sentiero giardino giardini villa palazzo teatro biblioteca scuola liceo " +
    "istituto ospedale centro casa comunità cooperativa coop associazione fondazione parrocchia chiesa oratorio circolo quartiere " +
    "rione zona borgo stazione stadio palestra museo campo mensa rifugio dormitorio sportello progetto unità polo residenza opera " +
    "san santa santo sant santi ss st beato beata papa cardinale vescovo monte lago fiume isola porto parish school park square " +
    "street house centre center hospital clinic hall station bridge"
  ).split(" "),
);

/** A capitalised word that follows a given name without being a surname. */
const notSurnames = new Set(
  "centro nord sud est ovest vecchio nuovo alto basso superiore inferiore mattina sera".split(" "),
);

/**
 * Names of people in a text: a title or "si chiama" before a name, somebody's relative, a given name with a surname or an
 * age. A given name alone is a `given_name`, which warns and does not refuse.
 */
export function namesIn(text: string): Found[] {
  const found = [title, dotted, called]
    .flatMap((pattern) => everywhere("name", pattern, text))
    .filter(({ from }) => !afterPlace(text, from));
  const given = givenIn(text);
  const ages = everywhere("combination", age, text);
  const traits = everywhere("combination", telling, text);
  const together = ages.length > 0 && (given.length > 0 || traits.length > 0) ? [...ages, ...traits] : [];
  const withAge = ages.length > 0 ? given.map((one) => ({ ...one, type: "name" as const })) : given;
  return [...found, ...withAge, ...together];
}

function givenIn(text: string): Found[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}]{1,20}(?![\p{L}\p{N}])/gu)].flatMap(
    ({ index: from, 0: word }): Found[] => {
      if (!givenNames.has(word.toLowerCase()) || afterPlace(text, from)) return [];
      const to = from + word.length;
      const surname = surnameAfter(text.slice(to, to + 60));
      if (surname > 0) return [{ type: "name", from, to: to + surname }];
      const relative = kin.test(text.slice(Math.max(0, from - 30), from));
      return [{ type: relative ? "name" : "given_name", from, to }];
    },
  );
}

/** Characters of the surname (and the space before it) that follows; 0 when none does. */
function surnameAfter(rest: string): number {
  const [whole, surname] =
    /^\s{1,2}((?:(?:De|Di|Del|Della|Dal|Dalla|Lo|La|El|Al|Ben|D['’])\s?)?\p{Lu}[\p{L}'’]{1,30})/u.exec(
      rest,
    ) ?? [];
  if (!whole || !surname) return 0;
  return notSurnames.has(surname.toLowerCase()) ? 0 : whole.length;
}

function afterPlace(text: string, from: number): boolean {
  const before =
    /(?:[\p{L}.'’“"«]{1,30}\s?){0,4}$/u.exec(text.slice(Math.max(0, from - 60), from))?.[0] ?? "";
  return before
    .toLowerCase()
    .split(/[\s.'’“"«]+/)
    .some((word) => ofPlaces.has(word));
}
