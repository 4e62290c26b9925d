/** What a stranger finds beside the bags; its digest stands in every accession. */
export const README_NAME = "README.txt";

export const README = `АРХИВ ИЗДАННЫХ ДОКУМЕНТОВ

Здесь нет базы данных и не нужна никакая программа: только файлы.

  accessions/000001.txt …  книга поступлений: по файлу на документ, по порядку
  ГГГГ/ДОКУМЕНТ/           пакет BagIt (RFC 8493) с документом

В пакете, в папке data/:
  document.pdf         подлинник (PDF/A)
  document.pdf.sig     отсоединённая электронная подпись, если она есть (вторая – document.pdf.2.sig)
  source.docx          рабочий экземпляр, не подлинник
  words.txt            слова документа, по абзацу в строке
  passport.xml         паспорт: кто, что, когда, дело, срок хранения, подписи
  register-entry.yaml  запись реестра изданных документов
  register-heads.txt   последние записи всех рядов реестра на день приёма
  records/ templates/  записи и шаблоны, из которых сделан документ

КАК ПРОВЕРИТЬ, ЧТО НИЧЕГО НЕ ИЗМЕНЕНО (Linux, macOS, Windows с Git Bash)

1. Пакет:
     cd ГГГГ/ДОКУМЕНТ
     sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt
     sha512sum -c manifest-sha512.txt tagmanifest-sha512.txt
   Лишних файлов быть не должно: все файлы папки data/ перечислены в manifest-sha256.txt.
   То же одной командой: bagit.py --validate ГГГГ/ДОКУМЕНТ

2. Книга поступлений: строка Seal каждого файла – это SHA-256 всех строк выше неё,
   строка Previous – Seal предыдущего файла:
     head -n -1 accessions/000002.txt | sha256sum
     tail -n 1 accessions/000001.txt

3. Пакет и книга: строка Tagmanifest-SHA256 в книге – это
     sha256sum ГГГГ/ДОКУМЕНТ/tagmanifest-sha256.txt
   По ней видно, что пакет не подменён целиком, а по номерам – что ни один не изъят.
`;
