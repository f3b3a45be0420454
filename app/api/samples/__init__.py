"""What the page of the API shows and tests carry out: written once."""
