"""One idea a publication, carried from its first line to its question: by trade, the angles there are."""
