import { defineFindings, text } from "../diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC3317: {
    title: text("Файла картинки нет", "There is no such file of a picture"),
    why: text(
      "Картинки лежат в папке pictures среди записей; из других мест, по ссылкам и из сети они не берутся",
      "Pictures lie in the folder pictures among the records; they are not taken from other places, through links or from the net",
    ),
    example: {
      wrong: '::picture{file="../shema.png" alt="Схема проезда"}',
      right: '::picture{file="pictures/shema.png" alt="Схема проезда"}',
    },
  },
  TRC3318: {
    title: text("Картинку такого вида не напечатать", "A picture of a kind that cannot be printed"),
    why: text(
      "Одна и та же картинка должна выйти в DOCX и PDF одинаково, в любой программе",
      "The same picture has to come out alike in DOCX and PDF, in every program",
    ),
    example: {
      wrong: '::picture{file="pictures/skan.gif" alt="Скан устава"}',
      right: '::picture{file="pictures/skan.png" alt="Скан устава"}',
    },
  },
  TRC3319: {
    title: text("Картинка слишком большая", "A picture that is too large"),
    why: text(
      "Меры – в профиле (picture): документ с ней долго открывался бы и не прошёл бы по почте",
      "The measures stand in the profile (picture): a document with it would be slow to open and too large to send",
    ),
    example: {
      wrong: "picture: {mostKilobytes: 0}",
      right: "picture: {mostKilobytes: 4096}",
    },
  },
  TRC3320: {
    title: text("SVG с тем, чего в документе быть не может", "An SVG with what no document may hold"),
    why: text(
      "Сценарии и ссылки делают файл опасным, а чужие шрифты и снимки – разным на разных машинах",
      "Scripts and links make a file dangerous; fonts and photographs of others make it differ between machines",
    ),
    example: { wrong: "<svg><script>…</script></svg>", right: '<svg><path d="M 0 0 L 10 10"/></svg>' },
  },
});
