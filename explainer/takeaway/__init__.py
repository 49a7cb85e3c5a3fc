"""What readers take with them: offline copy, references, tables, citations."""
