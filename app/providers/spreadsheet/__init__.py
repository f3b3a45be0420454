"""Files of prospects: a spreadsheet, its columns, its rows."""
