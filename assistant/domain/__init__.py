"""Pure values of the product: no I/O, no framework, no law text."""
