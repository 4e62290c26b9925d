import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { PNG } from "pngjs";
import { beforeAll, describe, expect, it } from "vitest";
import { packPng } from "../../../../src/base/pictures/encode-png.ts";
import {
  encodePng,
  isPictureFault,
  openSvg,
  type Picture,
  type PictureFault,
  PictureShelf,
  rasterOf,
} from "../../../../src/base/pictures/index.ts";

const LIMITS = { mostKilobytes: 4096, mostMegapixels: 20 };
const fixture = (name: string): Uint8Array => readFileSync(`tests/fixtures/pictures/${name}`);

function read(name: string, bytes: Uint8Array = fixture(name), limits = LIMITS): Picture | PictureFault {
  const file = `pictures/${name}`;
  return new PictureShelf(new Map([[file, { bytes, digest: "" }]])).get(file, limits);
}

function good(name: string, bytes?: Uint8Array): Picture {
  const picture = read(name, bytes);
  if (isPictureFault(picture)) throw new Error(`${picture.finding.code}: ${picture.message.en}`);
  return picture;
}

function fault(name: string, bytes?: Uint8Array, limits = LIMITS): string {
  const found = read(name, bytes, limits);
  return isPictureFault(found) ? `${found.finding.code} ${found.message.en}` : "no fault";
}

const dotsOf = (picture: Picture): Buffer => PNG.sync.read(Buffer.from(picture.bytes)).data;

beforeAll(openSvg);

describe("a PNG", () => {
  it("keeps its rows as they are and nothing that is not seen", () => {
    const picture = good("noted.png");
    expect(Buffer.from(picture.bytes).toString("latin1")).not.toContain("SECRET");
    expect(
      Buffer.from(picture.bytes)
        .toString("latin1")
        .match(/IHDR|PLTE|IDAT|IEND|tEXt|iTXt|pHYs/g),
    ).toEqual(["IHDR", "IDAT", "IEND"]);
    expect(dotsOf(picture).equals(PNG.sync.read(Buffer.from(fixture("noted.png"))).data)).toBe(true);
  });

  it.each(["palette.png", "bilevel.png"])("%s stays as compact as it is", (name) => {
    const picture = good(name);
    expect(picture).toMatchObject({ kind: "png", channels: 1 });
    expect(dotsOf(picture).equals(PNG.sync.read(Buffer.from(fixture(name))).data)).toBe(true);
  });

  it.each(["interlaced.png", "deep.png"])("%s becomes plain rows of the same dots", (name) => {
    const picture = good(name);
    expect(picture).toMatchObject({ kind: "png", depth: 8, channels: 3, widthPx: 48, heightPx: 32 });
    expect(picture.bytes[28]).toBe(0);
    expect(dotsOf(picture).equals(PNG.sync.read(Buffer.from(fixture(name))).data)).toBe(true);
  });

  it("stands on white where it is transparent", () => {
    const picture = good("alpha.png");
    expect(picture.bytes[25]).toBe(2);
    const shows = PNG.sync.read(Buffer.from(fixture("alpha.png"))).data;
    const [opacity = 0] = [shows[3]];
    const onPaper = [...shows.subarray(0, 3)].map((level) => Math.round((level * opacity) / 255 + 255 - opacity));
    expect(opacity).toBeLessThan(255);
    expect([...dotsOf(picture).subarray(0, 4)]).toEqual([...onPaper, 255]);
  });

  it("is refused before it is unpacked when it says that it is huge, and when more is packed than it says", () => {
    const bomb = { widthPx: 60_000, heightPx: 60_000, channels: 3, depth: 8, palette: null } as const;
    expect(fault("bomb.png", packPng({ ...bomb, data: deflateSync(new Uint8Array(1000)) }).bytes)).toMatch(
      /^TRC3319 .*60000 × 60000/,
    );
    const more = { ...bomb, widthPx: 2, heightPx: 2, data: deflateSync(new Uint8Array(50_000_000)) };
    expect(fault("bomb.png", packPng(more).bytes)).toMatch(/^TRC3318/);
  });

  it("is never half read: cut off or changed anywhere, it is damaged or the same picture", () => {
    const whole = fixture("noted.png");
    const same = Buffer.from(good("noted.png").bytes);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, by, cut) => {
        const bytes = cut
          ? whole.subarray(0, at)
          : Uint8Array.from(whole, (byte, index) => (index === at ? byte ^ by : byte));
        const found = read("noted.png", bytes);
        return isPictureFault(found) || same.equals(found.bytes);
      }),
    );
  });

  it("of any samples is read as it was made", () => {
    const sample = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom(1 as const, 3 as const),
    );
    fc.assert(
      fc.property(
        sample.chain(([widthPx, heightPx, channels]) =>
          fc
            .uint8Array({ minLength: widthPx * heightPx * channels, maxLength: widthPx * heightPx * channels })
            .map((samples) => encodePng(samples, { widthPx, heightPx, channels })),
        ),
        (made) => Buffer.from(made.bytes).equals(good("made.png", made.bytes).bytes),
      ),
    );
  });
});

describe("a JPEG", () => {
  it.each([
    ["noted.jpg", 3],
    ["progressive.jpg", 3],
    ["grey.jpg", 1],
  ])("%s keeps its dots and no notes", (name, channels) => {
    const picture = good(name);
    expect(picture).toMatchObject({ kind: "jpeg", channels, widthPx: 96, heightPx: 64 });
    const text = Buffer.from(picture.bytes).toString("latin1");
    expect(text).not.toMatch(/SECRET|Exif/);
    const scan = Buffer.from(fixture(name)).indexOf("ffda", "hex");
    expect(text.endsWith(Buffer.from(fixture(name).subarray(scan)).toString("latin1"))).toBe(true);
  });

  it("leaves out what stands behind its end", () => {
    const bytes = Buffer.concat([fixture("grey.jpg"), Buffer.from("SECRET")]);
    expect(Buffer.from(good("grey.jpg", bytes).bytes)).toEqual(Buffer.from(good("grey.jpg").bytes));
  });

  it.each([
    ["cmyk.jpg", "TRC3318 The colours of the picture are for a press (CMYK)"],
    ["turned.jpg", "TRC3318 The picture lies on its side"],
  ])("%s is refused", (name, found) => {
    expect(fault(name)).toContain(found);
  });

  it("that is cut off anywhere is damaged", () => {
    const whole = fixture("progressive.jpg");
    for (let length = 3; length < whole.length; length++)
      expect(fault("cut.jpg", whole.subarray(0, length))).toMatch(/^TRC3318/);
  });
});

describe("an SVG", () => {
  it("is resolved to its paths, without what is not seen", () => {
    const picture = good("emblem.svg");
    const text = Buffer.from(picture.bytes).toString("utf8");
    expect(text).not.toMatch(/SECRET|DOCTYPE|style|use|metadata/);
    expect(picture).toMatchObject({ kind: "svg", widthPx: 80, heightPx: 100 });
    expect(
      picture.kind === "svg" && picture.drawn?.map(({ fill }) => fill?.map((part) => Math.round(part * 255))),
    ).toEqual([
      [31, 78, 158],
      [255, 255, 255],
      [213, 43, 30],
      [184, 134, 11],
      [184, 134, 11],
      [184, 134, 11],
    ]);
  });

  it("is drawn in dots alike every time", () => {
    const picture = good("emblem.svg");
    const again = good("emblem.svg");
    if (picture.kind !== "svg" || again.kind !== "svg") throw new Error("no drawing");
    expect(Buffer.from(rasterOf(picture, 160).bytes).equals(rasterOf(again, 160).bytes)).toBe(true);
    expect(rasterOf(picture, 160)).toMatchObject({ widthPx: 160, heightPx: 200, channels: 3 });
  });

  it("with gradients is a picture of dots for those who know only plain colours", () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1"/></linearGradient><rect width="10" height="10" fill="url(#g)"/></svg>';
    expect(good("gradient.svg", Buffer.from(svg))).toMatchObject({ kind: "svg", drawn: null });
  });

  const inside = (content: string, before = ""): Uint8Array =>
    Buffer.from(
      `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"><path d="M0 0h9v9z"/>${content}</svg>`,
    );

  it.each([
    ["a script", inside("<script>alert(1)</script>")],
    ["a script", inside('<path d="M0 0h1v1z" onclick="alert(1)"/>')],
    ["definitions of entities", inside("&a;", '<!DOCTYPE svg [<!ENTITY a "aaaa">]>')],
    ["HTML or animation", inside("<foreignObject><p>a</p></foreignObject>")],
    ["a photograph", inside('<image href="data:image/png;base64,AAAA" width="5" height="5"/>')],
    ["a link", inside('<use xlink:href="http://example.org/a.svg#b"/>')],
    ["a link", inside('<rect width="5" height="5" style="fill:url(http://example.org/a)"/>')],
    ["a link", inside("<style>@import 'a.css';</style>")],
    ["text in a font", inside('<text x="1" y="5">а</text>')],
    ["too many copies", inside(`<g id="a"/>${'<use href="#a"/>'.repeat(17)}`)],
  ])("with %s is refused", (what, bytes) => {
    expect(fault("hostile.svg", bytes)).toContain(`TRC3320 The SVG holds ${what}`);
  });

  it("that would take long to read or to draw is refused", () => {
    const masks = Array.from(
      { length: 9 },
      (_, at) =>
        `<mask id="m${at}"><g mask="url(#m${at + 1})">${'<path d="M0 0h9v9z" fill="#fff"/>'.repeat(9)}</g></mask>`,
    );
    const masked = inside(
      `${masks.join("")}<mask id="m9"><path d="M0 0h9v9z" fill="#fff"/></mask><g mask="url(#m0)"><path d="M0 0h9v9z"/></g>`,
    );
    expect(fault("masks.svg", masked)).toMatch(/^TRC3320 The SVG holds a mask within/);
    expect(
      fault(
        "effect.svg",
        inside('<filter id="f"><feMorphology radius="5000"/></filter><g filter="url(#f)"><path d="M0 0h9v9z"/></g>'),
      ),
    ).toMatch(/^TRC3320 The SVG holds an element filter/);
    expect(fault("deep.svg", inside("<g>".repeat(100_000) + "</g>".repeat(100_000)))).toMatch(/^TRC33/);
    expect(fault("comments.svg", Buffer.from(`<svg ${"<!--".repeat(500_000)}`))).toMatch(/^TRC3318/);
    // What went wrong with one leaves the others as they were.
    expect(good("emblem.svg")).toMatchObject({ kind: "svg", widthPx: 80 });
  });

  it("that is no XML is damaged", () => {
    expect(fault("broken.svg", Buffer.from("<svg><path"))).toMatch(/^TRC3318/);
  });
});

describe("a file", () => {
  it("is refused by its size in bytes, by what is in it, and when it is not there", () => {
    expect(fault("noted.png", undefined, { ...LIMITS, mostKilobytes: 0.1 })).toMatch(/^TRC3319/);
    expect(fault("noted.jpg", fixture("noted.png"))).toBe("TRC3318 The file is called .jpg and holds PNG");
    expect(fault("skan.gif", Buffer.from("GIF89a"))).toMatch(/^TRC3318 The file holds no PNG/);
    const shelf = new PictureShelf(new Map([["pictures/emblema.svg", { bytes: fixture("emblem.svg"), digest: "" }]]));
    const near = shelf.get("pictures/emblem.svg", LIMITS);
    expect(isPictureFault(near) && JSON.stringify(near.hints)).toContain("pictures/emblema.svg");
    for (const path of ["../emblem.svg", "/etc/passwd", "pictures/../centre.yaml", "https://example.org/a.png"]) {
      const found = shelf.get(path, LIMITS);
      expect(isPictureFault(found) && found.finding.code).toBe("TRC3317");
    }
  });
});
