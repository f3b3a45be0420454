"""Every sentence a person may read, found in the sources: templates, Python, scripts, catalogues."""
