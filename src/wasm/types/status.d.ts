// Types of `status`.
