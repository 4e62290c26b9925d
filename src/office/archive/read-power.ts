import type { Element, Node } from "@xmldom/xmldom";
import { TextError, text } from "../../base/diagnostics/index.ts";
import { NoXml, namedIn, xmlRoot } from "./xml-tree.ts";

/** A person as a power of attorney names him. */
type PowerPerson = { readonly name: string; readonly inn: string | null };

/** A machine-readable power of attorney of the tax service (formats 002 and 003), as far as it says who acts for whom and until when. */
export type Power = {
  /** `EMCHD_1` is the unified format 003. */
  readonly format: string;
  /** Number in the register of the tax service. */
  readonly number: string;
  readonly issued: string | null;
  /** The last day, ISO. */
  readonly until: string | null;
  readonly principals: readonly { readonly name: string; readonly inn: string | null }[];
  readonly representatives: readonly PowerPerson[];
  /** Codes and names, or the words, of what is entrusted. */
  readonly powers: readonly string[];
  /** True: it was given on by a representative; the power that he has himself is another file. */
  readonly substituted: boolean;
};

/** A power of attorney as the protocol of verification names it: what it says, what speaks against it, what was not checked. */
export type PowerReport = Power & {
  /** Name in the bag: `power-1.xml`. */
  readonly file: string;
  readonly doubts: readonly string[];
  readonly unchecked: readonly string[];
};

/** Why a file is no power of attorney that can be read. */
export class NoPower extends TextError {
  override readonly name = "NoPower";
}

/** Formats by what their root says of itself. @see приказы ФНС о форматах доверенности: 002 и единый формат 003 (EMCHD_1) */
const FORMATS = new Set(["002", "5.02", "EMCHD_1"]);

/** Namespace of the unified format; earlier ones have none. */
const NAMESPACE = "urn://x-artefacts/EMCHD_1";

/** Reads a power of attorney. @throws NoPower on anything else */
export function readPower(bytes: Uint8Array): Power {
  const root = rootOf(bytes);
  const format = root.getAttribute("ВерсФорм") ?? "";
  const namespace = root.namespaceURI ?? "";
  if (root.localName !== "Доверенность" || ![NAMESPACE, ""].includes(namespace))
    throw new NoPower(
      text(
        "это не доверенность в формате налоговой службы",
        "it is no power of attorney in the format of the tax service",
      ),
    );
  if (!FORMATS.has(format))
    throw new NoPower(text(`формат «${format}» неизвестен`, `the format “${format}” is unknown`));
  const [details] = [...namedIn(root, "СвПереДовер"), ...namedIn(root, "СвДов")];
  const number = details?.getAttribute("НомДовер") ?? "";
  if (details === undefined || number === "")
    throw new NoPower(text("в ней нет номера доверенности (НомДовер)", "it has no number (НомДовер)"));
  return {
    format,
    number,
    issued: day(details, "ДатаВыдДовер"),
    until: day(details, "СрокДейст") ?? day(details, "ДатаКонДовер"),
    principals: [...namedIn(root, "СвДоверит"), ...namedIn(root, "СвПередПолн")].flatMap(partiesIn),
    representatives: [...namedIn(root, "СвУпПред"), ...namedIn(root, "СвПолучПолн")].flatMap(peopleIn),
    powers: powersIn(root),
    substituted: details.localName === "СвПереДовер",
  };
}

function rootOf(bytes: Uint8Array): Element {
  try {
    return xmlRoot(bytes);
  } catch (error) {
    throw error instanceof NoXml ? new NoPower(error.said) : error;
  }
}

/** Organisations and persons that are a party: of an organisation the head that signs for it is no party. */
function partiesIn(party: Element): { name: string; inn: string | null }[] {
  const organisations = [...namedIn(party, "СвРосОрг"), ...namedIn(party, "СвОрг")].map((one) => ({
    name: one.getAttribute("НаимОрг") ?? "",
    inn: one.getAttribute("ИННЮЛ"),
  }));
  return organisations.length > 0 ? organisations : peopleIn(party);
}

function peopleIn(party: Element): PowerPerson[] {
  return namedIn(party, "ФИО").map((name) => ({
    name: ["Фамилия", "Имя", "Отчество"].flatMap((part) => name.getAttribute(part) ?? []).join(" "),
    inn: innAbove(name, party),
  }));
}

/** The nearest element around a name that says its number of a taxpayer. */
function innAbove(name: Element, party: Element): string | null {
  for (let at: Node | null = name.parentNode; at !== null; at = at.parentNode) {
    const inn = at.nodeType === 1 ? (at as Element).getAttribute("ИННФЛ") : null;
    if (inn !== null || at === party) return inn;
  }
  return null;
}

function powersIn(root: Element): string[] {
  const coded = namedIn(root, "МашПолн").map((one) =>
    [one.getAttribute("КодПолн"), one.getAttribute("НаимПолн")].filter(Boolean).join(" "),
  );
  const words = namedIn(root, "ТекстПолн").map(({ textContent }) => textContent ?? "");
  return [...coded, ...words].map((one) => one.replace(/\s+/g, " ").trim()).filter(Boolean);
}

function day(element: Element, attribute: string): string | null {
  const value = element.getAttribute(attribute) ?? "";
  const [, date, month, year] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(value) ?? [];
  if (date !== undefined) return `${year}-${month}-${date}`;
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null;
}
