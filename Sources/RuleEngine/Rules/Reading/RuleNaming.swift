/// What can be a name in rule files.
package enum RuleNaming {
    /// A name that expressions see: letters, digits and underscores, and no word of FEEL.
    package static func isName(_ text: String) -> Bool { RuleBaseReader.isName(text) }

    /// A code for machines: letters, digits, hyphens and underscores.
    package static func isCode(_ text: String) -> Bool { RuleBaseReader.isCode(text) }
}
