/// What the vocabulary of interventions says of two of them together.
package enum PairAttribute {
    package static let reinforces = "reinforces"
    package static let clashesWith = "clashes_with"
}
