// Types of `request`.
