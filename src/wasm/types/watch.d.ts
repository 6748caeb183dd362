// Types of `watch`.
