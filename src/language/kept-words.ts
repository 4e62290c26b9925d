/**
 * Words that a line does not part from their neighbours, by kind: parts of patterns, with bars between. A word of three letters and more may
 * begin with a capital.
 */
export const KEPT = {
  /** What a number of an organisation, an account, a payment or a standard stands behind. */
  codes:
    "ИНН|КПП|ИКУ|ИКЗ|ЕЛС|КИО|НДС|ОГРН|ОГРНИП|ОК[А-Я]{2,5}|БИК|КБК|УИН|УИП|СНИЛС|ЕРН|ФИАС|УРН|[ркл]/с(?:ч(?:[её]т\\p{Ll}?)?)?|корр?/с|IBAN|ГОСТ|ОСТ|ТУ|СТО|СТП|РД|СН|СП|СНиП|СанПиН|ГН|МР|МУК?|НПБ|ППБ|ПБ|ВСН|РМГ|ИСО|ISO|МЭК|IEC|EN|ТС|ЕАЭС|ФЗ|МДС|Р",
  /** Behind the name of a code, a standard or an organisation. */
  levels: "ВО|ДПО|ДО|СПО|НОО|СОО|ОВЗ|УО|РФ|СССР|РСФСР|СНГ|ТС|ЕАЭС",
  /** Programmes and standards of schooling: they hold the level that they are for. */
  standards: "ФГОС|ФОП|ФАОП|А?ООП|АОП|ФРП",
  /** Abbreviations before a number, a name or a word, but for those that typography knows. */
  abbreviations:
    "абз|акад|ал|аул|ауд|бул|вх|вып|гр|доб|доц|зд|изд|ил|им|инв|исх|кн|ком|кор|корп|лит|мкр|моб|наб|о|оз|оф|пер|пл|подп|подъезд|пом|пос|пр|прим|просп|проф|р|рег|респ|сл|см|ср|т|тел|тер|тов|туп|факс|х|ш|эт",
  /** Those that typography knows, behind them a № or with a capital. */
  known: "ст|п|пп|ч|разд|рис|табл|прил|гл|л|д|кв|каб|стр|с|г|ул|дер|обл",
  /** The same with a hyphen inside. */
  hyphened: "пр-к?т|пр-з?д|б-р|кв-л|м-н|мкр?-н|ст-ца|д-р|г-н|г-жа|гр-н|гр-ка|пгт|рп|а/я|ж/д|[сг]/п|г/о|п/о|врио",
  /** Abbreviations that close what they stand in: what follows may open a line. */
  closing: "др|пр|руб|коп|шт|чел|экз|тыс|мин|час|сек|мес|нед|сут|дн|обл|гг|вв|ст|сот",
  /** Legal forms before a name. */
  forms: "ИП|ООО|ПАО|НАО|ОАО|ЗАО|АО|КФХ|АНО|НКО|СНТ|ТСЖ|ТСН",
  /** Parts of a paper and of an address that have a number, but for those that typography knows. */
  parts:
    "абзац|аудитори|вариант|верси|выпуск|граф|дом|индекс|кабинет|квартир|комнат|корпус|лист|литер|модул|номер|офис|параграф|подъезд|позици|помещени|сери|страниц|строени|строк|телефон|том|факс|формат|шаг|шрифт|этаж",
  /** Parts that have a Roman number. */
  chapters: "стат|пункт|раздел|глав|част|том|книг|этап|тур|уров|степен|групп|категори|очеред",
  /** Parts of an act in a chain of references. */
  links: "абз|гл|пп?|подп|разд|ст|ч",
  /** Parts of a paper whose numbers stand in a row: «рис. 1, 2». */
  listed: "стр|рис|табл|прил",
  /** The same in words: «пункты 1, 2 и 3». */
  listedWords: "абзац|граф|лист|подпункт|приложени|пункт|раздел|рисун|стать|страниц|строк|таблиц|част",
  /** What has a number in a row: of Roman figures, of Arabic ones, with an ending or without. */
  rows: "вв?\\.|век|столети|тысячелети|квартал|полугоди|триместр|четверт|категори|степен|групп|класс|этап|тур(?!\\p{Ll}{4})|разряд|смен|созыв|съезд|мест[оа]|этаж|урок|числ|очеред|кв\\.|курс|семестр|поток|отряд|кл\\.",
  months: "январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр",
  monthsShort: "янв|февр?|мар|апр|авг|сент?|окт|нояб?|дек",
  /** Units that no letter follows. */
  units:
    "А|В|Вт|ГБ|Гб|г|га|гг|Гц|[кМ]?Дж|дБ|дм|ед|[кК]Вт|кг|[кМГ]Гц|[кМГТ]бит|КБ|км|комн|л|лк|м|М[бБ]|[мк]?А|мес|мг|мин|мк[мг]|мл|млн|млрд|мм|м[²³]|Н|нед|[кМ]?Па|раза?|сек|см|сут|т|тыс|трлн|уч|ч|чел|шт|экз|долл|об|пт|ц",
  /** What is counted, by its beginning, but for what typography knows. */
  counted:
    "балл|градус|грамм|гектар|долей|доллар|евро|единиц|комплект|копе|литр|мест[оа]?(?!\\p{L})|месяц|метр|миллиард|миллион|минут|недел|процент|пункт|рубл|сантиметр|миллиметр|килограмм|километр|секунд|ставк|страниц|сутк|суток|тонн|тысяч|человек|штук|экземпляр",
  /** The same behind a number that is no number of something: short words alone, a long one would leave its line loose. */
  things:
    "блок|взнос|вопрос|встреч|выезд|детей|договор|занят|книг|команд|компьютер|лиц[ао]?(?!\\p{L})|модул|набор|пар[аы]?(?!\\p{L})|пачк|позици|приказ|раздел|семей|семинар|слушател|специалист|учащ|участни|учени|урок|член|школ",
  /** Years that are no calendar years. */
  years: "учебн|финансов|отч[её]тн",
} as const;
