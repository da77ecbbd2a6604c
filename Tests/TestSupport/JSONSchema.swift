package import Foundation

/// A small part of JSON Schema (draft 2020-12), enough for the schemas of this project: types, `const`, `enum`, objects,
/// arrays, bounds, patterns, `anyOf`, `oneOf`, `allOf`, and references into the same file.
///
/// A keyword that it does not know is an error, so that no schema is believed to say more than is checked.
package struct JSONSchema {
    private let root: Any

    package init(_ data: Data) throws { root = try JSONSerialization.jsonObject(with: data) }

    /// What is wrong with a text, each with its place; empty when it fits.
    package func errors(in data: Data) throws -> [String] {
        errors(try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed), root, "$")
    }

    private static let silent: Set = ["$schema", "$id", "$defs", "title", "description"]

    private func errors(_ value: Any, _ schema: Any, _ place: String) -> [String] {
        guard let schema = schema as? [String: Any] else { return ["\(place): the schema is no object"] }
        var errors: [String] = []
        for (keyword, rule) in schema.sorted(by: { $0.key < $1.key }) where !Self.silent.contains(keyword) {
            errors += self.errors(value, keyword, rule, schema, place)
        }
        return errors
    }

    private func errors(
        _ value: Any, _ keyword: String, _ rule: Any, _ schema: [String: Any], _ place: String
    ) -> [String] {
        func fail(_ text: String) -> [String] { ["\(place): \(text)"] }
        switch keyword {
        case "$ref": return resolved(rule).map { errors(value, $0, place) } ?? fail("no definition \(rule)")
        case "type":
            let names = rule as? [String] ?? [rule as? String ?? ""]
            return names.contains { Self.isOf(value, $0) } ? [] : fail("is no \(names.joined(separator: " or "))")
        case "const": return Self.equal(value, rule) ? [] : fail("is not \(rule)")
        case "enum": return (rule as? [Any] ?? []).contains { Self.equal(value, $0) } ? [] : fail("is not in the list")
        case "pattern":
            guard let text = value as? String, let pattern = rule as? String else { return [] }
            return text.range(of: pattern, options: .regularExpression) == nil
                ? fail("‘\(text)’ is not \(pattern)") : []
        case "minLength":
            return (value as? String).map { $0.count < Self.int(rule) } == true ? fail("is too short") : []
        case "minimum":
            return (value as? NSNumber).map { $0.doubleValue < Double(Self.int(rule)) } == true
                ? fail("is too small") : []
        case "minItems":
            return (value as? [Any]).map { $0.count < Self.int(rule) } == true ? fail("has too few items") : []
        case "required":
            guard let object = value as? [String: Any] else { return [] }
            return (rule as? [String] ?? []).filter { object[$0] == nil }.flatMap { fail("lacks \($0)") }
        case "properties":
            guard let object = value as? [String: Any], let rules = rule as? [String: Any] else { return [] }
            return rules.sorted { $0.key < $1.key }.flatMap { name, rule in
                object[name].map { errors($0, rule, "\(place).\(name)") } ?? []
            }
        case "additionalProperties":
            guard let object = value as? [String: Any] else { return [] }
            let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
            let others = object.keys.sorted().filter { !known.contains($0) }
            if rule as? Bool == false { return others.flatMap { fail("has \($0)") } }
            guard rule is [String: Any] else { return [] }
            return others.flatMap { name in object[name].map { errors($0, rule, "\(place).\(name)") } ?? [] }
        case "items":
            return (value as? [Any] ?? []).enumerated().flatMap { errors($1, rule, "\(place)[\($0)]") }
        case "allOf": return (rule as? [Any] ?? []).flatMap { errors(value, $0, place) }
        case "anyOf", "oneOf":
            let results = (rule as? [Any] ?? []).map { errors(value, $0, place) }
            let fitting = results.count { $0.isEmpty }
            if fitting == 1 || (fitting > 1 && keyword == "anyOf") { return [] }
            if fitting > 1 { return fail("fits more than one") }
            return results.min { $0.count < $1.count } ?? fail("fits none")
        default: return fail("the keyword \(keyword) is not checked")
        }
    }

    private func resolved(_ reference: Any) -> Any? {
        guard let text = reference as? String, text.hasPrefix("#/") else { return nil }
        return text.dropFirst(2).split(separator: "/").reduce(root as Any?) { node, name in
            (node as? [String: Any])?[String(name)]
        }
    }

    private static func int(_ rule: Any) -> Int { (rule as? NSNumber)?.intValue ?? 0 }

    private static func isOf(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "null": value is NSNull
        case "boolean": isTruth(value)
        case "number": value is NSNumber && !isTruth(value)
        case "integer":
            (value as? NSNumber).map { !isTruth(value) && $0.doubleValue == $0.doubleValue.rounded() } ?? false
        case "string": value is String
        case "array": value is [Any]
        case "object": value is [String: Any]
        default: false
        }
    }

    /// Foundation reads true and false as numbers too; only these have the type of a character.
    private static func isTruth(_ value: Any) -> Bool {
        (value as? NSNumber).map { String(cString: $0.objCType) == "c" } ?? false
    }

    private static func equal(_ left: Any, _ right: Any) -> Bool {
        switch (left, right) {
        case (let one as String, let two as String): one == two
        case (let one as NSNumber, let two as NSNumber): one == two && isTruth(one) == isTruth(two)
        default: left is NSNull && right is NSNull
        }
    }
}
