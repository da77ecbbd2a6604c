/// An input of which a session does not know the value, so that conclusions wait for it.
///
///     for input in session.awaitedInputs(of: finding) { print(input) }
public enum InputReference: Hashable, Sendable {
    /// A named value of the record.
    case slot(RecordSchema.Slot)
    /// Whether a fact is there, and its fields.
    case fact(FindingID)
    /// Perhaps other facts of a template.
    case others(template: String)
    /// A parameter that has no value yet on the day. Nobody can give it: it waits for another day or another rule file.
    case parameter(String)
}
