import Analyst
import Foundation

extension TrainingResult {
    /// What a trainee did, under the name of the file that holds it.
    init(file: String, answers: CaseAnswers) {
        self.init(
            pseudonym: URL(filePath: file).deletingPathExtension().lastPathComponent, answers: answers, changed: nil)
    }
}
