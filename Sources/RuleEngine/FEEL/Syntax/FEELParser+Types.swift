// Types, as they stand behind `instance of` and in the parameters of a function.

extension FEELParser {
    mutating func typeName() throws(Abandoned) -> FEELTypeName {
        try nested { (parser) throws(Abandoned) in try parser.type() }
    }

    /// A `<` behind `list`, `range`, `context` or `function` belongs to the type, never to a comparison.
    private mutating func type() throws(Abandoned) -> FEELTypeName {
        guard current.kind == .word else {
            throw abandon(.missingType(found: found))
        }
        let opensParameters =
            token(ahead: 1).symbol == .less || token(ahead: 1).symbol == .lessGreater
        if opensParameters {
            switch current.text {
            case "list": return .list(try onlyParameter())
            case "range": return .range(try onlyParameter())
            case "context": return try contextType()
            case "function": return try functionType()
            default: break
            }
        }
        height = 1
        return .named(try qualifiedName())
    }

    private mutating func qualifiedName() throws(Abandoned) -> String {
        var name = ""
        repeat {
            if !name.isEmpty { name += "." }
            if let long = takeLongName() {
                name += long
            } else {
                guard current.kind == .word else { throw abandon(.missingName(found: found)) }
                name += current.text
                advance()
            }
        } while take(.dot)
        return name
    }

    /// `<type>` behind `list` or `range`.
    private mutating func onlyParameter() throws(Abandoned) -> FEELTypeName {
        let word = current.text
        advance()
        guard take(.less) else { throw abandon(.missingType(found: found)) }
        let type = try typeName()
        try expectGreater(behind: word)
        height += 1
        return type
    }

    private mutating func contextType() throws(Abandoned) -> FEELTypeName {
        advance()
        guard take(.less) else { throw abandon(.missingName(found: found)) }
        var fields: [FEELTypeName.Field] = []
        var tallest = 0
        repeat {
            guard let name = takeName(before: .colon) else {
                throw abandon(.missingName(found: found))
            }
            fields.append(.init(name: name, type: try typeName()))
            tallest = max(tallest, height)
        } while take(.comma)
        try expectGreater(behind: "context")
        height = tallest + 1
        return .context(fields)
    }

    private mutating func functionType() throws(Abandoned) -> FEELTypeName {
        advance()
        var parameters: [FEELTypeName] = []
        var tallest = 0
        if !take(.lessGreater) {
            _ = take(.less)
            if current.symbol != .greater {
                repeat {
                    parameters.append(try typeName())
                    tallest = max(tallest, height)
                } while take(.comma)
            }
            try expectGreater(behind: "function")
        }
        guard take(.arrow) else {
            throw abandon(.missingSign(.arrow, after: "'function<…>'", found: found))
        }
        let result = try typeName()
        height = max(tallest, height) + 1
        return .function(parameters, result)
    }

    private mutating func expectGreater(behind word: String) throws(Abandoned) {
        guard take(.greater) else {
            throw abandon(.missingSign(.greater, after: "'\(word)<'", found: found))
        }
    }
}
