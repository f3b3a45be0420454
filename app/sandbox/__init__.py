"""The outside world on localhost, for the demonstration and the tests."""
