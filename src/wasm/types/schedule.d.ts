// Types of `schedule`.
