import type { DataOf } from "../../records/index.ts";
import { each, type FindingIn, located, type RecordRule, text } from "../rule.ts";

/** Whoever spoke at a meeting was there, no more people voted than were, and there were enough of them. */
export const notAtMeeting: RecordRule = {
  code: "TRC2261",
  title: text(
    "В протоколе выступил или голосовал тот, кого не было, или нет кворума",
    "Somebody spoke or voted who was not there, or there is no quorum",
  ),
  validations: ["V37"],
  severity: "warning",
  why: text(
    "Выступают и голосуют присутствующие: протокол с чужим выступлением или лишними голосами можно оспорить",
    "Those present speak and vote: minutes with others or with votes too many can be disputed",
  ),
  example: {
    file: "documents/minutes-2-2026.yaml",
    wrong:
      "chair: berezkina-mp\nsecretary: gonchar-tm\npresent: [lugovaya-ol]\nquorum: {members: 3, needed: 2}\nagenda:\n  - question: Об итогах первого полугодия\n    heard: {person: gromov-nv, text: сведения представлены}\n    decided: [{text: принять к сведению}]\n    votes: {for: 2}",
    right:
      "chair: berezkina-mp\nsecretary: gonchar-tm\npresent: [lugovaya-ol]\nquorum: {members: 3, needed: 2}\nagenda:\n  - question: Об итогах первого полугодия\n    heard: {person: lugovaya-ol, text: сведения представлены}\n    decided: [{text: принять к сведению}]\n    votes: {for: 2}",
  },
  check: each(["documents", "minutes"], function* ({ data }, facts) {
    const { chair, secretary, present = [], invited = [], agenda, quorum } = data;
    const there = new Set([chair, secretary, ...present, ...invited]);
    const voters = new Set([chair, secretary, ...present].filter((one) => one !== undefined)).size;
    if (quorum !== undefined) yield* ofQuorum(quorum, data);
    for (const [at, { reporter, heard, spoke, votes }] of located(agenda, "/agenda")) {
      const speakers = [
        [`${at}/reporter`, reporter] as const,
        [`${at}/heard/person`, heard?.person] as const,
        ...located(spoke, `${at}/spoke`).map(([pointer, { person }]) => [`${pointer}/person`, person] as const),
      ];
      for (const [pointer, person] of speakers)
        if (person !== undefined && !there.has(person) && facts.find("people", person) !== undefined)
          yield {
            pointer,
            message: text(
              `${facts.fullName(person)}: в списках присутствующих и приглашённых этого лица нет`,
              `“${facts.fullName(person)}” is neither among those present nor among the invited`,
            ),
            hints: text(
              "Назовите того, кто выступал, или допишите его в present либо invited",
              "Name who spoke, or add the person to present or invited",
            ),
            related: { pointer: "/present", message: text("присутствовали", "those present") },
          };
      const cast = Object.values(votes ?? {}).reduce((sum: number, count) => sum + Number(count ?? 0), 0);
      if (present.length > 0 && cast > voters)
        yield {
          pointer: `${at}/votes`,
          message: text(`Голосов ${cast}, а присутствовало ${voters}`, `${cast} votes, ${voters} people were present`),
          hints: text("Проверьте голоса и список присутствующих", "Check the votes and the list of those present"),
          related: { pointer: "/present", message: text("присутствовали", "those present") },
        };
    }
  }),
};

type Minutes = DataOf<"documents">;

/** Of a body that has so many members as many were there as it takes; its secretary need not be one of them. */
function* ofQuorum(
  { members, needed }: NonNullable<Minutes["quorum"]>,
  { chair, present = [], agenda }: Minutes,
): Iterable<FindingIn> {
  const there = new Set([chair, ...present].filter((one) => one !== undefined)).size;
  if (members === undefined || needed === undefined || present.length === 0) return;
  const related = { pointer: "/present", message: text("присутствовали", "those present") };
  if (there > members)
    yield {
      pointer: "/quorum/members",
      message: text(
        `Членов ${members}, а присутствовало ${there}`,
        `${members} members, ${there} of them were present`,
      ),
      hints: text(
        "Проверьте число членов; кто не член, тот приглашён (invited)",
        "Check the number of members; whoever is none is a guest (invited)",
      ),
      related,
    };
  // Where the secretary is a member and stands in no list, the votes tell.
  const voted = located(agenda, "/agenda").map(([, { votes }]) =>
    Object.values(votes ?? {}).reduce((sum: number, count) => sum + Number(count ?? 0), 0),
  );
  const most = Math.max(there, ...voted);
  if (most < needed)
    yield {
      pointer: "/quorum/needed",
      message: text(
        `Для решений нужно ${needed}, а голосовало и присутствовало ${most}: заседание неправомочно`,
        `Decisions take ${needed}, ${most} were present and voted: the meeting has no quorum`,
      ),
      hints: text("Проверьте кворум и список присутствующих", "Check the quorum and the list of those present"),
      related,
    };
}
