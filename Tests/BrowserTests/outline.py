"""The accessibility tree of a page as lines of text: what a screen reader gets to hear of its structure."""

import re

# Words without a role of their own, and boxes that only hold others.
LEFT_OUT = {"StaticText", "InlineTextBox", "LineBreak", "generic", "none", "paragraph", "ListMarker", "LabelText"}
STATES = ["invalid", "required", "checked", "expanded", "disabled"]


def outline(browser) -> str:
    """Role, name and level of each node, indented as they are nested."""
    nodes = browser.tell("Accessibility.getFullAXTree")["nodes"]
    known = {node["nodeId"]: node for node in nodes}
    lines: list[str] = []

    def walk(node, depth):
        role = node.get("role", {}).get("value", "")
        shown = not node.get("ignored") and role not in LEFT_OUT
        if shown:
            lines.append("  " * depth + line(role, node))
        for child in node.get("childIds", []):
            if child in known:
                walk(known[child], depth + shown)

    walk(nodes[0], 0)
    return mask("\n".join(lines) + "\n")


def line(role: str, node) -> str:
    words = [role]
    name = node.get("name", {}).get("value", "")
    if name:
        words.append(f"‘{name}’")
    for state in node.get("properties", []):
        value = state["value"].get("value")
        if state["name"] == "level":
            words.append(f"level {value}")
        elif state["name"] in STATES and value not in (False, "false"):
            words.append(state["name"] if value in (True, "true") else f"{state['name']} {value}")
    return " ".join(words)


def mask(text: str) -> str:
    """Without what differs from run to run: moments, numbers for the helpdesk, how many questions the rules leave."""
    text = re.sub(r"\b\d{1,2} [a-z]+ 20\d\d(, \d\d:\d\d)?", "MOMENT", text, flags=re.I)
    text = re.sub(r"\b(Vraag|Question) \d+, (nog ongeveer|about) \d+", r"\1 N, \2 N", text)
    return re.sub(r"\b\d{3}-[0-9a-f]{8}\b", "NUMBER", text)


def skeleton(text: str) -> list[str]:
    """An outline without names: the same in all languages."""
    return [re.sub(r" ‘.*’", "", line) for line in text.splitlines()]
