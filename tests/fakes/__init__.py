"""Stand-ins for what is outside, each held to the contract of the real thing."""
