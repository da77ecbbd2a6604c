internal import ArgumentParser

/// The form of an answer about an analysis.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
