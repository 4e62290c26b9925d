import { dossierOf } from "./dossier.ts";

/** A centre whose head may be named and whose teachers may not. */
export const leakDossier = dossierOf({
  "centre.yaml": `
names: [{full: муниципальное учреждение «Лицей имени Т. Г. Шевченко», short: Лицей, gender: neuter}]
territory: t
locality: д. Тихая
inn: "6700000014"
kpp: "670001001"
ogrn: "1026700000018"
address: 214500, д. Тихая, ул. Школьная, д. 1
bank: {name: Банк, bik: "016614901", singleTreasuryAccount: "40102810445370000055", treasuryAccount: "03234643666440006300"}
phone: "+7 (4812) 00-00-01"
email: school@example.org
heads: [{person: klenov-pa, title: директор}]
authority: {basis: charter, title: Устава}
abbreviation: ОО – ТРЦ
committee: o
institute: o
`,
  "settings.yaml": "notSurnames: [Тихая роща]\n",
  "territories/t.yaml":
    "names: [{full: район, short: район, common: район, gender: masculine}]\nregion: Смоленская область\n",
  "organisations/o.yaml":
    "role: committee\nnames: [{full: комитет, gender: masculine}]\nterritory: t\nlocality: г. Пример\n",
  "people/klenov-pa.yaml":
    "surname: Кленов\ngiven: Пётр\npatronymic: Андреевич\ngender: masculine\npositions: [{title: директор, organisation: centre}]\n",
  "people/klenov-dv.yaml":
    "surname: Кленов\ngiven: Денис\npatronymic: Викторович\ngender: masculine\npositions: [{title: учитель, organisation: centre}]\n",
  "people/shevchenko-dl.yaml":
    'surname: Шевченко\ngiven: Дмитрий\npatronymic: Львович\ngender: masculine\nphone: "+7 (4812) 00-00-05"\nemail: d@example.org\npositions: [{title: учитель, organisation: centre}]\n',
  "people/kuznets-mr.yaml":
    "surname: Кузнец\ngiven: Марк\npatronymic: Романович\ngender: masculine\nsurnameCases: {genitive: Кузнеца, dative: Кузнецу}\npositions: [{title: учитель, organisation: centre}]\n",
  "people/lugovskaya-ma.yaml":
    "surname: Луговская\ngiven: Марина\npatronymic: Антоновна\ngender: feminine\npositions: [{title: учитель, organisation: centre}]\n",
  "people/tihaya-ev.yaml":
    "surname: Тихая\ngiven: Елена\npatronymic: Владимировна\ngender: feminine\npositions: [{title: учитель, organisation: centre}]\n",
});
