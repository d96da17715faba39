"""The only door to the experts' rooms: reads strictly, checks by name, builds typed values, reports in Persian."""
