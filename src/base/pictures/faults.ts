import { text } from "../diagnostics/index.ts";
import { FINDINGS } from "./findings.ts";
import type { PictureFault, PictureLimits } from "./picture.ts";

/** The file is not whole. */
export function damaged(): PictureFault {
  return {
    finding: FINDINGS.TRC3318,
    message: text("Файл картинки повреждён или обрывается", "The file of the picture is damaged or cut off"),
    hints: text("Откройте подлинник и сохраните его заново", "Open the original and save it anew"),
  };
}

/** Its dots would take the memory of the machine. */
export function tooManyDots(width: number, height: number, { mostMegapixels }: PictureLimits): PictureFault {
  return {
    finding: FINDINGS.TRC3319,
    message: text(
      `В картинке слишком много точек: ${width} × ${height}, больше ${shown(mostMegapixels)} млн`,
      `The picture has too many dots: ${width} × ${height}, over ${mostMegapixels} million`,
    ),
    hints: text(
      "Уменьшите её: для печати хватает 300 точек на дюйм – 2480 × 3508 на весь лист А4",
      "Make it smaller: 300 dots to the inch are enough for print, 2480 × 3508 for a whole sheet of A4",
    ),
  };
}

/** The file is larger than it may be. */
export function tooManyBytes(bytes: number, { mostKilobytes }: PictureLimits): PictureFault {
  return {
    finding: FINDINGS.TRC3319,
    message: text(
      `Файл картинки слишком большой: ${Math.ceil(bytes / 1024)} КБ, больше ${mostKilobytes} КБ`,
      `The file of the picture is too large: ${Math.ceil(bytes / 1024)} KB, over ${mostKilobytes} KB`,
    ),
    hints: text(
      "Сохраните её с меньшим числом точек или как JPEG; меры – в профиле (picture)",
      "Save it with fewer dots or as a JPEG; the measures stand in the profile (picture)",
    ),
  };
}

/** Four inks: what a screen shows of them, every program guesses for itself. */
export function manyInks(): PictureFault {
  return {
    finding: FINDINGS.TRC3318,
    message: text(
      "Цвета картинки – для типографии (CMYK): каждая программа показала бы их по-своему",
      "The colours of the picture are for a press (CMYK): every program would show them in its own way",
    ),
    hints: text("Сохраните её в цветах RGB", "Save it in RGB colours"),
  };
}

/** A kind of JPEG that word processors and readers do not decode. */
export function unusualKind(): PictureFault {
  return {
    finding: FINDINGS.TRC3318,
    message: text("Такой вид JPEG открывают не все программы", "Not every program opens this kind of JPEG"),
    hints: text("Сохраните картинку как обычный JPEG или как PNG", "Save the picture as an ordinary JPEG or as a PNG"),
  };
}

/** Only a note says how to turn it, and notes are left out. */
export function turned(): PictureFault {
  return {
    finding: FINDINGS.TRC3318,
    message: text(
      "Снимок лежит на боку: повернуть его велит лишь пометка в файле, а пометки в документ не попадают",
      "The picture lies on its side: only a note in the file says to turn it, and notes do not come into documents",
    ),
    hints: text("Поверните его в программе просмотра и сохраните", "Turn it in a viewer and save it"),
  };
}

/** What is in the file is not what its name says. */
export function otherKind(named: string, found: string | null): PictureFault {
  return {
    finding: FINDINGS.TRC3318,
    message:
      found === null
        ? text(
            "В файле не картинка PNG, JPEG или SVG, как бы он ни назывался",
            "The file holds no PNG, JPEG or SVG, whatever it is called",
          )
        : text(`Файл назван .${named}, а в нём ${found}`, `The file is called .${named} and holds ${found}`),
    hints:
      found === null
        ? text("Сохраните картинку как PNG, JPEG или SVG", "Save the picture as PNG, JPEG or SVG")
        : text("Переименуйте файл по тому, что в нём", "Rename the file by what it holds"),
  };
}

/** What may be no part of a vector picture in a document. */
export function unsafeSvg(what: { readonly ru: string; readonly en: string }): PictureFault {
  return {
    finding: FINDINGS.TRC3320,
    message: text(`В SVG стоит ${what.ru}`, `The SVG holds ${what.en}`),
    hints: text(
      "Сохраните рисунок как простой SVG: буквы – кривыми, снимки – отдельным файлом, без ссылок и сценариев; или сохраните его как PNG",
      "Save the drawing as plain SVG: letters as paths, photographs in a file of their own, no links and no scripts; or save it as a PNG",
    ),
  };
}

function shown(number: number): string {
  return String(number).replace(".", ",");
}
