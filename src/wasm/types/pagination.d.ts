// Types of `pagination`.
