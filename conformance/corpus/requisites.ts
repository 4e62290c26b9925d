import type { Approval, Block, Inlines } from "../../src/paperwork/document/index.ts";
import type { Random } from "./random.ts";
import { date, initialsFirst, phrase, plain, rich, surnameFirst } from "./text.ts";
import { CITIES, POSTS } from "./vocabulary.ts";

export function letterhead(random: Random): Block {
  const line = <T extends string>(role: T, text: string) => ({ role, inlines: plain(text) });
  return {
    type: "letterhead",
    lines: [
      ...(random.chance(0.5) ? [line("superior", phrase(random, 3, 12, 0))] : []),
      line("organisation", phrase(random, 5, 16, 0.05)),
      ...(random.chance(0.6) ? [line("short", "(МБОУ «Школа № 1»)")] : []),
      ...random.times(0, 3, () => line("contact", phrase(random, 4, 14, 0.3))),
    ],
  };
}

export function heading(random: Random, title: string): Block[] {
  const layout = random.pick(["order", "agreement"] as const);
  const title_: Block = {
    type: "title",
    align: random.pick(["left", "center"]),
    inlines: rich(random, phrase(random, 3, 22)),
  };
  return [
    { type: "kind-title", inlines: plain(title) },
    ...(random.chance(0.85)
      ? [
          {
            type: "dateline",
            layout,
            date: plain(date(random)),
            number: random.chance(0.8) ? plain(`№\u00a0${random.int(1, 900)}-ОД`) : null,
            place: random.chance(0.7) || layout === "agreement" ? plain(`г.\u00a0${random.pick(CITIES)}`) : null,
          } satisfies Block,
        ]
      : []),
    ...(random.chance(0.9) ? [title_] : []),
  ];
}

export function approvals(random: Random): Block {
  const side = random.pick(["left", "right", "both"]);
  return {
    type: "approvals",
    left: side === "right" ? null : approval(random, "СОГЛАСОВАНО"),
    right: side === "left" ? null : approval(random, "УТВЕРЖДАЮ"),
  };
}

function approval(random: Random, word: string): Approval {
  const byDocument = random.chance(0.4);
  return {
    word,
    lines: byDocument
      ? [plain("приказом директора"), plain(`от ${date(random)} № ${random.int(1, 99)}`)]
      : post(random),
    sign: byDocument
      ? null
      : { name: plain(initialsFirst(random)), date: random.chance(0.7) ? plain(date(random)) : null },
  };
}

export function annexMark(random: Random, number: number | null): Block {
  return {
    type: "annex-mark",
    lines: [
      plain(number === null ? "Приложение" : `Приложение №\u00a0${number}`),
      plain(phrase(random, 2, 9, 0)),
      plain(`от ${date(random)} №\u00a0${random.int(1, 999)}-ОД`),
    ],
  };
}

export function signature(random: Random): Block {
  return {
    type: "signature",
    post: post(random),
    name: plain(initialsFirst(random)),
    seal: random.chance(0.4),
  };
}

export function parties(random: Random): Block {
  return {
    type: "parties",
    parties: Array.from({ length: 2 }, () => ({
      title: plain(phrase(random, 1, 8, 0)),
      lines: [
        ...random.times(1, 5, () => plain(phrase(random, 2, 10, 0.2))),
        plain(`ИНН ${random.int(1_000_000_000, 9_999_999_999)}, КПП 123401001`),
        plain(`р/с 4070281000000000${random.int(1000, 9999)} в банке «Примерный»`),
        plain("school-long-address@education.territory.example"),
      ],
      post: post(random),
      name: plain(initialsFirst(random)),
      seal: random.chance(0.7),
    })),
  };
}

export function acquaintance(random: Random, low: number, high: number): Block {
  return {
    type: "acquaintance",
    heading: plain("С приказом ознакомлены:"),
    people: random.times(low, high, () => ({
      name: plain(random.chance(0.7) ? initialsFirst(random) : surnameFirst(random)),
      post: random.chance(0.4) ? plain(random.pick(POSTS)) : null,
    })),
  };
}

export function executor(random: Random): Block {
  return {
    type: "executor",
    lines: [plain(initialsFirst(random)), plain("8 (495) 000-00-00")].slice(0, random.int(1, 2)),
  };
}

/** A post in one or several lines. */
function post(random: Random): Inlines[] {
  const text = random.pick(POSTS);
  const words = text.split(" ");
  const half = Math.ceil(words.length / 2);
  return random.chance(0.4) && words.length > 3
    ? [plain(words.slice(0, half).join(" ")), plain(words.slice(half).join(" "))]
    : [plain(text)];
}
