package import RuleEngine

/// Where a page with findings leads that is one of several.
package protocol HTMLFindingLinks {
    /// Where a finding stands that is not on this page; `nil` where no page has it.
    func address(of finding: FindingID) -> String?

    /// The title of a finding that is not on this page.
    func title(of finding: FindingID) -> String?

    /// What can be done about a finding, below it, and the words before; `nil` where there is nothing.
    func links(below finding: FindingID) -> (name: String, links: [HTMLReport.Link])?
}
