"""The network as a value: nodes, links, rules, edits and shapes. Nothing here imports torch."""
