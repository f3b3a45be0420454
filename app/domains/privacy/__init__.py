"""The Loi 25 console: who answers for personal information, what is kept, and the ways to see, take or erase it."""
