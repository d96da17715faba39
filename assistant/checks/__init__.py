"""Pure checks over a document: format, named facts, rules, and the review that joins them."""
