"""Google Places (New): a finder whose facts are shown for a day and never kept."""
