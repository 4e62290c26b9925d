import { defineFindings, text } from "../../base/diagnostics/index.ts";

/** The findings of this room. */
export const FINDINGS = defineFindings({
  TRC6503: {
    title: text("Нет слов публичной редакции (editions/public.yaml)", "Words of the public edition are missing"),
    why: text(
      "Слова, которыми заменяют изъятое, лежат в templates/editions/public.yaml",
      "The words that stand for what is withheld lie in templates/editions/public.yaml",
    ),
    hints: text(
      "Создайте editions/public.yaml в папке шаблонов по образцу из поставки trc",
      "Create editions/public.yaml in the templates folder after the one that comes with trc",
    ),
  },
  TRC6504: {
    norm: "Закон № 152-ФЗ, ст. 10.1",
    title: text(
      "В публичной редакции стоит то, что публиковать нельзя",
      "The public edition holds what must not be published",
    ),
    why: text(
      "Имя лица без согласия, телефон, счёт или почта набраны прямо в тексте. Назовите лицо ссылкой или должностью, впишите согласие (consent) в его запись, а если слово – не фамилия, добавьте его в notSurnames файла settings.yaml; если публиковать можно, впишите основание: waivers записи с кодом TRC6504 и этими словами (words)",
      "The name of a person without consent, a telephone, an account or an e-mail is typed in the text itself. Refer to the person by the record or by the post, put the consent into the record, or, where the word is no surname, add it to notSurnames of settings.yaml; where it may be published, write the ground: waivers of the record with the code TRC6504 and these words (words)",
    ),
    example: {
      wrong: '["9:30–10:00", "Регистрация участников", "Седых Л. Н."]',
      right: '["9:30–10:00", "Регистрация участников", {person: sedyh-ln}]',
    },
  },
  TRC6505: {
    norm: "Закон № 152-ФЗ, ст. 10.1",
    title: text(
      "В публичной редакции названо лицо, которого нет в записях",
      "The public edition names somebody without a record",
    ),
    why: text(
      "Имена детей и тех, кто не давал согласия, не публикуются. Замените имя числом участников или должностью; имена писателей и авторов книг перечислите в notSurnames файла settings.yaml",
      "Names of children and of those who gave no consent are not published. Put the number of participants or a post in place of the name; list the names of writers and authors of books in notSurnames of settings.yaml",
    ),
    hints: [
      text("Замените имя должностью или числом участников", "Put a post or a number of participants in its place"),
      text(
        "Если это не имя человека или имя автора книги, напишите слово в notSurnames файла settings.yaml",
        "If it is no name of a person, or that of an author of a book, write the word into notSurnames of settings.yaml",
      ),
      text(
        "Если публиковать можно, впишите основание: waivers: [{code: TRC6505, words: …, reason: …, date: …}]",
        "If it may be published, write the ground: waivers: [{code: TRC6505, words: …, reason: …, date: …}]",
      ),
    ],
    example: {
      wrong: "conclusions: [Победителем олимпиады стал Сидоров П. И.]",
      right: "conclusions: [Победителем олимпиады стал обучающийся 9 класса]",
    },
  },
  TRC6509: {
    title: text(
      "Документ с грифом ограничения доступа делается в публичной редакции",
      "A document with a mark of restricted access is made in the public edition",
    ),
    why: text(
      "То, что предназначено для служебного пользования, не публикуют",
      "What is for official use only is not published",
    ),
    hints: [
      text(
        "Гриф поставьте свойством restriction записи: такой документ в публичную редакцию не входит; выберите в --only другие документы",
        "Write the mark as the property restriction of the record: the public edition leaves such a document out; choose other documents with --only",
      ),
      text(
        "Если слова взяты из другой записи с грифом, уберите их из этого документа; если гриф не нужен, снимите его",
        "Take words of another record with a mark out of this document; take off a mark that is not needed",
      ),
    ],
    example: {
      wrong: ":::restriction\n::line[Для служебного пользования]\n:::",
      right: "restriction: {mark: Для служебного пользования, copy: 1}",
    },
  },
});
