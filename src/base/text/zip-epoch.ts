/** The first moment that ZIP knows, for every entry we write. Built from local parts, because ZIP stores local time: the same bytes in every time zone. */
export function zipEpoch(): Date {
  return new Date(1980, 0, 1, 0, 0, 0);
}
