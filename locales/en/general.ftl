as-typed = { $words }
