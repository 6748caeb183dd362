// Types of `output`.
