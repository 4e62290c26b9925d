import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import type { MadeUpCentre } from "./made-up-centres.ts";

type Fields = { readonly [name: string]: unknown };

/**
 * Adds to a centre that `trc init` began what it makes in its first year: orders, results, reports, sheets, inventories; where the centre is a
 * rich one, a schedule, equipment, resources, a council, lists of several items, else one item in every list.
 */
export function addPapers(content: string, { rich }: MadeUpCentre): void {
  const read = (path: string): Fields => parse(readFileSync(join(content, path), "utf8"));
  const ids = (folder: string): string[] =>
    readdirSync(join(content, folder), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  const idOf = (path: string): string => (path.split(/[\\/]/).at(-1) ?? "").slice(0, -".yaml".length);
  const write = (path: string, data: Fields): void => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), stringify(data));
  };
  const change = (path: string, data: Fields): void => write(path, { ...read(path), ...data });
  const orderOf = (kind: string): string =>
    ids("orders").find((path) => read(join("orders", path)).kind === kind) ?? "";
  const some = <T>(...items: readonly T[]): readonly T[] => (rich ? items : items.slice(0, 1));
  const operation = orderOf("order-operation");
  const status = orderOf("order-status");
  const responsible = orderOf("order-responsible");
  const {
    coordinator,
    executor: clerk,
    plan,
    date,
  } = read(join("orders", responsible)) as { readonly [name: string]: string };
  const year = Number((date ?? "").slice(0, 4));
  const agreements = ids("agreements").map(idOf);
  const bases = ids("agreements").filter((path) => read(join("agreements", path)).kind === "agreement-base");
  const head = (read("centre.yaml").heads as readonly Fields[])[0]?.person;
  const until = `${(plan ?? "").slice(5)}-05-29`;

  if (rich) {
    change(join("orders", operation), {
      website: "https://school.example.org",
      consultations: [
        {
          weekday: "monday",
          from: "14:00",
          to: "15:00",
          room: "кабинет 5",
          person: coordinator,
          topic: "Планирование",
        },
      ],
      equipment: [{ name: "цифровая лаборатория", quantity: 1, unit: "шт.", place: "кабинет 5" }],
    });
    for (const path of bases)
      change(join("agreements", path), {
        resources: [
          { name: "Цифровая лаборатория", quantity: 1, unit: "шт.", schedule: "по заявке", responsible: coordinator },
        ],
      });
    const { approved } = read(`plans/${plan}.yaml`) as { readonly approved: Fields };
    change(`plans/${plan}.yaml`, {
      approved: { ...approved, council: { name: "педагогический совет", date: approved.date, number: "2" } },
    });
    const [regulation = ""] = ids("regulations");
    change(join("regulations", regulation), {
      sections: { procedure: true, rights: true, finance: true, reporting: true, final: true },
      reviewDays: 10,
    });
  } else {
    change(join("orders", status), { tasks: [{ text: "утвердить план работы центра", due: date }] });
    const order = read(join("orders", responsible)) as { readonly responsibilities: readonly Fields[] };
    change(join("orders", responsible), {
      responsibilities: order.responsibilities.map((one) => ({ ...one, duties: ["составляет программы мероприятий"] })),
    });
    change(join("orders", operation), { reporting: [{ title: "годовой отчёт", due: "не позднее 15 июня" }] });
    change(`plans/${plan}.yaml`, { tasks: ["расширить сотрудничество с социальными партнёрами"] });
  }

  const own = { issuer: "centre", executor: clerk, control: "self", caseIndex: "01-05" };
  const later = `${year}-${(date ?? "").slice(5, 7)}-28`;
  const id = (number: number): string => `${number}-od-${year}`;
  write(`orders/${year}/${id(20)}.yaml`, {
    kind: "order-general",
    number: "20-ОД",
    date: later,
    ...own,
    subject: "О проведении семинара",
    preamble: "в целях повышения профессиональной компетентности педагогов",
    items: [{ text: "провести семинар", assignees: [coordinator], due: until }],
    acknowledge: some(coordinator, clerk),
  });
  write(`orders/${year}/${id(21)}.yaml`, {
    kind: "order-amendment",
    number: "21-ОД",
    date: later,
    ...own,
    subject: "О внесении изменений в приказ",
    amends: [
      {
        order: idOf(operation),
        changes: some(
          {
            clause: "3",
            action: "replace",
            text: "Установить срок исполнения заявок – 3 рабочих дня со дня регистрации заявки",
          },
          { clause: "5", action: "replace", text: "Установить место хранения документации – кабинет 7" },
        ),
      },
    ],
    from: later,
  });
  write(`orders/${year}/${id(22)}.yaml`, {
    kind: "order-revocation",
    number: "22-ОД",
    date: later,
    ...own,
    subject: "О признании приказа утратившим силу",
    revokes: [id(20)],
    from: later,
  });
  write(`orders/${year}/${id(23)}.yaml`, {
    kind: "order-commission",
    number: "23-ОД",
    date: later,
    ...own,
    subject: rich ? "О создании экспертной комиссии" : "О создании комиссии по приёму и передаче имущества",
    purpose: rich ? "expert" : "property",
    name: rich ? "экспертная комиссия" : "комиссия по приёму и передаче имущества",
    commission: { chair: head, secretary: clerk, members: [coordinator] },
    ...(rich ? { regulated: true, functions: ["ведёт учёт дел"] } : { acts: true, to: until }),
    tasks: some({ text: "отобрать документы", due: until }, { text: "проверить дела" }),
    revokes: rich ? [id(20)] : undefined,
    acknowledge: [head, clerk, coordinator],
  });

  for (const path of ids("activities"))
    write(join("results", path), {
      plan,
      activity: idOf(path),
      status: "done",
      sessions: [{ date: until, teachers: 12, students: 0, managers: 1, parents: 0, organisations: 3 }],
      materials: [],
      outcome: "рекомендации подготовлены",
    });
  const report = {
    plan,
    submittedTo: "committee",
    orders: some(idOf(status), idOf(responsible), idOf(operation)),
    overview: [],
    staff: [],
    problems: some("занятость участников", "нехватка оборудования"),
    proposals: some("расширить состав участников", "обновить оборудование"),
    conclusions: ["План работы выполнен."],
    nextTasks: some("продолжить работу", "привлечь партнёров"),
    caseIndex: "12-04",
  };
  const from = `${(plan ?? "").slice(0, 4)}-09-01`;
  const middle = `${(plan ?? "").slice(0, 4)}-12-31`;
  const half = year === Number((plan ?? "").slice(0, 4)) ? { from, to: middle } : { from: `${year}-01-01`, to: until };
  write("reports/half.yaml", {
    kind: "report-half-year",
    date: half.to === middle ? `${year + 1}-01-22` : `${year}-06-05`,
    period: half,
    ...report,
  });
  write("reports/annual.yaml", {
    kind: "report-annual",
    date: `${(plan ?? "").slice(5)}-06-10`,
    period: { from, to: until },
    ...report,
  });

  const lent = bases.length > 0 ? idOf(bases[0] ?? "") : null;
  const [school = "committee"] = bases.map(
    (path) => (read(join("agreements", path)) as { parties: { second: Fields } }).parties.second.organisation,
  );
  write("agreements/free-use.yaml", {
    kind: "agreement-free-use",
    number: "1-БП",
    date: later,
    place: "с. Ближнее",
    parties: {
      first: { organisation: "centre", alias: "Ссудодатель" },
      second: { organisation: school, alias: "Ссудополучатель" },
    },
    ...(lent === null ? {} : { agreement: lent }),
    purpose: "проведения занятий",
    property: some(
      { name: "Цифровая лаборатория", inventory: "101", quantity: 1, unit: "шт.", price: 100_000.1, valuable: rich },
      { name: "Штатив", quantity: 2, unit: "шт.", price: 0.35 },
    ),
    ...(rich
      ? {
          ownersConsent: { organisation: "committee", act: "письмо", date, number: "4" },
          assessment: { date, number: "5" },
        }
      : {}),
    term: rich ? { from: later, to: until } : { from: date, retroactive: true },
    transferDays: rich ? 5 : 1,
    usedAt: "кабинет 5",
    majorRepairs: rich ? "lender" : "borrower",
    contacts: { first: coordinator, second: clerk },
    copies: 2,
    caseIndex: "12-09",
  });

  const schools = bases.map(
    (path) => (read(join("agreements", path)) as { parties: { second: Fields } }).parties.second.organisation,
  );
  const recipient = schools[0] ?? "centre";
  const order = { date, order: idOf(operation), rows: 5 };
  const letter = { date: later, issuer: "centre", executor: clerk, caseIndex: "12-08" };
  const [agreement] = agreements;
  const [event] = ids("activities").map(idOf);
  const consent = {
    date,
    issuer: "centre",
    giver: "worker",
    people: some(coordinator, clerk),
    purposes: some("участие в мероприятиях", "учёт мероприятий"),
    data: some("фамилия, имя, отчество", "должность"),
    caseIndex: "12-06",
  };
  const documents: { readonly [name: string]: Fields } = {
    "request-form": order,
    "consultation-log": order,
    "participants-sheet": order,
    ...(rich ? { "equipment-log": order } : {}),
    act: {
      number: "1",
      date: until,
      issuer: "centre",
      place: "с. Ближнее",
      recipient,
      basis: idOf(operation),
      period: { from: until, to: until },
      commission: [coordinator, clerk],
      help: some("проведены консультации", "проанализированы рабочие программы"),
      recommendations: some("включить опыт в план работы организации", "провести семинар"),
      copies: 2,
      caseIndex: "12-03",
    },
    minutes: {
      number: "1",
      date: later,
      issuer: "centre",
      place: "с. Ближнее",
      meeting: "заседание методического совета",
      chair: head,
      secretary: clerk,
      present: [coordinator],
      ...(rich ? { commissionOrder: id(23) } : {}),
      agenda: some(1, 2).map((number) => ({
        question: `Об итогах ${number}-го полугодия`,
        heard: { person: coordinator, text: "план выполняется" },
        decided: some(
          { text: "представить сведения", assignees: [coordinator], due: until },
          { text: "принять информацию к сведению" },
        ),
        votes: rich ? { for: 3, against: 1 } : { for: 3 },
      })),
      caseIndex: "12-07",
    },
    letter: {
      ...letter,
      number: "12-08/2",
      reply: { number: "5", date },
      to: some({ organisation: "committee" }, { person: coordinator }),
      title: "О сведениях",
      greeting: true,
      text: ["Направляем сведения."],
      annexes: some({ title: "сведения", leaves: 2, copies: 1 }, { title: "отчёт", leaves: 3, copies: 1 }),
    },
    notice: {
      ...letter,
      number: "12-08/3",
      to: [{ organisation: "committee" }],
      title: "О договоре",
      ...(rich ? { event: "contact", person: coordinator } : { event: "termination" }),
      agreement,
      // «Со 2 июня».
      from: `${(plan ?? "").slice(5)}-06-02`,
    },
    extract: {
      date: later,
      source: rich ? { order: idOf(responsible) } : { minutes: "minutes" },
      text: ["1. Назначить ответственных."],
      certifiedBy: clerk,
    },
    "certified-copy": {
      date: later,
      source: rich ? { agreement } : { order: idOf(operation) },
      leaves: rich ? 1 : 4,
      certifiedBy: clerk,
    },
    "additional-agreement": {
      number: "1",
      date: later,
      place: "с. Ближнее",
      agreement,
      extendsTo: `${(plan ?? "").slice(5)}-12-31`,
      copies: 2,
      caseIndex: "12-02",
    },
    "transfer-act": {
      number: "1",
      date: until,
      place: "с. Ближнее",
      agreement: "free-use",
      transfer: "handover",
      ...(rich
        ? {
            commission: [head, clerk, coordinator],
            signers: {
              first: {
                representative: coordinator,
                authority: { basis: "power-of-attorney", title: "доверенности", number: "1", date: later },
              },
            },
            enclosed: ["паспорт"],
          }
        : { enclosed: ["паспорт", "инструкция"] }),
      property: [{ item: 1, quantity: 1, state: "исправна", ...(rich ? { remark: "царапина" } : {}) }],
      copies: 2,
      caseIndex: "12-09",
    },
    "power-of-attorney": {
      number: "1",
      date: later,
      place: "с. Ближнее",
      issuer: "centre",
      title: "на представление учреждения",
      person: coordinator,
      powers: some("подписывать акты", "получать документы"),
      until,
      caseIndex: "01-15",
    },
    "consent-processing": { ...consent, ...(rich ? { recipients: ["учредителю"], until } : {}) },
    "consent-publication": { ...consent, resources: ["https://school.example.org"], until },
    certificate: {
      date: until,
      issuer: "centre",
      result: event,
      ...(rich ? { hours: 4 } : {}),
      participants: some(
        { number: "1", name: "Соколова Мария Андреевна" },
        { number: "2", name: "Ветров Илья Сергеевич", position: "педагог", topic: "Урок" },
      ),
      caseIndex: "12-05",
    },
    programme: {
      date: later,
      issuer: "centre",
      approved: { person: head },
      activity: event,
      subject: "семинара",
      goal: "обмен опытом",
      place: "кабинет 5",
      audience: some("педагоги", "методисты"),
      days: [{ date: until, rows: some({ time: "10:00", title: "Открытие" }, { time: "11:00", title: "Итоги" }) }],
      contact: coordinator,
      caseIndex: "12-05",
    },
    "event-regulation": {
      date: later,
      issuer: "centre",
      approvedBy: id(20),
      subject: "о конкурсе разработок",
      event: "конкурс",
      goal: "распространение лучших разработок",
      tasks: some("поддержка педагогов", "пополнение копилки"),
      participants: some("педагоги", "методисты"),
      stages: some({ term: "до 1 декабря", what: "приём заявок" }, { term: "до 20 декабря", what: "работа жюри" }),
      application: { until, to: "centre@example.org", content: some("имя участника", "название работы") },
      criteria: some({ title: "Новизна", points: 5 }, { title: "Польза", points: 5 }),
      awards: some("Победители награждаются дипломами", "Остальные получают сертификаты"),
      contact: coordinator,
      caseIndex: "12-05",
    },
    "status-application": {
      ...letter,
      date,
      number: "12-08/1",
      to: [{ organisation: "committee" }],
      ...(rich ? { extends: idOf(status), basis: "планом развития образования" } : {}),
      term: { from: date, ...(rich ? { to: until } : {}) },
      grounds: some("план работы выполнен", "опыт распространяется"),
      results: { year: `${year - 1}/${year}`, items: some({ title: "педагогов с категорией", value: "42" }) },
      staff: some({ title: "педагогические работники", count: 38 }, { title: "молодые педагоги", count: 1 }),
      team: some({ person: coordinator, task: "координация работы" }, { person: clerk, task: "делопроизводство" }),
      resources: some({ name: "цифровая лаборатория", quantity: 1, unit: "шт." }),
      programme: {
        goal: "распространение опыта",
        tasks: some("проводить семинары", "консультировать педагогов"),
        steps: some({ text: "подготовка плана", term: "сентябрь", result: "план работы" }),
      },
      ...(schools.length > 0 ? { baseSchools: schools } : {}),
      annexes: some({ title: "план", leaves: 2, copies: 1 }, { title: "письма о согласии", leaves: 1, copies: 1 }),
    },
    "analytical-report": {
      number: "1",
      date: `${(plan ?? "").slice(5)}-06-10`,
      issuer: "centre",
      place: "с. Ближнее",
      subject: "об итогах работы",
      purpose: "оценка результатов",
      ...(rich ? { plan, period: { from, to: until } } : { events: [event] }),
      sources: some("листы регистрации", "анкеты"),
      examined: some("программы мероприятий", "материалы"),
      ...(rich
        ? {
            monitoring: {
              title: "Посещено уроков",
              before: "Сентябрь",
              now: "Май",
              measures: [{ title: "Уроки", unit: "ед.", before: 2.5, now: 1 }],
            },
          }
        : {}),
      conclusions: ["Цель достигнута"],
      recommended: [{ text: "провести семинар", assignees: [coordinator] }],
      prepared: coordinator,
      acknowledge: some(clerk, coordinator),
      caseIndex: "12-05",
    },
    "case-cover": {
      date: `${year}-12-30`,
      nomenclature: `nomenclature-${year}`,
      case: rich ? "01-05" : "01-14",
      year,
      ...(rich ? { volume: { number: 1, from: `${year}-01-01`, to: `${year}-12-31` } } : {}),
      prepared: clerk,
    },
    "inspection-act": {
      number: "2",
      date: until,
      issuer: "centre",
      place: "с. Ближнее",
      basis: idOf(operation),
      commission: rich ? [coordinator, clerk, head] : [coordinator, clerk],
      ...(schools.length > 0 && rich
        ? {
            work: {
              organisation: recipient,
              agreement: idOf(bases[0] ?? ""),
              points: [{ what: "журнал", found: "журнал ведётся" }],
            },
          }
        : {
            cases: {
              nomenclature: `nomenclature-${year}`,
              checked: some(
                { case: "01-05", listed: 2, present: 1 },
                { case: "12-03", listed: 1, present: 1, note: "подшито" },
              ),
            },
          }),
      conclusions: some("Документы ведутся", "Замечаний нет"),
      recommended: some({ text: "пронумеровать листы", assignees: [clerk], due: until }, { text: "продолжить работу" }),
      copies: rich ? 2 : 1,
      acknowledge: some(head, clerk),
      caseIndex: rich && schools.length > 0 ? "12-05" : "01-16",
    },
    "approval-sheet": {
      date,
      subject: { agreement: agreements[0] },
      prepared: clerk,
      rows: [{ person: head, date, decision: "agreed" }],
    },
    "distribution-list": {
      date,
      order: idOf(status),
      prepared: clerk,
      rows: [{ addressee: "centre", copies: 1, medium: "paper", via: "нарочным" }],
    },
    "order-register": { date: `${year}-12-30`, year, suffix: "-ОД", issuer: "centre", keeper: clerk },
    "case-inventory": {
      date: `${year}-12-30`,
      nomenclature: `nomenclature-${year}`,
      case: "01-05",
      year,
      prepared: clerk,
    },
    "archive-inventory": {
      date: `${year}-12-30`,
      year,
      prepared: clerk,
      cases: [
        {
          index: "01-05",
          title: "Приказы по основной деятельности",
          from: date,
          to: later,
          documents: 5,
          bytes: 1843200,
          term: "постоянно",
        },
      ],
    },
    "bundle-cover": {
      date: until,
      schoolYear: { from, to: `${(plan ?? "").slice(5)}-08-31` },
      title: "Комплект документов территориального ресурсного центра",
      prepared: coordinator,
      plan,
    },
    "destruction-act": {
      date: until,
      number: "1",
      prepared: clerk,
      ...(rich ? { commissionOrder: id(23) } : {}),
      agreed: { text: "Протокол ЭК от 16.01.2026 № 1" },
      approved: { person: head, date: until },
      documents: [
        {
          title: "План работы на 2019/2020 учебный год",
          date: "2019-09-13",
          case: "12-03",
          article: "200",
          term: "5 лет ЭПК",
          notBefore: "2025-01-01",
        },
      ],
    },
  };
  for (const [kind, data] of Object.entries(documents)) write(`documents/${kind}.yaml`, { kind, ...data });
  // Somebody has looked at what the program wrote in: else no set is made.
  for (const path of ids(".")) {
    const file = join(content, path);
    writeFileSync(file, readFileSync(file, "utf8").replace(/^unconfirmed:.*\n( +- .*\n)*/m, ""));
  }
}
