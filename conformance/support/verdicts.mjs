/** The verdicts of one validator; a failure of its own is one too, and so is that it has none: what was not looked at is not in order. */
export async function verdictsOf(name, validate, context) {
  try {
    const verdicts = await validate(context);
    return verdicts.length > 0 ? verdicts : [{ title: `${name}: no verdict`, faults: ["nothing was looked at"] }];
  } catch (error) {
    return [{ title: `${name}: the validator itself failed`, faults: [error.stack] }];
  }
}
