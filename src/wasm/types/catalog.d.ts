// Types of `catalog`.
