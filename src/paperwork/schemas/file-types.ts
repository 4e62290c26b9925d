// Generated from the schemas by `npm run schemas`; change the schemas, not this file.

/**
 * В именительном падеже.
 */
export type NoName1 = string;
/**
 * Как говорят в тексте.
 */
export type NoName2 = string;
/**
 * Субъект Российской Федерации.
 */
export type NoName3 = string;
/**
 * По уставу, в именительном падеже.
 */
export type NoName5 = string;
/**
 * По уставу.
 */
export type NoName6 = string;
/**
 * С типом: он печатается как место составления.
 */
export type NoName7 = string;
/**
 * Одной строкой, от индекса.
 */
export type NoName8 = string;
/**
 * 10 цифр, в кавычках.
 */
export type NoName9 = string;
/**
 * 9 знаков, в кавычках.
 */
export type NoName10 = string;
/**
 * 13 цифр, в кавычках.
 */
export type NoName11 = string;
/**
 * Служебный.
 */
export type NoName12 = string;
/**
 * Служебная.
 */
export type NoName13 = string;
/**
 * Полностью, в именительном падеже, через пробел.
 */
export type NoName15 = string;
/**
 * В именительном падеже, строчными.
 */
export type NoName16 = string;
/**
 * С https://.
 */
export type NoName17 = string;
/**
 * По положению о нём, в именительном падеже, со строчной.
 */
export type NoName19 = string;
/**
 * Как его называют в документах, с прописной: им заменяется полное наименование.
 */
export type NoName20 = string;
/**
 * С типом: он печатается как место составления.
 */
export type NoName21 = string;
/**
 * Одной строкой, от индекса.
 */
export type NoName22 = string;
/**
 * 10 цифр, в кавычках.
 */
export type NoName23 = string;
/**
 * 9 знаков, в кавычках.
 */
export type NoName24 = string;
/**
 * 13 цифр, в кавычках.
 */
export type NoName25 = string;
/**
 * Служебный.
 */
export type NoName26 = string;
/**
 * Служебная.
 */
export type NoName27 = string;
/**
 * Полностью, в именительном падеже, через пробел.
 */
export type NoName29 = string;
/**
 * В именительном падеже, строчными.
 */
export type NoName30 = string;
/**
 * Полностью, в именительном падеже, через пробел.
 */
export type NoName31 = string;
/**
 * В именительном падеже, строчными.
 */
export type NoName32 = string;
/**
 * По уставу, в именительном падеже.
 */
export type NoName34 = string;
/**
 * По уставу.
 */
export type NoName35 = string;
/**
 * С типом: он печатается как место составления.
 */
export type NoName36 = string;
/**
 * По уставу, в именительном падеже.
 */
export type NoName39 = string;
/**
 * По уставу.
 */
export type NoName40 = string;
/**
 * С типом: он печатается как место составления.
 */
export type NoName41 = string;
/**
 * Одной строкой, от индекса.
 */
export type NoName42 = string;
/**
 * 10 цифр, в кавычках.
 */
export type NoName43 = string;
/**
 * 9 знаков, в кавычках.
 */
export type NoName44 = string;
/**
 * 13 цифр, в кавычках.
 */
export type NoName45 = string;
/**
 * Служебный.
 */
export type NoName46 = string;
/**
 * Служебная.
 */
export type NoName47 = string;
/**
 * Полностью, в именительном падеже, через пробел.
 */
export type NoName49 = string;
/**
 * В именительном падеже, строчными.
 */
export type NoName50 = string;
/**
 * Название округа, который возглавляет базовая школа.
 */
export type NoName51 = string;
/**
 * По уставу, в именительном падеже.
 */
export type NoName54 = string;
/**
 * По уставу.
 */
export type NoName55 = string;
/**
 * С типом: он печатается как место составления.
 */
export type NoName56 = string;
/**
 * Школы округа, кроме базовой.
 */
export type NoName52 = NoName53[];
/**
 * Базовые школы, по одной на округ: от 0 до 12.
 *
 * @maxItems 12
 */
export type NoName37 = NoName38[];
/**
 * Полностью, в именительном падеже, через пробел.
 */
export type NoName58 = string;
/**
 * В именительном падеже, строчными.
 */
export type NoName59 = string;
/**
 * Полностью, в именительном падеже, через пробел.
 */
export type NoName61 = string;
/**
 * В именительном падеже, строчными.
 */
export type NoName62 = string;
/**
 * Как в подлиннике; по умолчанию 1-ОД.
 */
export type NoName64 = string;
/**
 * ГГГГ-ММ-ДД; по умолчанию ближайший рабочий день.
 */
export type NoName65 = string;
/**
 * С какого номера начать; по умолчанию 1-ОД.
 */
export type NoName66 = string;

/**
 * Из чего создаётся папка записей нового центра.
 */
export interface AnswersFile {
  territory: NoName;
  centre: NoName4;
  committee: NoName18;
  institute: NoName33;
  bases: NoName37;
  coordinator: NoName57;
  clerk: NoName60;
  statusOrder?: NoName63;
  firstOrder?: NoName66;
  /**
   * Формы слов, в которых программа сомневается: подтверждённые человеком. Из них делается словарь lexicon.yaml.
   *
   * @minItems 1
   *
   * Items: Слово и его формы.
   */
  forms?: [
    {
      /**
       * Что это: фамилия, имя, должность, наименование.
       */
      kind: "surname" | "given" | "position" | "organisation";
      /**
       * Слово в именительном падеже, как в ответах.
       */
      text: string;
      /**
       * Пол, если слово – фамилия или имя.
       */
      gender?: "feminine" | "masculine";
      /**
       * Падежные формы.
       */
      cases: {
        /**
         * Родительный: кого, чего.
         */
        genitive?: string;
        /**
         * Дательный: кому, чему.
         */
        dative?: string;
        /**
         * Винительный: кого, что.
         */
        accusative?: string;
        /**
         * Творительный: кем, чем.
         */
        instrumental?: string;
        /**
         * Предложный: о ком, о чём.
         */
        prepositional?: string;
      };
    },
    ...{
      /**
       * Что это: фамилия, имя, должность, наименование.
       */
      kind: "surname" | "given" | "position" | "organisation";
      /**
       * Слово в именительном падеже, как в ответах.
       */
      text: string;
      /**
       * Пол, если слово – фамилия или имя.
       */
      gender?: "feminine" | "masculine";
      /**
       * Падежные формы.
       */
      cases: {
        /**
         * Родительный: кого, чего.
         */
        genitive?: string;
        /**
         * Дательный: кому, чему.
         */
        dative?: string;
        /**
         * Винительный: кого, что.
         */
        accusative?: string;
        /**
         * Творительный: кем, чем.
         */
        instrumental?: string;
        /**
         * Предложный: о ком, о чём.
         */
        prepositional?: string;
      };
    }[]
  ];
}
/**
 * Район или округ, в котором работает центр.
 */
export interface NoName {
  full: NoName1;
  short: NoName2;
  /**
   * Слово для текста: район или округ; по умолчанию – последнее слово краткого названия.
   */
  common?: string;
  region: NoName3;
}
/**
 * Школа, которая ведёт комплект.
 */
export interface NoName4 {
  full: NoName5;
  short: NoName6;
  /**
   * Род наименования, если программа не поняла его сама.
   */
  gender?: "neuter" | "masculine" | "feminine";
  /**
   * Чья школа, если этого не видно из полного наименования.
   */
  founder?: "municipality" | "region" | "federation" | "private";
  locality: NoName7;
  address: NoName8;
  inn: NoName9;
  kpp: NoName10;
  ogrn: NoName11;
  phone?: NoName12;
  email?: NoName13;
  head: NoName14;
  site?: NoName17;
  /**
   * Сокращение центра в документах; по умолчанию ОО – ТРЦ.
   */
  abbreviation?: string;
}
/**
 * Кто подписывает документы школы.
 */
export interface NoName14 {
  name: NoName15;
  title: NoName16;
  /**
   * Пол, если его не видно по отчеству.
   */
  gender?: "feminine" | "masculine";
  /**
   * С какого дня в должности, ГГГГ-ММ-ДД.
   */
  from?: string;
  /**
   * Если исполняет обязанности: приказ, на основании которого он действует. Должность (title) – та, обязанности по которой исполняются.
   */
  acting?: {
    /**
     * Номер приказа, в кавычках.
     */
    orderNumber: string;
    /**
     * Дата приказа, ГГГГ-ММ-ДД.
     */
    orderDate: string;
  };
}
/**
 * Комитет, управление, отдел, департамент: кто присваивает статус.
 */
export interface NoName18 {
  full: NoName19;
  short: NoName20;
  /**
   * Род наименования, если программа не поняла его сама.
   */
  gender?: "neuter" | "masculine" | "feminine";
  locality: NoName21;
  address?: NoName22;
  inn?: NoName23;
  kpp?: NoName24;
  ogrn?: NoName25;
  phone?: NoName26;
  email?: NoName27;
  head: NoName28;
  /**
   * На основании чего действует руководитель, в родительном падеже.
   */
  authority?: string;
  /**
   * Работник органа, который готовит приказ о статусе и размещает его на сайте; без него исполнитель не указывается.
   */
  executor?: {
    name: NoName31;
    title: NoName32;
    /**
     * Пол, если его не видно по отчеству.
     */
    gender?: "feminine" | "masculine";
    /**
     * С какого дня в должности, ГГГГ-ММ-ДД.
     */
    from?: string;
  };
}
/**
 * Кто подписывает приказ о статусе.
 */
export interface NoName28 {
  name: NoName29;
  title: NoName30;
  /**
   * Пол, если его не видно по отчеству.
   */
  gender?: "feminine" | "masculine";
  /**
   * С какого дня в должности, ГГГГ-ММ-ДД.
   */
  from?: string;
  /**
   * Если исполняет обязанности: приказ, на основании которого он действует. Должность (title) – та, обязанности по которой исполняются.
   */
  acting?: {
    /**
     * Номер приказа, в кавычках.
     */
    orderNumber: string;
    /**
     * Дата приказа, ГГГГ-ММ-ДД.
     */
    orderDate: string;
  };
}
/**
 * С кем проводят курсы и кто сопровождает центр.
 */
export interface NoName33 {
  full: NoName34;
  short?: NoName35;
  /**
   * Род наименования, если программа не поняла его сама.
   */
  gender?: "neuter" | "masculine" | "feminine";
  locality: NoName36;
}
/**
 * Базовая школа, которая возглавляет образовательный округ.
 */
export interface NoName38 {
  full: NoName39;
  short: NoName40;
  /**
   * Род наименования, если программа не поняла его сама.
   */
  gender?: "neuter" | "masculine" | "feminine";
  locality: NoName41;
  address?: NoName42;
  inn?: NoName43;
  kpp?: NoName44;
  ogrn?: NoName45;
  phone?: NoName46;
  email?: NoName47;
  head: NoName48;
  district: NoName51;
  schools: NoName52;
}
/**
 * Кто подписывает договор.
 */
export interface NoName48 {
  name: NoName49;
  title: NoName50;
  /**
   * Пол, если его не видно по отчеству.
   */
  gender?: "feminine" | "masculine";
  /**
   * С какого дня в должности, ГГГГ-ММ-ДД.
   */
  from?: string;
  /**
   * Если исполняет обязанности: приказ, на основании которого он действует. Должность (title) – та, обязанности по которой исполняются.
   */
  acting?: {
    /**
     * Номер приказа, в кавычках.
     */
    orderNumber: string;
    /**
     * Дата приказа, ГГГГ-ММ-ДД.
     */
    orderDate: string;
  };
}
/**
 * Школа образовательного округа.
 */
export interface NoName53 {
  full: NoName54;
  short?: NoName55;
  /**
   * Род наименования, если программа не поняла его сама.
   */
  gender?: "neuter" | "masculine" | "feminine";
  locality: NoName56;
}
/**
 * Заместитель директора, который ведёт работу центра.
 */
export interface NoName57 {
  name: NoName58;
  title: NoName59;
  /**
   * Пол, если его не видно по отчеству.
   */
  gender?: "feminine" | "masculine";
  /**
   * С какого дня в должности, ГГГГ-ММ-ДД.
   */
  from?: string;
}
/**
 * Кто готовит приказы.
 */
export interface NoName60 {
  name: NoName61;
  title: NoName62;
  /**
   * Пол, если его не видно по отчеству.
   */
  gender?: "feminine" | "masculine";
  /**
   * С какого дня в должности, ГГГГ-ММ-ДД.
   */
  from?: string;
}
/**
 * Номер и дата, если приказ издан.
 */
export interface NoName63 {
  number?: NoName64;
  date?: NoName65;
}

/**
 * Сроки хранения, паспорт документа и памятка архива словами.
 */
export interface ArchiveWordingFile {
  /**
   * Сроки хранения словами.
   */
  terms: {
    /**
     * Хранят всегда.
     */
    permanent: string;
    /**
     * До ликвидации организации.
     */
    "until-liquidation": string;
    /**
     * Столько же, сколько основной документ.
     */
    "with-document": string;
    /**
     * До замены новым.
     */
    "until-replaced": string;
    /**
     * Пока нужен.
     */
    "until-needed": string;
  };
  /**
   * Срок вида, у которого он не назван.
   */
  withoutTerm: string;
  /**
   * Год при числе: год, года, лет.
   *
   * @minItems 3
   * @maxItems 3
   */
  years: [string, string, string];
  /**
   * Отметка ЭПК.
   */
  expertReview: string;
  /**
   * Доступ к документу.
   */
  access: {
    /**
     * Документ, у которого есть публичная редакция.
     */
    public: string;
    /**
     * Документ без публичной редакции.
     */
    internal: string;
  };
  /**
   * События в паспорте.
   */
  events: {
    /**
     * Издан.
     */
    issued: string;
    /**
     * Принят в архив.
     */
    archived: string;
    /**
     * Дополнен подписью.
     */
    supplemented: string;
    /**
     * Дополнен меткой времени; без этого свойства – слова supplemented.
     */
    stamped?: string;
  };
  /**
   * Заголовки дел, которых нет в номенклатуре; {{index}} – индекс.
   */
  cases: {
    /**
     * Дело, которого нет в номенклатуре; {{index}} – индекс.
     */
    unknown: string;
    /**
     * Документы без индекса дела.
     */
    none: string;
  };
  /**
   * Файл README.txt архива.
   */
  readme: string;
}

/**
 * Что лежит в комплекте: документы, одобрения, концы реестров. Пишет trc release, сверяет trc verify.
 */
export interface BundleManifestFile {
  /**
   * Имя и версия формата.
   */
  schema: "trc/bundle/1";
  /**
   * Черновик: одобрения и фиксация при выпуске не проверялись.
   */
  draft: boolean;
  /**
   * Программа, которая собрала комплект.
   */
  tool: {
    /**
     * Имя программы.
     */
    name: "trc";
    /**
     * Версия программы.
     */
    version: string;
  };
  /**
   * Фиксации git, из которых собран комплект; вне git – пусто.
   */
  commits: string[];
  /**
   * Подлинники с одобрениями.
   */
  documents: {
    /**
     * Папка записей центра.
     */
    centre: string;
    /**
     * Имя документа в комплекте.
     */
    id: string;
    /**
     * Вид документа.
     */
    kind?: string;
    /**
     * Раздел комплекта.
     */
    group: string;
    /**
     * Заголовок документа.
     */
    title: string;
    /**
     * Номер документа; null – документ без номера.
     */
    number?: string | null;
    /**
     * Дата документа; null – документ без даты.
     */
    date?: string | null;
    /**
     * Редакция.
     */
    edition?: "original" | "public";
    /**
     * Профиль оформления.
     */
    profile?: string;
    /**
     * Страниц в документе.
     */
    pages: number;
    /**
     * Контрольная сумма дерева документа (SHA-256): её одобряют.
     */
    digest: string;
    /**
     * Записи и шаблоны, из которых собран документ.
     */
    sources?: string[];
    /**
     * Файлы документа.
     */
    files: {
      /**
       * Место файла в комплекте.
       */
      path: string;
      /**
       * Формат файла.
       */
      format?: string;
      /**
       * Размер в байтах.
       */
      bytes?: number;
      /**
       * Контрольная сумма файла (SHA-256).
       */
      sha256: string;
    }[];
    /**
     * Контрольная сумма слов документа (SHA-256).
     */
    words: string;
    /**
     * Роли, которые должны одобрить документ.
     */
    required: string[];
    /**
     * Действующие одобрения.
     */
    approvals: {
      /**
       * Запись лица, которое одобрило.
       */
      person: string;
      /**
       * Роли, в которых оно одобрило.
       */
      roles: string[];
      /**
       * День одобрения.
       */
      date: string;
      /**
       * Контрольная сумма одобренных слов (SHA-256).
       */
      words: string;
      /**
       * Файл заявления, который подписывают.
       */
      statement: string;
      /**
       * Файл одобренных слов; его SHA-256 – words.
       */
      text: string;
      /**
       * Файл подписи под заявлением; null – одобрено без ключа.
       */
      signature: string | null;
    }[];
  }[];
  /**
   * Публичные редакции.
   */
  publicDocuments: {
    /**
     * Папка записей центра.
     */
    centre: string;
    /**
     * Имя документа в комплекте.
     */
    id: string;
    /**
     * Вид документа.
     */
    kind?: string;
    /**
     * Раздел комплекта.
     */
    group: string;
    /**
     * Заголовок документа.
     */
    title: string;
    /**
     * Номер документа; null – документ без номера.
     */
    number?: string | null;
    /**
     * Дата документа; null – документ без даты.
     */
    date?: string | null;
    /**
     * Редакция.
     */
    edition?: "original" | "public";
    /**
     * Профиль оформления.
     */
    profile?: string;
    /**
     * Страниц в документе.
     */
    pages: number;
    /**
     * Контрольная сумма дерева документа (SHA-256): её одобряют.
     */
    digest: string;
    /**
     * Записи и шаблоны, из которых собран документ.
     */
    sources?: string[];
    /**
     * Файлы документа.
     */
    files: {
      /**
       * Место файла в комплекте.
       */
      path: string;
      /**
       * Формат файла.
       */
      format?: string;
      /**
       * Размер в байтах.
       */
      bytes?: number;
      /**
       * Контрольная сумма файла (SHA-256).
       */
      sha256: string;
    }[];
  }[];
  /**
   * Последние записи рядов реестра на день выпуска: по ним видно, если конец реестра отрезали.
   */
  registers: {
    /**
     * Папка записей центра.
     */
    centre: string;
    /**
     * Ряд реестра.
     */
    series: string;
    /**
     * Записей в ряду.
     */
    entries: number;
    /**
     * Документ последней записи.
     */
    document: string;
    /**
     * Печать последней записи.
     */
    seal: string;
  }[];
  /**
   * Подписи, с которыми комплект выпущен: ни одна не может пропасть.
   */
  signatures: {
    /**
     * Подписанный файл.
     */
    target: string;
    /**
     * Отпечаток сертификата (SHA-256); null – он неизвестен.
     */
    certificate: string | null;
  }[];
}

/**
 * Что добавлено к запечатанной части комплекта: подписи и экземпляры с отметкой.
 */
export interface BundleSignaturesFile {
  /**
   * Имя и версия формата.
   */
  schema: "trc/signatures/1";
  /**
   * Подписи.
   */
  signatures: {
    /**
     * Файл подписи.
     */
    file: string;
    /**
     * Его контрольная сумма (SHA-256).
     */
    sha256: string;
    /**
     * Подписанный файл.
     */
    target: string;
    /**
     * Контрольная сумма подписанного файла (SHA-256).
     */
    targetSha256: string;
  }[];
  /**
   * Экземпляры для печати с отметкой о подписи.
   */
  stamped: {
    /**
     * Файл экземпляра.
     */
    file: string;
    /**
     * Его контрольная сумма (SHA-256).
     */
    sha256: string;
    /**
     * Подлинник, с которого он сделан.
     */
    target: string;
  }[];
}

/**
 * Что пишет об изменениях trc consolidate.
 */
export interface ConsolidationWordingFile {
  /**
   * Название файла и окна.
   */
  title: string;
  /**
   * Имя файла без расширения.
   */
  name: string;
  /**
   * Колонтитул на каждой странице.
   */
  running: string;
  /**
   * Строка под заголовком.
   */
  edition: string;
  /**
   * На месте утратившего силу.
   */
  repealed: {
    /**
     * Пункт.
     */
    clause: string;
    /**
     * Раздел.
     */
    heading: string;
    /**
     * Приложение.
     */
    annex: string;
  };
  /**
   * Под изменённым местом.
   */
  changed: string;
  /**
   * Под новым местом.
   */
  added: {
    /**
     * Пункт.
     */
    clause: string;
    /**
     * Раздел.
     */
    heading: string;
    /**
     * Строка таблицы.
     */
    row: string;
    /**
     * Приложение.
     */
    annex: string;
  };
  /**
   * Под таблицей, из которой строка исключена; нет – как об изменённом месте.
   */
  excluded?: string;
  /**
   * Отметка нового приложения.
   */
  annex: string;
  /**
   * Как называют изменяющие акты.
   */
  acts: {
    /**
     * Приказ.
     */
    orders: {
      /**
       * Именительный падеж.
       */
      nominative: string;
      /**
       * Родительный падеж.
       */
      genitive: string;
      /**
       * Творительный падеж.
       */
      instrumental: string;
      /**
       * Несколько подряд, через запятую, родительный падеж. Без него у каждого стоит «genitive».
       */
      several?: {
        /**
         * Первый из них.
         */
        first: string;
        /**
         * Каждый следующий.
         */
        next: string;
      };
    };
    /**
     * Дополнительное соглашение.
     */
    documents: {
      /**
       * Именительный падеж.
       */
      nominative: string;
      /**
       * Родительный падеж.
       */
      genitive: string;
      /**
       * Творительный падеж.
       */
      instrumental: string;
      /**
       * Несколько подряд, через запятую, родительный падеж. Без него у каждого стоит «genitive».
       */
      several?: {
        /**
         * Первый из них.
         */
        first: string;
        /**
         * Каждый следующий.
         */
        next: string;
      };
    };
  };
  /**
   * Как называют место изменения.
   */
  places: {
    /**
     * Пункт.
     */
    clause: string;
    /**
     * Раздел.
     */
    heading: string;
    /**
     * Наименование раздела.
     */
    headingName: string;
    /**
     * Строка таблицы.
     */
    row: string;
    /**
     * Приложение с номером.
     */
    annex: string;
    /**
     * Приложение без номера.
     */
    onlyAnnex: string;
    /**
     * Место в приложении с номером.
     */
    ofAnnex: string;
    /**
     * Место в приложении без номера.
     */
    ofOnlyAnnex: string;
    /**
     * Весь текст.
     */
    text: string;
  };
  /**
   * Таблица изменений в конце.
   */
  table: {
    /**
     * Название.
     */
    title: string;
    /**
     * Графы таблицы.
     *
     * @minItems 5
     * @maxItems 5
     *
     * Items: Графа.
     */
    columns: [string, string, string, string, string];
    /**
     * Что сделано.
     */
    actions: {
      /**
       * Изложено в новой редакции.
       */
      replace: string;
      /**
       * Дополнено.
       */
      add: string;
      /**
       * Утратило силу.
       */
      delete: string;
      /**
       * Изменены слова.
       */
      words: string;
      /**
       * Строка исключена; нет – как утрата силы.
       */
      exclude?: string;
    };
    /**
     * Учтено ли изменение.
     */
    states: {
      /**
       * Учтено.
       */
      applied: string;
      /**
       * Вступит в силу позже.
       */
      later: string;
      /**
       * Акт утратил силу.
       */
      revoked: string;
      /**
       * Акт приостановлен.
       */
      suspended: string;
      /**
       * Акт не издан.
       */
      "not-issued": string;
    };
  };
}

/**
 * Слова публичной редакции и основания, на которых скрыты сведения.
 */
export interface EditionFile {
  /**
   * Что пишут в скобках после заголовка и имени файла.
   */
  title: string;
  /**
   * Колонтитул; {{caseIndex}} – индекс дела.
   */
  running: string;
  /**
   * Колонтитул документа, который издала другая организация: в деле центра лежит копия.
   */
  runningCopy: string;
  /**
   * Колонтитул документа без индекса дела.
   */
  runningWithoutCase: string;
  /**
   * На месте подписи и печати.
   */
  signature: string;
  /**
   * На месте скрытого значения.
   */
  masked: string;
  /**
   * Начала должностей, которых называют без согласия.
   */
  namedPosts: string[];
  /**
   * Почему скрыта часть документа.
   */
  blocks: {
    /**
     * Отметка об исполнителе.
     */
    executor: string;
    /**
     * Подписи ознакомленных.
     */
    acquaintance: string;
    /**
     * Картинка, о которой не сказано public=true.
     */
    picture: string;
    /**
     * Подпись и печать.
     */
    signature: string;
  };
  /**
   * Основания, на которых сведения скрыты.
   */
  grounds: {
    /**
     * Вид документа не публикуют.
     */
    kind: string;
    /**
     * На документе гриф ограничения доступа.
     */
    restriction: string;
    /**
     * Нет согласия лица.
     */
    noConsent: string;
    /**
     * Согласие дано позже даты документа.
     */
    consentLater: string;
    /**
     * Срок согласия истёк.
     */
    consentEnded: string;
    /**
     * Полное имя заменено инициалами.
     */
    initials: string;
    /**
     * Значение заменено отметкой.
     */
    mask: string;
    /**
     * Значение опущено.
     */
    drop: string;
    /**
     * Основания отдельных свойств записей, по имени свойства.
     */
    properties: {
      [k: string]: string;
    };
    additionalProperties?: never;
  };
}

/**
 * Что это за документ, для каких записей он создаётся и как называется файл.
 */
export interface KindFile {
  /**
   * Название вида.
   */
  title: string;
  /**
   * Папка комплекта.
   */
  group: string;
  /**
   * Для каких записей создаётся документ.
   */
  for: {
    /**
     * Папка записей.
     */
    collection:
      | "orders"
      | "agreements"
      | "documents"
      | "reports"
      | "plans"
      | "regulations"
      | "activities"
      | "results"
      | "people"
      | "organisations"
      | "centre"
      | "territories"
      | "districts";
    /**
     * own – записи этого вида, any – все записи папки.
     */
    each?: "own" | "any";
    /**
     * Условие на запись.
     */
    where?: {
      /**
       * Свойство, которое должно быть заполнено.
       */
      present?: string;
    };
  };
  /**
   * Путь к дате документа; через точку, ссылки раскрываются.
   */
  date?: string;
  /**
   * Путь к номеру документа.
   */
  number?: string;
  /**
   * Путь к организации – автору документа.
   */
  author?: string;
  /**
   * Путь к индексу дела.
   */
  caseIndex?: string;
  /**
   * Путь к файлу бумаги, составленной не здесь: документ – её карточка. Шаблон видит файл под именем paper, листов документа – сколько сказано в pages записи.
   */
  paper?: string;
  /**
   * Имя файла без расширения, Handlebars.
   */
  name: string;
  /**
   * Заголовок документа для свойств файла, Handlebars.
   */
  heading: string;
  /**
   * Вариант профиля оформления.
   */
  variant: string;
  /**
   * Меры оформления одного этого вида поверх профиля.
   */
  layout?: {};
  /**
   * Положение листа основного текста.
   */
  orientation?: "portrait" | "landscape";
  /**
   * Реквизиты, без которых документ не считается оформленным.
   */
  requisites: string[];
  /**
   * Приложения по порядку.
   */
  annexes?: {
    /**
     * Имя для ссылки :annex[…].
     */
    id: string;
    /**
     * Файл шаблона в папке вида.
     */
    file: string;
    /**
     * Название приложения.
     */
    title: string;
    /**
     * Положение листа.
     */
    orientation?: "portrait" | "landscape";
    /**
     * Путь, который должен быть заполнен, чтобы приложение было.
     */
    when?: string;
  }[];
  /**
   * Документ на каждую строку списка записи и ещё один – на все строки подряд, для печати.
   */
  rows?: {
    /**
     * Путь к списку в записи; шаблон видит строку под именем row, в общем документе – каждую по очереди.
     */
    of: string;
    /**
     * Свойство, которым строка названа в имени документа; без него строки – ссылки на записи.
     */
    id?: string;
  };
  /**
   * pages – документ считается по страницам остальных; all-pages – и по страницам тех, что сами считаются по остальным.
   */
  uses?: ("pages" | "all-pages")[];
  /**
   * Срок хранения по Перечню № 236.
   */
  retention?: {
    /**
     * Статья перечня.
     */
    article: string;
    /**
     * Срок.
     */
    term: "permanent" | "until-liquidation" | "until-replaced" | "until-needed" | "years" | "with-document";
    /**
     * Число лет.
     */
    years?: number;
    /**
     * Отметка ЭПК.
     */
    epk?: boolean;
    /**
     * С какого времени считается срок.
     */
    starts?: "next-year" | "after-term-end";
    /**
     * Путь в записи к дню окончания срока (для after-term-end).
     */
    ends?: string;
    /**
     * Примечание.
     */
    note?: string;
    /**
     * Насколько проверена норма.
     */
    certainty?: "Т" | "С" | "З" | "П";
  };
  /**
   * Кто должен одобрить текст.
   */
  signOff?: ("author" | "lawyer" | "head" | "committee")[];
  /**
   * Какие редакции бывают.
   */
  editions?: ("original" | "public")[];
}

export interface PageSetup {
  /**
   * Ширина листа, мм.
   */
  widthMm: number;
  /**
   * Высота листа, мм.
   */
  heightMm: number;
  /**
   * Верхнее поле, мм.
   */
  topMm: number;
  /**
   * Правое поле, мм.
   */
  rightMm: number;
  /**
   * Нижнее поле, мм.
   */
  bottomMm: number;
  /**
   * Левое поле, мм.
   */
  leftMm: number;
  /**
   * От верхнего края листа до номера страницы, мм.
   */
  headerMm: number;
  /**
   * От нижнего края листа до строки редакции, мм.
   */
  footerMm: number;
}

export interface ParagraphStyle {
  /**
   * Название стиля в Word.
   */
  name: string;
  /**
   * Кегль, пт.
   */
  sizePt: number;
  /**
   * Полужирный.
   */
  bold: boolean;
  /**
   * Курсив.
   */
  italic: boolean;
  /**
   * Выравнивание.
   */
  align: "left" | "center" | "right" | "justify";
  /**
   * Отступ слева, мм.
   */
  leftMm: number;
  /**
   * Отступ справа, мм.
   */
  rightMm: number;
  /**
   * Отступ первой строки, мм; отрицательный – выступ.
   */
  firstLineMm: number;
  /**
   * Просвет перед абзацем, пт.
   */
  beforePt: number;
  /**
   * Просвет после абзаца, пт.
   */
  afterPt: number;
  /**
   * Межстрочный интервал: множитель высоты строки шрифта, 1 – одинарный.
   */
  line: number;
  /**
   * Не отрывать от следующего абзаца.
   */
  keepNext: boolean;
  /**
   * Не разрывать абзац между страницами.
   */
  keepLines: boolean;
  /**
   * Делить на строки по смыслу: название в кавычках – на одной строке, ни одного слова – на строке в одиночку.
   */
  bySense: boolean;
}

/** Name of a paragraph style. */
export type StyleName =
  | "text"
  | "center"
  | "right"
  | "flush"
  | "note"
  | "form-line"
  | "blank-label"
  | "footnote"
  | "keep"
  | "foot"
  | "resolve"
  | "caption"
  | "heading-1"
  | "heading-2"
  | "clause"
  | "subclause"
  | "annex-clause"
  | "annex-subclause"
  | "item"
  | "item-number"
  | "superior"
  | "organisation"
  | "short-name"
  | "contact"
  | "kind-title"
  | "dateline-left"
  | "dateline-right"
  | "place"
  | "title"
  | "title-center"
  | "annex-title"
  | "stamp"
  | "stamp-word"
  | "annex-mark"
  | "restriction"
  | "signature-post"
  | "signature-line"
  | "signature-name"
  | "party-title"
  | "party-line"
  | "acquaintance"
  | "acquaintance-head"
  | "executor"
  | "corner-line"
  | "mark"
  | "mark-word"
  | "contents-title"
  | "contents-entry"
  | "page-number"
  | "running"
  | "cell"
  | "cell-center"
  | "cell-right"
  | "cell-head"
  | "cell-group"
  | "cell-total"
  | "cell-total-right"
  | "chart-caption"
  | "figure-caption";

export interface Measures {
  /**
   * Норма, которой следует профиль.
   */
  norm: string;
  /**
   * Гарнитура в DOCX; в PDF вкладывается Tinos, поэтому годятся только гарнитуры с теми же метриками. Своя гарнитура называется в settings.yaml, font.
   */
  font: "Times New Roman" | "Tinos" | "Liberation Serif" | "PT Astra Serif";
  /**
   * Лист и поля книжной страницы.
   */
  portrait: PageSetup;
  /**
   * Лист и поля альбомной страницы.
   */
  landscape: PageSetup;
  /**
   * Номера страниц приложений.
   */
  pageNumbering: "restart" | "continuous";
  /**
   * Двусторонняя печать: на чётных страницах боковые поля меняются местами.
   */
  mirrorMargins: boolean;
  /**
   * Переносы слов в тексте, выровненном по ширине: одни и те же в DOCX и PDF. Имена, сокращения и слова с прописной буквы не переносятся.
   */
  hyphenation: boolean;
  /**
   * Штрих-код (QR) в правом нижнем углу первого листа; null – без него.
   */
  code: {
    /**
     * Сторона модуля, мм.
     */
    moduleMm: number;
    /**
     * Наименьшая сторона кода, мм.
     */
    leastMm: number;
    /**
     * Поле вокруг кода, модулей.
     */
    quietModules: number;
  } | null;
  /**
   * Таблицы.
   */
  table: {
    /**
     * Поля ячейки по бокам, мм.
     */
    paddingMm: number;
    /**
     * Поля ячейки сверху и снизу, мм.
     */
    verticalPaddingMm: number;
    /**
     * Толщина линеек, пт.
     */
    rulePt: number;
    /**
     * Просвет после таблицы, пт.
     */
    afterPt: number;
    /**
     * Наименьшая ширина графы, мм.
     */
    leastColumnMm: number;
    /**
     * До скольких миллиметров сужаются поля ячейки по бокам, если графам не хватает ширины листа.
     */
    leastPaddingMm: number;
    /**
     * До скольких пунктов уменьшается после этого шрифт таблицы; если и тогда слову нет места, это ошибка.
     */
    leastSizePt: number;
    /**
     * Отступ таблицы без заголовка от текста над ней, пт.
     */
    beforePt: number;
  };
  /**
   * Подпись.
   */
  signature: {
    /**
     * Ширина должности, черты и расшифровки, мм.
     *
     * @minItems 3
     * @maxItems 3
     */
    columnsMm: [number, number, number];
    /**
     * Просвет между ними, мм.
     */
    gapMm: number;
  };
  /**
   * Рамка отметки об электронной подписи.
   */
  signatureMark: {
    /**
     * Ширина, мм.
     */
    widthMm: number;
    /**
     * Высота, мм.
     */
    heightMm: number;
    /**
     * Толщина рамки, пт.
     */
    rulePt: number;
    /**
     * Ширина расшифровки рядом, мм.
     */
    nameMm: number;
    /**
     * Просвет до неё, мм.
     */
    gapMm: number;
  };
  /**
   * Слова отметок у подписей (ГОСТ Р 7.0.97-2016, п. 5.23) и номера страницы.
   */
  marks: {
    /**
     * Место печати.
     */
    seal: string;
    /**
     * Что слышат на месте линии для записи.
     */
    blank: string;
    /**
     * Что слышат на месте пустой клеточки.
     */
    unchecked: string;
    /**
     * Что слышат на месте отмеченной клеточки.
     */
    checked: string;
    /**
     * Что слышат на месте линии для подписи.
     */
    sign: string;
    /**
     * Что слышат на месте линии для даты.
     */
    date: string;
    /**
     * Строка об электронной подписи.
     */
    signed: string;
    /**
     * Номер сертификата; {serial}.
     */
    certificate: string;
    /**
     * Владелец; {holder}.
     */
    holder: string;
    /**
     * Срок; {from}, {to}.
     */
    term: string;
    /**
     * Номер страницы: {page}; {pages} – сколько их в документе, а где номера у приложений свои – в тексте или приложении.
     */
    page: string;
  };
  /**
   * Гриф утверждения.
   */
  stamp: {
    /**
     * Ширина, мм.
     */
    widthMm: number;
    /**
     * Черта для подписи, мм.
     */
    lineMm: number;
    /**
     * Просвет между двумя грифами, мм.
     */
    gapMm: number;
  };
  /**
   * Бланк.
   */
  letterhead: {
    /**
     * Расположение реквизитов.
     */
    form: "longitudinal" | "corner";
    /**
     * Длиннейшая строка продольного бланка, мм.
     */
    widthMm: number;
    /**
     * Ширина углового, мм.
     */
    cornerMm: number;
    /**
     * Просвет до грифа, мм.
     */
    gapMm: number;
    /**
     * Наибольшая высота герба или эмблемы, мм.
     */
    emblemMm: number;
    /**
     * Просвет под ними, пт.
     */
    emblemAfterPt: number;
  };
  /**
   * Картинки: какие годятся и как они стоят.
   */
  picture: {
    /**
     * Наибольший файл, КБ.
     */
    mostKilobytes: number;
    /**
     * Наибольшее число точек, млн.
     */
    mostMegapixels: number;
    /**
     * Точек на дюйм у картинки, ширина которой не указана, и у той, что стоит вместо рисунка SVG.
     */
    dotsPerInch: number;
    /**
     * Наибольшая высота картинки – доля высоты между полями; остальное – подписи.
     */
    heightShare: number;
  };
  /**
   * Сноски: черта над ними и номер.
   */
  footnotes: {
    /**
     * Длина черты, мм.
     */
    ruleMm: number;
    /**
     * Толщина черты, пт.
     */
    rulePt: number;
    /**
     * Кегль номера, доля кегля текста.
     */
    markShare: number;
    /**
     * Подъём номера, доля кегля текста.
     */
    raiseShare: number;
  };
  /**
   * Линии для записи от руки.
   */
  blanks: {
    /**
     * Наименьшая длина линии до правого края, мм.
     */
    leastMm: number;
    /**
     * Между линиями, которые стоят рядом, мм.
     */
    gapMm: number;
    /**
     * Толщина, доля кегля.
     */
    ruleShare: number;
    /**
     * Отступ вниз от строки, доля кегля.
     */
    dropShare: number;
  };
  /**
   * Отметка о приложении и гриф ограничения доступа.
   */
  annexMark: {
    /**
     * Ширина, мм.
     */
    widthMm: number;
  };
  /**
   * Реквизиты сторон договора.
   */
  parties: {
    /**
     * Просвет между сторонами, мм.
     */
    gapMm: number;
    /**
     * Черта для подписи, мм.
     */
    lineMm: number;
  };
  /**
   * Строки ознакомления.
   */
  acquaintance: {
    /**
     * Ширина подписи, фамилии и даты, мм.
     *
     * @minItems 3
     * @maxItems 3
     */
    columnsMm: [number, number, number];
    /**
     * Просвет между ними, мм.
     */
    gapMm: number;
  };
  /**
   * Диаграммы.
   */
  chart: {
    /**
     * Высота, мм.
     */
    heightMm: number;
    /**
     * Толщина полосы, мм.
     */
    barMm: number;
    /**
     * Просвет между полосами, мм.
     */
    gapMm: number;
    /**
     * Ширина подписи полосы, мм.
     */
    labelMm: number;
    /**
     * Кегль, пт.
     */
    fontPt: number;
    /**
     * Высота строки: множитель кегля.
     */
    lineFactor: number;
    /**
     * Доля дорожки, занятая полосой.
     */
    barShare: number;
    /**
     * Доля шага, занятая столбцом.
     */
    columnShare: number;
    /**
     * Толщина оси, пт.
     */
    axisPt: number;
    /**
     * Просвет между текстом и тем, что он называет, мм.
     */
    insetMm: number;
    /**
     * Серый каждого ряда: 0 – чёрный, 1 – белый.
     *
     * @minItems 4
     * @maxItems 4
     */
    greys: [number, number, number, number];
  };
  /**
   * Просветы, пт.
   */
  spacing: {
    /**
     * Перед подписью.
     */
    beforeSignaturePt: number;
    /**
     * Между подписями.
     */
    betweenSignaturesPt: number;
    /**
     * Между подписью и строкой текста под ней.
     */
    afterSignaturePt: number;
    /**
     * Между местом и датой договора и его текстом.
     */
    afterDatelinePt: number;
    /**
     * Перед отметкой об исполнителе.
     */
    beforeExecutorPt: number;
    /**
     * После грифов.
     */
    afterApprovalsPt: number;
    /**
     * После отметки о приложении.
     */
    afterAnnexMarkPt: number;
    /**
     * После грифа ограничения доступа, пт.
     */
    afterRestrictionPt: number;
    /**
     * После бланка.
     */
    afterLetterheadPt: number;
    /**
     * Между частями грифа и перед местом печати.
     */
    inStampPt: number;
    /**
     * Перед должностью стороны.
     */
    beforePartyPostPt: number;
    /**
     * Перед подписью стороны.
     */
    beforePartySignaturePt: number;
  };
  /**
   * Висячие строки: сколько не отрывать вверху страницы.
   */
  widowLines: number;
  /**
   * Сколько строк не отрывать внизу страницы.
   */
  orphanLines: number;
  /**
   * Строк текста на странице с подписью – не меньше.
   */
  signatureTextLines: number;
  /**
   * Как избежать последнего листа с подписью или несколькими строками: интервалы сжимаются по шагам, пока такой лист не исчезнет.
   */
  fit: {
    /**
     * Высота текста, при которой последний лист считается почти пустым, мм; 0 – не сжимать.
     */
    lastPageMm: number;
    /**
     * Шаги множителя межстрочного интервала по убыванию; последний – предел.
     */
    lines: number[];
  };
  /**
   * Стили абзацев: чем каждый отличается от defaults.
   */
  styles: {readonly [name in StyleName]: ParagraphStyle};
}

/**
 * Что говорит о себе правка trc diff --pdf.
 */
export interface RedlineWordingFile {
  /**
   * Название окна.
   */
  title: string;
  /**
   * Колонтитул на каждой странице: чем что отмечено.
   */
  running: string;
  /**
   * Заголовок над сносками и изменёнными колонтитулами.
   */
  around: string;
  /**
   * Что слышат перед изменёнными словами.
   */
  says: {
    /**
     * Слова пришли.
     */
    inserted: string;
    /**
     * Слова ушли.
     */
    deleted: string;
    /**
     * Абзац пришёл из другого места.
     */
    movedHere: string;
    /**
     * Абзац ушёл в другое место.
     */
    movedAway: string;
  };
  /**
   * Профиль, по мерам которого свёрстана правка двух файлов Word.
   */
  profile: string;
  /**
   * Разновидность этого профиля.
   */
  variant: string;
}

/**
 * Опись и памятка комплекта словами.
 */
export interface ReleaseWordingFile {
  /**
   * Строки описи.
   */
  inventory: {
    /**
     * Заглавие.
     */
    title: string;
    /**
     * Пометка черновика.
     */
    draft: string;
    /**
     * Подлинники; {{documents}}, {{pages}}.
     */
    original: string;
    /**
     * Публичные редакции; {{documents}}, {{pages}}.
     */
    public: string;
    /**
     * Документ; {{number}}, {{title}}, {{pages}}.
     */
    document: string;
    /**
     * Файл документа; {{path}}, {{sha256}}.
     */
    file: string;
  };
  /**
   * Чем памятка называет то, чего может не быть. Без них – прочерк.
   */
  words?: {
    /**
     * Комплект собран не из фиксации git.
     */
    noCommit: string;
    /**
     * При выпуске комплект никто не подписал.
     */
    unsigned: string;
    /**
     * Сертификат подписавшего; {{fingerprint}}.
     */
    certificate: string;
  };
  /**
   * Файл README.txt комплекта; {{centres}}, {{commits}}, {{signer}}, {{package}}, {{toolCommit}}, {{toolDigest}}, {{node}}.
   */
  readme: string;
}

/**
 * Документы, которые требует Положение, и сроки, к которым они нужны: по этому перечню отвечают trc status и trc check.
 *
 * @minItems 1
 */
export type RequiredDocumentsFile = [
  {
    /**
     * Раздел перечня.
     */
    group: string;
    /**
     * Название документа.
     */
    title: string;
    /**
     * Виды документов, из которых годится любой.
     *
     * @minItems 1
     */
    kinds: [string, ...string[]];
    /**
     * Документ нужен по одному на каждую базовую школу.
     */
    each?: "base-schools";
    /**
     * День учебного года, к которому документ нужен (ММ-ДД), если договор не назвал своего; без него документ нужен всегда.
     */
    due?: string;
    /**
     * Что набрать после trc new ВИД, когда срок прежнего документа вышел; {id} – его имя. Без этого советуется копия прежнего.
     */
    again?: string;
    /**
     * К какому дню учебного года (ММ-ДД) базовые школы дают сведения для отчёта: его вписывает trc init.
     */
    data?: string;
  },
  ...{
    /**
     * Раздел перечня.
     */
    group: string;
    /**
     * Название документа.
     */
    title: string;
    /**
     * Виды документов, из которых годится любой.
     *
     * @minItems 1
     */
    kinds: [string, ...string[]];
    /**
     * Документ нужен по одному на каждую базовую школу.
     */
    each?: "base-schools";
    /**
     * День учебного года, к которому документ нужен (ММ-ДД), если договор не назвал своего; без него документ нужен всегда.
     */
    due?: string;
    /**
     * Что набрать после trc new ВИД, когда срок прежнего документа вышел; {id} – его имя. Без этого советуется копия прежнего.
     */
    again?: string;
    /**
     * К какому дню учебного года (ММ-ДД) базовые школы дают сведения для отчёта: его вписывает trc init.
     */
    data?: string;
  }[]
];

/**
 * Из каких шаблонов trc init делает записи, куда они ложатся и для каких ответов повторяются.
 *
 * @minItems 1
 */
export type StarterFile = [
  {
    /**
     * Шаблон записи.
     */
    file: string;
    /**
     * Файл записи, Handlebars.
     */
    to: string;
    /**
     * Для чего из ответов запись повторяется.
     */
    each?: "organisations" | "people" | "bases" | "lexicons";
    /**
     * Общая схема записи.
     */
    schema?: string;
    /**
     * Вид документа, чья схема у записи.
     */
    kind?: string;
  },
  ...{
    /**
     * Шаблон записи.
     */
    file: string;
    /**
     * Файл записи, Handlebars.
     */
    to: string;
    /**
     * Для чего из ответов запись повторяется.
     */
    each?: "organisations" | "people" | "bases" | "lexicons";
    /**
     * Общая схема записи.
     */
    schema?: string;
    /**
     * Вид документа, чья схема у записи.
     */
    kind?: string;
  }[]
];
