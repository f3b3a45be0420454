"""Photos that come from elsewhere: read with suspicion, cut to size, written clean."""
