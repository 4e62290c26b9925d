/**
 * Words that a line does not part from their neighbours, by kind: parts of patterns, with bars between. A word of three letters and more may
 * begin with a capital.
 */
export const KEPT = {
  /** What a number of an organisation, an account, a payment or a standard stands behind. */
  codes:
    "ИНН|КПП|ИКУ|ИКЗ|ЕЛС|КИО|НДС|ОГРН|ОГРНИП|ОК[А-Я]{2,5}|БИК|КБК|УИН|УИП|СНИЛС|ЕРН|ФИАС|УРН|[ркл]/сч?|IBAN|ГОСТ|ОСТ|ТУ|СТО|СТП|РД|СН|СП|СНиП|СанПиН|ГН|МР|МУК?|НПБ|ППБ|ПБ|ВСН|РМГ|ИСО|ISO|МЭК|IEC|EN|ТС|ЕАЭС|ФЗ",
  /** Behind the name of a code, a standard or an organisation. */
  levels: "ВО|ДПО|ДО|СПО|НОО|СОО|ОВЗ|УО|РФ|СССР|РСФСР|СНГ|ТС|ЕАЭС",
  /** Programmes and standards of schooling: they hold the level that they are for. */
  standards: "ФГОС|ФОП|ФАОП|А?ООП|АОП|ФРП",
  /** Abbreviations before a number, a name or a word, but for those that typography knows. */
  abbreviations:
    "абз|акад|ал|аул|ауд|бул|вх|вып|гр|доб|доц|зд|изд|ил|им|инв|исх|кн|ком|корп|лит|мкр|моб|наб|о|оз|оф|пер|пл|подп|подъезд|пом|пос|пр|прим|просп|проф|р|рег|респ|сл|см|ср|т|тел|тер|туп|факс|х|ш|эт",
  /** Those that typography knows, behind them a № or with a capital. */
  known: "ст|п|пп|ч|разд|рис|табл|прил|гл|л|д|кв|каб|стр|с|г|ул|дер|обл",
  /** The same with a hyphen inside. */
  hyphened: "пр-к?т|пр-д|б-р|кв-л|м-н|мк-н|ст-ца|д-р|г-н|г-жа|пгт|рп|а/я|ж/д",
  /** Abbreviations that close what they stand in: what follows may open a line. */
  closing: "др|пр|руб|коп|шт|чел|экз|тыс|мин|час|сек|мес|нед|сут|дн|обл|гг|вв|ст|сот",
  /** Legal forms before a name. */
  forms: "ИП|ООО|ПАО|НАО|ОАО|ЗАО|АО|КФХ|АНО|НКО|СНТ|ТСЖ|ТСН",
  /** Parts of a paper and of an address that have a number, but for those that typography knows. */
  parts:
    "абзац|аудитори|вариант|выпуск|граф|дом|индекс|кабинет|квартир|комнат|корпус|лист|литер|модул|номер|офис|параграф|подъезд|позици|помещени|сери|страниц|строени|строк|телефон|том|факс|шаг|этаж",
  /** Parts that have a Roman number. */
  chapters: "стат|пункт|раздел|глав|част|том|книг|этап|тур|уров|степен|групп|категори|очеред",
  /** Parts of an act in a chain of references. */
  links: "абз|гл|пп?|подп|разд|ст|ч",
  /** What has a number in a row: of Roman figures, of Arabic ones, with an ending or without. */
  rows: "вв?\\.|век|столети|тысячелети|квартал|полугоди|триместр|четверт|категори|степен|групп|класс|этап|тур(?!\\p{Ll}{4})|разряд|смен|созыв|съезд|этаж|урок|числ|очеред|курс|семестр|поток|отряд|кл\\.",
  months: "январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр",
  monthsShort: "янв|февр?|мар|апр|авг|сент?|окт|нояб?|дек",
  /** Units that no letter follows. */
  units:
    "А|В|Вт|ГБ|Гб|г|га|гг|Гц|[кМ]?Дж|дБ|дм|ед|[кК]Вт|кг|[кМГ]Гц|КБ|км|комн|л|лк|м|М[бБ]|[мк]?А|мес|мг|мин|мк[мг]|мл|млн|млрд|мм|м[²³]|Н|нед|[кМ]?Па|раза?|сек|см|сут|т|тыс|трлн|уч|ч|чел|шт|экз|долл|об|ц",
  /** What is counted, by its beginning, but for what typography knows. */
  counted:
    "балл|градус|грамм|гектар|долей|доллар|евро|единиц|комплект|копе|литр|мест[оа]?(?!\\p{L})|месяц|метр|миллиард|миллион|минут|недел|процент|пункт|рубл|сантиметр|миллиметр|килограмм|километр|секунд|ставк|страниц|сутк|суток|тонн|тысяч|человек|штук|экземпляр",
} as const;
