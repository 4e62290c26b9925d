import { defineFindings, type Text, text } from "../../base/diagnostics/index.ts";
import type { FaceName } from "./font-files.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC5010: {
    title: text("Файл шрифта не годится", "A font file cannot be used"),
    why: text(
      "Из файла берут ширину букв и вкладывают его часть в PDF: он должен быть целым и обычным",
      "Widths of letters are taken from the file and a part of it is embedded in PDF: it has to be whole and ordinary",
    ),
    message: (path: string, fault: Text) => text(`Шрифт «${path}»: ${fault.ru}`, `The font "${path}": ${fault.en}`),
    example: { wrong: "fonts/PTSerif.ttc", right: "fonts/PTSerif-Regular.ttf" },
  },
  TRC5011: {
    title: text("Лицензия шрифта не даёт вложить его в PDF", "The licence of a font does not let it be embedded"),
    why: text(
      "Правообладатель пишет это в самом файле (OS/2, fsType); архивный PDF без вложенного шрифта не допускается",
      "Its author says so in the file (OS/2, fsType); an archival PDF without its fonts is not admitted",
    ),
    message: (path: string, bits: "none" | "whole" | "bitmaps") =>
      text(`Шрифт «${path}»: ${FORBIDS[bits].ru}`, `The font "${path}": ${FORBIDS[bits].en}`),
    hints: text(
      "Возьмите шрифт, лицензия которого разрешает вложение: PT Astra Serif, PT Serif, Liberation Serif",
      "Take a font whose licence allows it: PT Astra Serif, PT Serif, Liberation Serif",
    ),
    example: { wrong: "fsType 2 (Restricted License)", right: "fsType 0, 4, 8" },
  },
  TRC5012: {
    title: text("Гарнитуры нет в папке шрифтов", "A family is not in the folder of fonts"),
    why: text(
      "Гарнитуру называют так, как она называет себя сама; её файлы лежат в папке fonts рядом с записями",
      "A family is called as it calls itself; its files lie in the folder fonts beside the records",
    ),
    message: (name: string) => text(`Гарнитуры «${name}» нет`, `There is no family "${name}"`),
    example: { wrong: "font: PT Serif Regular", right: "font: PT Serif" },
  },
  TRC5013: {
    title: text("Два файла одного начертания", "Two files of one style"),
    why: text("Неясно, который из них печатать", "Nobody knows which of them to print"),
    message: (first: string, second: string, face: FaceName) =>
      text(
        `«${first}» и «${second}» – одно и то же начертание: ${FACE_TITLES[face].ru}`,
        `"${first}" and "${second}" are the same style: ${FACE_TITLES[face].en}`,
      ),
    hints: text(
      "Оставьте один из них (полужирное узнают по «Bold» в имени файла, «Semibold» и «Medium» уберите)",
      'Keep one of them (the bold one has "Bold" in its name; take "Semibold" and "Medium" away)',
    ),
    example: { wrong: "fonts/PTSerif-Bold.ttf, fonts/PTF75F.ttf", right: "fonts/PTSerif-Bold.ttf" },
  },
  TRC5014: {
    severity: "warning",
    title: text("Шрифтом никто не пользуется", "Nothing uses a font"),
    why: text(
      "Гарнитура действует, только если названа в settings.yaml",
      "A family has an effect only if settings.yaml names it",
    ),
    message: (path: string, [family = ""]: readonly string[]) =>
      text(
        `«${path}» – гарнитура «${family}», настройки её не называют`,
        `"${path}" is of the family "${family}", which the settings do not name`,
      ),
    hints: (_path: string, [family = ""]: readonly string[]) =>
      text(
        `Напишите в settings.yaml: font: ${family} – или уберите файл`,
        `Write in settings.yaml: font: ${family}, or take the file away`,
      ),
    example: { wrong: "font: PT Serif, fonts/PTSans-Regular.ttf", right: "font: PT Serif, fonts/PTSerif-Regular.ttf" },
  },
  TRC5015: {
    title: text("У гарнитуры нет начертания", "A family lacks a style"),
    why: text(
      "Документам нужны все четыре; подделанное программой шире настоящего, и страницы разошлись бы",
      "Documents need all four; one faked by a program is wider than a real one, and pages would differ",
    ),
    message: (name: string, faces: readonly FaceName[]) =>
      text(
        `У гарнитуры «${name}» нет начертаний: ${faces.map((face) => FACE_TITLES[face].ru).join(", ")}`,
        `The family "${name}" lacks the styles: ${faces.map((face) => FACE_TITLES[face].en).join(", ")}`,
      ),
    hints: text(
      "Положите их файлы в папку fonts или назовите другую гарнитуру",
      "Put their files into the folder fonts, or name another family",
    ),
    example: { wrong: "fonts/PTSerif-Regular.ttf", right: "fonts/PTSerif-Regular.ttf, …-Bold, …-Italic, …-BoldItalic" },
  },
  TRC5016: {
    severity: "warning",
    title: text(
      "Высоту строки этого шрифта программы понимают по-разному",
      "Programs take the line of a font differently",
    ),
    why: text(
      "Высота стоит в файле дважды (hhea и OS/2) или своя у каждого начертания; страницы считаются, как в Word",
      "Its height stands in the file twice (hhea and OS/2), or each style has its own; pages are counted as in Word",
    ),
    message: (path: string, name: string) =>
      text(
        `«${path}»: высота строки гарнитуры «${name}» в Word и LibreOffice или в разных начертаниях разная`,
        `"${path}": the height of a line of the family "${name}" differs in Word and LibreOffice, or between its styles`,
      ),
    hints: text(
      "Проверьте страницы DOCX в своей программе или возьмите другой выпуск гарнитуры",
      "Look at the pages of DOCX in your program, or take another release of the family",
    ),
    example: { wrong: "hhea 900, OS/2 winAscent 1050", right: "hhea 1050, OS/2 winAscent 1050" },
  },
});

const FORBIDS = {
  none: text("вкладывать в документы запрещено", "it may not be embedded in documents"),
  whole: text("запрещено вкладывать часть шрифта", "a part of it may not be embedded"),
  bitmaps: text("вкладывать можно только растровые знаки", "only its bitmaps may be embedded"),
} as const;

/** Styles as findings name them. */
export const FACE_TITLES: { readonly [name in FaceName]: Text } = {
  regular: text("обычное", "regular"),
  bold: text("полужирное", "bold"),
  italic: text("курсив", "italic"),
  boldItalic: text("полужирный курсив", "bold italic"),
};
