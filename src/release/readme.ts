/** How a stranger checks a bundle with common tools, as a file of the bundle. */
export const README = `КОМПЛЕКТ ДОКУМЕНТОВ

original/      подлинники: PDF (PDF/A-2a) и DOCX
public/        публичные редакции, если они есть; redactions.json – что в них скрыто и почему
sources/       записи и шаблоны, из которых сделаны документы
approvals/     одобрения: заявление (.json), одобренный текст (.txt), подпись (.json.sig), если есть
signatures/    отсоединённые подписи CMS; stamped/ – экземпляры для печати с отметкой о подписи
manifest.json  что в комплекте; provenance.intoto.json – из чего и чем сделано; sbom.cdx.json – состав программы
SHA256SUMS     контрольные суммы всех файлов, кроме signatures/ и stamped/

Проверка без программы trc, в папке с распакованным комплектом:

  sha256sum -c SHA256SUMS
      все файлы – те, что перечислены в SHA256SUMS

  openssl cms -verify -binary -inform DER -in signatures/SHA256SUMS.sig -content SHA256SUMS -noverify -out /dev/null
      перечень подписан ключом из сертификата; для ГОСТ добавьте -engine gost
      -noverify: доверие к самому сертификату проверяется отдельно (-CAfile)

  openssl cms -cmsout -print -inform DER -in signatures/SHA256SUMS.sig
      кто подписал: сертификат, владелец, срок

Проверка программой: trc verify <файл>; с пересборкой документов из записей: trc verify <файл> --rebuild
`;
